"""Zip archives that pretend to be documents: checked before anything is unpacked, and read by count, not by trust."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element

from matcher.errors import ErrorCode
from matcher.parsing.limits import ZipLimits
from matcher.parsing.refusals import refusal
from matcher.parsing.xml_tree import ElementCount, parse_xml

__all__ = ["Archive"]

_ENCRYPTED = 0x1
_LOCAL_HEADER_BYTES = 30


class Archive:
    """The parts of a zip-based document.

    Raises:
        InputError: ``file_corrupt``, ``file_unsafe`` or ``password_protected``, already when it is opened.
    """

    def __init__(self, data: bytes, limits: ZipLimits) -> None:
        self._limits = limits
        self._left = limits.max_unpacked_bytes
        self._count = ElementCount(limits)
        self._packed_bytes = len(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise refusal(ErrorCode.FILE_CORRUPT) from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        # A few writers spell part names with another case or a leading slash.
        self._spellings = {_plain(name): name for name in self._entries}
        self._check(self._zip.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts in the order of the file."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._spellings

    def read(self, name: str) -> bytes:
        """Unpack one part, counting: an archive can lie about how large its parts are.

        Raises:
            InputError: ``file_corrupt`` or ``file_unsafe``.
        """
        try:
            with self._zip.open(self._entries[self._spellings[_plain(name)]]) as stream:
                data = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, NotImplementedError) as error:
            raise refusal(ErrorCode.FILE_CORRUPT) from error
        except RuntimeError as error:  # zipfile's word for an encrypted part
            raise refusal(ErrorCode.PASSWORD_PROTECTED) from error
        self._left -= len(data)
        if self._left < 0:
            raise refusal(ErrorCode.FILE_UNSAFE)
        return data

    def xml(self, name: str) -> Element | None:
        """Parse one part; None if there is no such part.

        Raises:
            InputError: ``file_corrupt``, ``file_unsafe`` or ``parse_limit``.
        """
        return parse_xml(self.read(name), self._count) if name in self else None

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise refusal(ErrorCode.PASSWORD_PROTECTED)
        unpacked = sum(entry.file_size for entry in entries)
        bomb = (
            unpacked > self._limits.ratio_checked_above_bytes and unpacked > self._limits.max_ratio * self._packed_bytes
        )
        if (
            bomb
            or unpacked > self._limits.max_unpacked_bytes
            or len(entries) > self._limits.max_entries
            or len(self._spellings) < len(entries)
            or _overlapping(entries)
        ):
            raise refusal(ErrorCode.FILE_UNSAFE)


def _overlapping(entries: list[zipfile.ZipInfo]) -> bool:
    """Tell whether two entries share bytes: one kernel quoted by many names is how small bombs are built."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + _LOCAL_HEADER_BYTES + len(entry.filename) + entry.compress_size
    return False


def _plain(name: str) -> str:
    return name.lstrip("/").replace("\\", "/").lower()

"""Zip archives of strangers."""

from __future__ import annotations

import pytest

from matcher.errors import InputError
from matcher.parsing.archive import Archive
from matcher.parsing.limits import ZipLimits
from tests.parsing.build_docx import zipped
from tests.parsing.hostile_office import locked_entries, overlapping_entries, twice_the_same_name

LIMITS = ZipLimits()


def _code(data: bytes, limits: ZipLimits = LIMITS, part: str = "a") -> str:
    with pytest.raises(InputError) as refused:
        Archive(data, limits).read(part)
    return refused.value.code


def test_parts_are_found_by_name_whatever_their_case() -> None:
    archive = Archive(zipped({"Word/Document.xml": "<x/>"}), LIMITS)

    assert archive.names == ("Word/Document.xml",)
    assert "/word/document.xml" in archive
    assert archive.read("word/document.xml") == b"<x/>"
    assert archive.xml("word/other.xml") is None


def test_entries_are_counted_at_the_limit() -> None:
    limits = ZipLimits(max_entries=2)

    assert len(Archive(zipped({"a": "", "b": ""}), limits).names) == 2
    assert _code(zipped({"a": "", "b": "", "c": ""}), limits) == "file_unsafe"


def test_unpacked_size_is_counted_at_the_limit() -> None:
    limits = ZipLimits(max_unpacked_bytes=100)

    Archive(zipped({"a": "x" * 60, "b": "x" * 40}), limits)
    assert _code(zipped({"a": "x" * 60, "b": "x" * 41}), limits) == "file_unsafe"


def test_ratio_counts_only_for_large_archives() -> None:
    data = zipped({"a": "x" * 100_000})

    Archive(data, ZipLimits(ratio_checked_above_bytes=100_000))
    assert _code(data, ZipLimits(ratio_checked_above_bytes=99_999)) == "file_unsafe"


def test_a_part_larger_than_it_says_is_not_read_to_its_end() -> None:
    data = zipped({"a": "x" * 5_000}).replace((5_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))

    assert _code(data, ZipLimits(max_unpacked_bytes=1_000)) in {"file_corrupt", "file_unsafe"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "file_corrupt"),
        (b"", "file_corrupt"),
        (overlapping_entries(), "file_unsafe"),
        (twice_the_same_name(), "file_unsafe"),
        (locked_entries(), "password_protected"),
    ],
)
def test_odd_archives_are_refused(data: bytes, code: str) -> None:
    assert _code(data) == code

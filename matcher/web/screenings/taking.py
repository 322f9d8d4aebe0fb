"""The resumes of a form: single files, and zip archives of them, opened with guards."""

from __future__ import annotations

from collections.abc import Iterator

from flask import current_app

from matcher.errors import InputError
from matcher.parsing.archive import Archive
from matcher.parsing.limits import ZipLimits
from matcher.pipeline import Upload
from matcher.web.problems import FormProblem
from matcher.web.uploads import read_files

__all__ = ["take_resumes", "unpack"]

_SIGNATURE = b"PK\x03\x04"
# What archivers add beside the files that were chosen.
_NOT_CHOSEN = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")
_FIELD = "files"


def take_resumes() -> tuple[Upload, ...]:
    """Take all resumes of the form, with those inside of archives, in the order in which they were sent.

    Raises:
        FormProblem: there are none or too many, or an archive cannot be opened.
    """
    most = int(current_app.config["SCREENING_FILES"])
    found = [one for upload in read_files(_FIELD, most=most) for one in _opened(upload, most)]
    if not found:
        raise FormProblem("field_missing", _FIELD, "The archive holds no files.", "Choose the resumes.")
    if len(found) > most:
        told = f"These are {len(found)} files."
        raise FormProblem("too_many_files", _FIELD, told, f"Send at most {most} at once; more can be added later.")
    return tuple(found)


def unpack(upload: Upload, limits: ZipLimits, *, most_bytes: int) -> Iterator[Upload]:
    """Yield the files of an archive. Archives inside of it are not opened: they come as files that nobody can read.

    Args:
        upload: the archive.
        limits: how many entries, and how large all are together when they are unpacked.
        most_bytes: how large one file may be; of a larger one a byte more is kept, so that its size tells.

    Raises:
        InputError: ``file_corrupt``, ``file_unsafe`` or ``password_protected``.
    """
    archive = Archive(upload.data, limits)
    for name in archive.names:
        path = name.replace("\\", "/")
        base = path.rsplit("/", 1)[-1]
        if not base or base.startswith(".") or any(one in path.casefold() for one in _NOT_CHOSEN):
            continue
        yield Upload(archive.read(name)[: most_bytes + 1], base)


def _opened(upload: Upload, most: int) -> Iterator[Upload]:
    if not (upload.filename.casefold().endswith(".zip") and upload.data.startswith(_SIGNATURE)):
        yield upload
        return
    # Folders and what archivers add count as entries too.
    limits = ZipLimits(max_entries=4 * most, max_unpacked_bytes=int(current_app.config["SCREENING_BYTES"]))
    try:
        yield from unpack(upload, limits, most_bytes=int(current_app.config["MAX_FILE_BYTES"]))
    except InputError as error:
        remedy = f"An archive holds at most {most} files and is not larger than it looks. Send the files themselves."
        raise FormProblem(error.code.value, _FIELD, error.message, remedy) from None

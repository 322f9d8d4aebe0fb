from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import ZipLimits
from matcher.pipeline import Upload
from matcher.web.screenings.taking import unpack
from tests.web.screenings.conftest import Post, Screened

ROLE = "lead-backend-engineer"


def archive(members: Mapping[str, bytes], name: str = "all.zip") -> Upload:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, data in members.items():
            packed.writestr(path, data)
    return Upload(out.getvalue(), name)


def names(upload: Upload, limits: ZipLimits | None = None, most: int = 5_000_000) -> list[tuple[str, int]]:
    return [(one.filename, len(one.data)) for one in unpack(upload, limits or ZipLimits(), most_bytes=most)]


def test_the_files_of_an_archive_come_by_their_own_names() -> None:
    found = names(archive({"cvs/ada.txt": b"Ada", "cvs/": b"", "..\\..\\bob.txt": b"Bo"}))

    assert found == [("ada.txt", 3), ("bob.txt", 2)]


def test_what_archivers_add_is_left_out() -> None:
    found = names(archive({"__MACOSX/._ada.txt": b"x", "a/.DS_Store": b"x", "Thumbs.db": b"x", "ada.txt": b"Ada"}))

    assert found == [("ada.txt", 3)]


def test_of_a_file_that_is_too_large_a_byte_more_is_kept() -> None:
    assert names(archive({"a.txt": b"12345", "b.txt": b"123456"}), most=5) == [("a.txt", 5), ("b.txt", 6)]


@pytest.mark.parametrize(
    ("members", "limits"),
    [
        ({f"{number}.txt": b"x" for number in range(4)}, ZipLimits(max_entries=3)),
        ({"a.txt": b"x" * 60, "b.txt": b"x" * 60}, ZipLimits(max_unpacked_bytes=100)),
        ({"a.txt": b"0" * 100_000}, ZipLimits(ratio_checked_above_bytes=1_000, max_ratio=10)),
    ],
    ids=["entries", "bytes", "ratio"],
)
def test_bombs_are_refused(members: dict[str, bytes], limits: ZipLimits) -> None:
    with pytest.raises(InputError) as caught:
        names(archive(members), limits)

    assert caught.value.code is ErrorCode.FILE_UNSAFE


def test_an_archive_becomes_rows_and_one_inside_of_it_is_not_opened(
    begin: Callable[..., Screened], resume: Upload, work_off: Callable[[], None]
) -> None:
    inner = archive({"bob.txt": resume.data})
    made = begin([archive({"ada.txt": resume.data, "inner.zip": inner.data}), Upload(b"x", "single.txt")])
    work_off()
    page = made.page()

    assert "3 files" in page
    assert "type_unsupported" in page


@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (archive({f"{number}.txt": b"x" for number in range(31)}), "These are 31 files."),
        (archive({"a/": b""}), "holds no files"),
        (Upload(b"PK\x03\x04 no archive", "all.zip"), "There is a problem"),
    ],
    ids=["too many", "empty", "damaged"],
)
def test_an_archive_that_cannot_be_used_is_told(upload: Upload, message: str, post: Post) -> None:
    answer = post("/screenings", files=[upload], role=ROLE)

    assert 400 <= answer.status_code < 500
    assert message in answer.text

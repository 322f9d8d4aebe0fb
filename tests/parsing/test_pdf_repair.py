from __future__ import annotations

import pytest

from matcher.errors import InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from matcher.parsing.pdf_guards import Budget
from matcher.parsing.pdf_repair import open_pdf
from tests.parsing.pdf_builder import PdfBuilder, lines

RESUME = lines(60, 780, ["Ada Berg", "Engineer in Oslo"])
SOUND = PdfBuilder().page(RESUME).build()


def read(data: bytes, limits: Limits | None = None) -> tuple[list[str], list[str]]:
    result = read_pdf(data, limits or Limits())
    return [run.text for run in result.pages[0].runs], [warning.code for warning in result.warnings]


def test_a_sound_file_is_taken_as_it_is():
    opened = open_pdf(SOUND, Budget(Limits()), Limits())
    assert not opened.repaired
    assert len(opened.pages) == 1


@pytest.mark.parametrize(
    "data",
    [
        SOUND.replace(b"/Root 1 0 R", b"/Rood 1 0 R"),
        SOUND.replace(b"/Root 1 0 R", b"/Root 77 0 R"),
        SOUND[: SOUND.index(b"xref")],
        SOUND.replace(b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages 9 0 R"),
        SOUND.replace(b"/Type /Catalog", b"/Tipe /Catalog").replace(b"/Root 1 0 R", b"/Root"),
    ],
    ids=["no root", "root elsewhere", "no table", "no pages", "no catalogue"],
)
def test_a_broken_table_is_done_without(data):
    assert read(data)[0] == ["Ada Berg", "Engineer in Oslo"]


def test_a_repair_is_told():
    assert read(SOUND.replace(b"/Root 1 0 R", b"/Rood 1 0 R"))[1] == ["repaired"]


@pytest.mark.parametrize("data", [SOUND.replace(b"/Root 1 0 R", b"/Rood 1 0 R"), SOUND[: SOUND.index(b"xref")]])
def test_large_files_are_not_searched(data):
    with pytest.raises(InputError):
        read(data, Limits(max_searched_bytes=100))

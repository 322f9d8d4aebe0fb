from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from matcher.domain.report import Report, RowError, Screening
from matcher.errors import ErrorCode, InputError
from matcher.reports.screening import rank_rows
from matcher.reports.tables import COLUMNS, guard_cell, to_csv, to_table_json, to_xlsx
from tests.reports.builders import AS_OF, ROLE, a_report, a_score

EMPTY = InputError(ErrorCode.FILE_EMPTY, "x.pdf is empty.", "Choose the file again.", file="x.pdf")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x")


def a_file(name: str, met: int, value: float | None, low: float, high: float) -> tuple[str, Report]:
    score = a_score(value, low, high)
    return name, a_report(score=score, met=met, sha256=name, text_sha256=name)


def rank(*results: tuple[str, Report | InputError]) -> Screening:
    return rank_rows(results, role=ROLE, as_of=AS_OF)


def sheet_of(data: bytes) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(data)).active.iter_rows()]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "=HYPERLINK('a')"],
)
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert guard_cell(cell) == "'" + cell


@pytest.mark.parametrize(("cell", "kept"), [("a.pdf", "a.pdf"), (None, ""), (3, "3"), ("a=b", "a=b"), (68.2, "68.2")])
def test_plain_cells_stay(cell: object, kept: str) -> None:
    assert guard_cell(cell) == kept


def test_the_csv_has_a_row_for_each_file() -> None:
    table = list(csv.DictReader(io.StringIO(to_csv(rank(a_file("=a.pdf", 1, 10, 10, 10), ("x.pdf", EMPTY))))))

    assert [row["file"] for row in table] == ["'=a.pdf", "x.pdf"]
    assert table[0]["must_haves_not_shown"] == "Mentoring; Messaging"
    assert (table[0]["rank"], table[0]["score"], table[0]["must_haves"]) == ("1", "10", "6")
    assert table[1]["error"] == "file_empty"


def test_the_csv_without_names_names_nobody() -> None:
    text = to_csv(rank(a_file("jane_doe.pdf", 1, 10, 10, 10), ("x.pdf", EMPTY)), names=False)

    assert "jane_doe" not in text
    assert "x.pdf" not in text


def test_all_forms_have_the_same_columns_and_cells() -> None:
    screening = rank(a_file("a.pdf", 3, 68.2, 63, 73.4), ("x.pdf", EMPTY))
    keys = [column.key for column in COLUMNS]

    table = list(csv.reader(io.StringIO(to_csv(screening))))
    shape = json.loads(to_table_json(screening))
    sheet = sheet_of(to_xlsx(screening))

    assert table[0] == keys
    assert sheet[0] == [column.title for column in COLUMNS]
    assert [list(row) for row in shape["rows"]] == [keys, keys]
    for row, cells, filled in zip(shape["rows"], table[1:], sheet[1:], strict=True):
        assert ["" if value is None else str(value) for value in row.values()] == cells
        assert [value or None for value in row.values()] == [value or None for value in filled]
    assert shape["role"]["id"] == ROLE.id


@pytest.mark.parametrize("start", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula(start: str) -> None:
    book = load_workbook(io.BytesIO(to_xlsx(rank(a_file(start + "x", 1, 10, 10, 10)))))

    cells = [cell for row in book.active.iter_rows() for cell in row]

    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert any(str(cell.value).startswith("'") for cell in cells)


def test_figures_stay_figures_in_a_workbook() -> None:
    row = sheet_of(to_xlsx(rank(a_file("a.pdf", 3, 68.2, 63, 73.4))))[1]

    assert (row[0], row[9], row[10]) == (1, 68.2, 63)


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    assert sheet_of(to_xlsx(rank(a_file("a\x00b\x1f.pdf", 1, 10, 10, 10))))[1][3] == "ab.pdf"


def test_the_same_ranking_gives_the_same_bytes_of_a_workbook() -> None:
    screening = rank(a_file("a.pdf", 3, 68.2, 63, 73.4))

    first, second = to_xlsx(screening), to_xlsx(screening)

    assert first == second
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml")
    assert core.count(AS_OF.isoformat().encode()) == 2


@pytest.mark.parametrize(
    "write", [to_table_json, lambda *a, **k: str(sheet_of(to_xlsx(*a, **k)))], ids=["json", "xlsx"]
)
def test_the_other_forms_name_nobody_either(write) -> None:
    screening = rank(a_file("jane_doe.pdf", 1, 10, 10, 10), ("x.pdf", EMPTY))

    assert "jane_doe" in write(screening)
    assert "jane_doe" not in write(screening, names=False)
    assert "x.pdf" not in write(screening, names=False)


def test_a_row_without_a_result_has_empty_cells() -> None:
    error = RowError("file_empty", "m", "r", None)
    screening = replace(rank(("x.pdf", EMPTY)), rows=(replace(rank(("x.pdf", EMPTY)).rows[0], error=error),))

    assert json.loads(to_table_json(screening))["rows"][0]["score"] is None

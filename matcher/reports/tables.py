"""The ranking as a table for other programs: CSV, XLSX and JSON, from one definition of its columns."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from matcher.domain.report import Screening, ScreeningRow

__all__ = ["COLUMNS", "Column", "guard_cell", "to_csv", "to_table_json", "to_xlsx"]

Cell = str | int | float | None
# What a spreadsheet may take for a formula; the last four are the full-width forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# XML holds none of these, so a workbook cannot either.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its heading for people, and how its cell is made. ``named`` ones may tell who it is."""

    key: str
    title: str
    cell: Callable[[ScreeningRow], Cell]
    named: bool = False
    width: int = 12


def _required(field: str) -> Callable[[ScreeningRow], Cell]:
    return lambda row: getattr(row.coverage.required, field) if row.coverage else None


def _preferred(field: str) -> Callable[[ScreeningRow], Cell]:
    return lambda row: getattr(row.coverage.preferred, field) if row.coverage else None


def _score(field: str) -> Callable[[ScreeningRow], Cell]:
    return lambda row: getattr(row.score, field) if row.score else None


def _error(field: str) -> Callable[[ScreeningRow], Cell]:
    return lambda row: getattr(row.error, field) if row.error else None


COLUMNS: tuple[Column, ...] = (
    Column("rank", "Rank", lambda row: row.rank, width=6),
    Column("tied", "Tied", lambda row: "yes" if row.tied else "no", width=6),
    Column("resume", "Resume", lambda row: row.alias, width=9),
    Column("file", "File", lambda row: row.label, named=True, width=28),
    Column("must_haves_shown", "Must-haves shown", _required("met")),
    Column("must_haves_in_part", "Must-haves in part", _required("partial")),
    Column("must_haves", "Must-haves asked", _required("total")),
    Column("nice_to_haves_shown", "Nice-to-haves shown", _preferred("met")),
    Column("nice_to_haves", "Nice-to-haves asked", _preferred("total")),
    Column("score", "Score", _score("value"), width=8),
    Column("score_low", "Score, low end", _score("low"), width=8),
    Column("score_high", "Score, high end", _score("high"), width=8),
    Column(
        "must_haves_not_shown",
        "Must-haves not shown",
        lambda row: "; ".join(one.label for one in row.missing_required),
        width=48,
    ),
    Column("warnings", "Warnings", lambda row: " ".join(dict.fromkeys(one.code for one in row.warnings)), width=20),
    Column("duplicate_of", "Same text as", lambda row: row.duplicate_of),
    Column("error", "Error", _error("code"), width=18),
    Column("message", "What is wrong", _error("message"), named=True, width=36),
    Column("remedy", "What to do", _error("remedy"), width=36),
)


def guard_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula, by a leading quote mark.

    Example: a file named "=HYPERLINK(...).pdf".
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _columns(decisions: Mapping[str, str] | None) -> tuple[Column, ...]:
    """Return the columns, with one for what people decided where there are decisions, by the alias of the resume."""
    if decisions is None:
        return COLUMNS
    return (*COLUMNS, Column("decision", "Decision", lambda row: decisions.get(row.alias)))


def _cells(row: ScreeningRow, columns: Sequence[Column], *, names: bool) -> dict[str, Cell]:
    return {column.key: column.cell(row) if names or not column.named else None for column in columns}


def to_csv(screening: Screening, *, names: bool = True, decisions: Mapping[str, str] | None = None) -> str:
    """Write a ranking as CSV (RFC 4180, all fields quoted).

    Args:
        screening: the ranking.
        names: whether the file names stand in it; without them only the aliases do.
        decisions: what people decided, by the alias of the resume; a column of its own, which audits of bias read.
    """
    columns = _columns(decisions)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.key for column in columns])
    for row in screening.rows:
        writer.writerow([guard_cell(value) for value in _cells(row, columns, names=names).values()])
    return out.getvalue()


def to_table_json(screening: Screening, *, names: bool = True, decisions: Mapping[str, str] | None = None) -> str:
    """Write a ranking as JSON: what was compared with, and one object a row with the keys of the CSV."""
    target: Mapping[str, object] = {
        "role": None if screening.role is None else {"id": screening.role.id, "title": screening.role.title},
        "job": None if screening.job is None else {"title": screening.job.title, "sha256": screening.job.sha256},
        "as_of": screening.as_of.isoformat(),
    }
    columns = _columns(decisions)
    rows = [_cells(row, columns, names=names) for row in screening.rows]
    return json.dumps({**target, "rows": rows}, ensure_ascii=False, indent=2) + "\n"


def to_xlsx(screening: Screening, *, names: bool = True, decisions: Mapping[str, str] | None = None) -> bytes:
    """Write a ranking as a workbook with one sheet; figures are figures, no text is a formula.

    The same ranking gives the same bytes.
    """
    # It costs a fifth of a second to load, and only this needs it.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    columns = _columns(decisions)
    book = Workbook()
    sheet = book.create_sheet("Ranking", 0)
    del book["Sheet"]
    sheet.append([column.title for column in columns])
    for row in screening.rows:
        sheet.append([_workbook_cell(value) for value in _cells(row, columns, names=names).values()])
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.cell(1, number).font = Font(bold=True)
        for cells in sheet.iter_rows(min_row=1, min_col=number, max_col=number):
            cells[0].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    book.properties.creator = "Matcher"
    out = io.BytesIO()
    book.save(out)
    return _without_clock(out.getvalue(), screening.as_of)


def _workbook_cell(value: Cell) -> Cell:
    return _NOT_IN_XML.sub("", guard_cell(value)) if isinstance(value, str) else value


def _without_clock(workbook: bytes, day: date) -> bytes:
    """Put the day of judgement where the library wrote the time of writing."""
    stamp = datetime.combine(day, time()).isoformat().encode() + b"Z"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            member = zipfile.ZipInfo(name, date_time=_ZIP_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, content)
    return out.getvalue()

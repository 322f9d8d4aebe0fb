"""The reading order of tables."""

from __future__ import annotations

import pytest

from matcher.parsing.page import Run
from matcher.parsing.tables import Cell, read_rows


def _cell(*lines: str) -> Cell:
    return tuple(Run(line.strip("*"), bold=line.startswith("*")) for line in lines)


def _texts(*rows: list[Cell]) -> list[str]:
    return [" / ".join(run.text.split("   ")) for run in read_rows(rows)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[_cell("Java"), _cell("5 years")]], ["Java / 5 years"]),
        ([[_cell("2019 - 2021"), _cell("Engineer, Acme")]], ["2019 - 2021 / Engineer, Acme"]),
        ([[_cell("Engineer"), _cell("Acme"), _cell("2019 - 2021")]], ["Engineer / Acme / 2019 - 2021"]),
        ([[_cell("Languages"), _cell("Java, Go, SQL")]], ["Languages / Java, Go, SQL"]),
        ([[_cell("Java"), _cell("Go"), _cell("SQL")]], ["Java", "Go", "SQL"]),
        ([[_cell("Java"), _cell("Go")]], ["Java", "Go"]),
        ([[_cell("Skills"), _cell("")], [_cell(), _cell("Java")]], ["Skills", "", "Java"]),
        ([[_cell("Contact", "a@b.c"), _cell("Summary", "I build")]], ["Contact", "a@b.c", "Summary", "I build"]),
        ([[_cell("2019"), _cell("Engineer", "• Built")]], ["2019", "Engineer", "• Built"]),
        ([[_cell("• one 1"), _cell("• two 2")]], ["• one 1", "• two 2"]),
    ],
)
def test_cells_stay_whole_and_rows_of_data_stay_together(rows: list[list[Cell]], expected: list[str]) -> None:
    assert _texts(*rows) == expected


def test_a_form_is_read_label_by_label() -> None:
    long = [[_cell(label), _cell("Built it.", "Ran it.")] for label in ("Name", "Contact", "Profile", "Work")]
    rows = [*long, [_cell("Education"), _cell("BSc, Leeds, 2015")], [_cell("Born"), _cell("1990")]]

    assert _texts(*rows)[-4:] == ["Education", "BSc, Leeds, 2015", "Born", "1990"]


def test_columns_with_headings_over_them_are_read_down() -> None:
    rows = [[_cell("*Skills"), _cell("*Experience")], [_cell("Java", "Go"), _cell("Acme", "• Built")]]

    assert _texts(*rows) == ["Skills", "Java", "Go", "Experience", "Acme", "• Built"]


def test_a_table_of_data_under_headings_is_read_across() -> None:
    rows = [[_cell("*Skill"), _cell("*Years")], [_cell("Java"), _cell("5")], [_cell("Go"), _cell("3")]]

    assert _texts(*rows) == ["Skill", "Years", "Java / 5", "Go / 3"]

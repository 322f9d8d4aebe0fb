"""Whether a line goes on with what stands above it."""

from __future__ import annotations

import pytest

from matcher.domain.document import Format
from matcher.sections.lines import view_lines
from matcher.sections.wrapping import WrapJudge
from tests.sections.builders import Set, document_of, page_of


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Moved the ledger", "to PostgreSQL."),
        ("Used event-", "driven purges."),
        ("Spoke with sales and", "Support."),
        ("Ran Go, Rust,", "Java and C."),
        ("Built the (old", "(and new) ledger"),
        ("06/2024 -", "08/2024"),
        ("February 2024 –", "present"),
        ("November 2020 – Octo-", "ber 2022"),
        ("Charge Nurse, Tern Hospital (August", "2017 – January 2023)"),
    ],
)
def test_an_unfinished_line_goes_on(above: str, line: str) -> None:
    views = view_lines(document_of(f"{above}\n{line}"))

    assert WrapJudge(views, Format.TEXT).continues(views[0], views[1], bullet=True)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Moved the ledger.", "Ran the shop."),
        ("Moved the ledger", "Ran the shop"),
        ("Moved the ledger", "- Ran the shop"),
        ("Developer, Tern", "2019 - 2022"),
        ("Databases: Redis,", "Languages: Go"),
        ("Developer, 2019 - 2022", "led the team"),
    ],
)
def test_a_finished_line_does_not(above: str, line: str) -> None:
    views = view_lines(document_of(f"{above}\n{line}"))

    assert not WrapJudge(views, Format.TEXT).continues(views[0], views[1], bullet=True)


def test_names_right_below_dates_do_not_go_on_with_what_was_done() -> None:
    lines = ["04/2019 – 09/2022", "Principal Architect (interim) @ Institut für Hafenbau, Abt. 4", "Designed a hub"]
    document = page_of([Set(lines[0], width=90), Set(lines[1], width=400), Set(lines[2], width=400)])
    views = view_lines(document)

    assert not WrapJudge(views, Format.PDF).continues(views[1], views[2], bullet=False)


def test_a_label_beside_a_text_is_no_part_of_it() -> None:
    document = page_of([Set("Portland, OR", x0=30), Set("Backend Developer", x0=120, gap=1)])
    views = view_lines(document)

    assert not WrapJudge(views, Format.PDF).continues(views[0], views[1], bullet=False)


def test_a_line_that_reaches_the_margin_by_a_wide_gap_is_not_full() -> None:
    views = view_lines(page_of([Set("Backend Developer Leeds", width=500), Set("Highlights")]))

    assert not WrapJudge(views, Format.PDF).continues(views[0], views[1], bullet=False)


def test_the_last_part_of_broken_dates_does_not_go_on_with_the_head_below_it() -> None:
    views = view_lines(document_of("2017 –\nFebruary 2020\nSoftware Engineer"))

    assert not WrapJudge(views, Format.PDF).continues(views[1], views[2], bullet=False)

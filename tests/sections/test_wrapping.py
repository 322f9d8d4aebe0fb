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


def test_a_label_beside_a_text_is_no_part_of_it() -> None:
    document = page_of([Set("Portland, OR", x0=30), Set("Backend Developer", x0=120, gap=1)])
    views = view_lines(document)

    assert not WrapJudge(views, Format.PDF).continues(views[0], views[1], bullet=False)


def test_a_line_that_reaches_the_margin_by_a_wide_gap_is_not_full() -> None:
    views = view_lines(page_of([Set("Backend Developer Leeds", width=500), Set("Highlights")]))

    assert not WrapJudge(views, Format.PDF).continues(views[0], views[1], bullet=False)

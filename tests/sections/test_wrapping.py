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


# Broken at 60 characters, as a mail program does it.
BROKEN = """
Jo Tern, developer of things that have to be right each time
and on time

2016-2020 Tern Freight, back end. Python and Flask; split
tracking from the monolith.
2012-2016 Quill, developer. Small fixes under a tech lead who
explained things well.
- Four people report to me. Two of my juniors are seniors now.
  Pull requests are read by two.
- Master's thesis about queues at Norrfield, with distinction
- Ran the Kafka cluster.
"""


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("tracking from the monolith.", True),
        ("2012-2016 Quill, developer. Small fixes under a tech lead who", False),
        ("explained things well.", True),
        ("  Pull requests are read by two.", True),
        ("- Ran the Kafka cluster.", False),
    ],
)
def test_a_text_broken_at_a_width_goes_on_where_a_line_was_full(line: str, joined: bool) -> None:
    views = view_lines(document_of(BROKEN))
    at = next(number for number, view in enumerate(views) if view.text == line.strip())

    judge = WrapJudge(views, Format.TEXT)

    assert judge.continues(views[at - 1], views[at], bullet=views[at - 1].bullet > 0) is joined


def test_the_head_of_a_job_ends_with_its_dates_however_full_its_line_is() -> None:
    text = BROKEN + "Kiosk, Rabat. Junior developer, since the 6th of January 2025 to now\nWith the help of others.\n"
    views = [view for view in view_lines(document_of(text)) if not view.blank]

    assert not WrapJudge(views, Format.TEXT).continues(views[-2], views[-1], bullet=False)


def test_on_a_page_what_begins_small_goes_on_below_a_full_line_with_dates() -> None:
    lines = [
        "2016 - 2020 Tern Freight, back end. Split",
        "tracking from the monolith.",
        "Found the lock that held up all the rest.",
    ]
    views = view_lines(page_of(lines))

    assert WrapJudge(views, Format.PDF).continues(views[0], views[1], bullet=False)

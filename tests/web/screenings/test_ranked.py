from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from matcher.pipeline import Upload
from matcher.storage.items import list_items, report_of
from matcher.web.screenings.ranked import told_of
from tests.web.screenings.conftest import Screened


def test_the_ranking_keeps_every_file(screened: Screened) -> None:
    page = screened.page()

    assert "4 files: 2 ranked, 1 not readable, 1 copy" in page
    assert "The order is a reading order, not a decision." in page
    for words in ("Resume A1", "Resume A3", "Not readable", "file_empty", "Same text as"):
        assert words in page


def test_missing_must_haves_stand_in_the_row_with_their_reasons(screened: Screened) -> None:
    page = screened.page()

    assert "Not shown, with reasons" in page
    assert re.search(r"<strong>Team leadership:</strong> \w+", page)


def test_blind_rows_name_nobody_and_open_ones_do(
    screened: Screened, begin: Callable[..., Screened], files: list[Upload], work_off: Callable[[], None]
) -> None:
    shown = begin(files)
    work_off()

    assert "jane_doe" not in screened.page()
    assert "jane_doe" in shown.page()
    assert "Who they are is masked." not in shown.page()


@pytest.mark.parametrize("sort", ["rank", "resume", "must", "score", "decision", "nonsense"])
def test_sorting_is_a_link_and_says_so(sort: str, screened: Screened) -> None:
    page = screened.page(f"?sort={sort}")

    assert page.count("aria-sort") == 1
    assert page.count('<tr role="row" id="A') + page.count('<tr class="quiet"') == 4


def test_a_filter_says_how_many_it_leaves_out(screened: Screened) -> None:
    assert "not in this view" in screened.page("?must=mentoring")


def test_a_resume_with_a_line_changed_is_marked_as_a_near_copy(
    begin: Callable[..., Screened], resume: Upload, work_off: Callable[[], None]
) -> None:
    lines = "".join(f"- Built service number {number} in Go behind a REST API for carriers\n" for number in range(20))
    long = resume.data.replace(b"Skills", lines.encode() + b"Skills")
    made = begin([Upload(long, "a.txt"), Upload(long.replace(b"40 carriers", b"41 carriers"), "b.txt")])
    work_off()

    assert "Nearly the same text as" in made.page()
    assert "2 ranked" in made.page()


def test_reasons_are_those_of_the_reports(screened: Screened) -> None:
    from matcher.reports.serialise import from_json
    from matcher.storage.screenings import find_screening
    from matcher.web.screenings.ranking import rank_items

    with screened.database.read() as connection:
        screening = find_screening(connection, screened.team, screened.id)
        rows = rank_items(list_items(connection, screened.team, screened.id), {})
        told = told_of(connection, screening, rows)
        report = from_json(report_of(connection, screened.team, rows[0].item.id))

    assert len(told) == 3
    assert set(told[rows[0].item.id].reasons) == {one.id for one in report.requirements}

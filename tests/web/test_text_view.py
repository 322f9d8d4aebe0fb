from __future__ import annotations

from datetime import date

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.web.text_view import TextView, view_text
from tests.web.conftest import RESUME


@pytest.fixture(scope="module")
def view(matcher: Matcher) -> TextView:
    reading = matcher.read(Upload(RESUME, "ada.txt"), as_of=date(2026, 11, 1))
    report = matcher.judge(reading, matcher.role("lead-backend-engineer"), as_of=date(2026, 11, 1))
    return view_text(reading, report)


def test_the_lines_are_the_whole_text(view: TextView) -> None:
    text = "\n".join("".join(piece.text for piece in line.pieces) for line in view.lines)

    assert text.split() == RESUME.decode().split()
    assert [line.number for line in view.lines] == list(range(1, len(view.lines) + 1))


def test_name_and_contact_are_told_apart(view: TextView) -> None:
    cut = [line for line in view.lines if line.kind == "cut"]

    assert "Ada Byte" in cut[0].pieces[0].text
    assert not any(piece.marked for line in cut for piece in line.pieces)


def test_headings_are_told_apart(view: TextView) -> None:
    heads = ["".join(piece.text for piece in line.pieces) for line in view.lines if line.kind == "head"]

    assert heads == ["Experience", "Skills"]


def test_what_counted_is_marked_where_it_stands(view: TextView) -> None:
    marked = {piece.text for line in view.lines for piece in line.pieces if piece.marked}
    databases = next(one for one in view.counted if one.requirement == "relational-databases")

    assert any("PostgreSQL" in words for words in marked)
    words, number = databases.hits[0]
    line = "".join(piece.text for piece in view.lines[number - 1].pieces)
    assert words in line


def test_jobs_and_sections_are_listed(view: TextView) -> None:
    assert [(job.title, job.dates) for job in view.jobs] == [("Back-end Engineer, Quillmere Freight", "2018-01 to now")]
    assert [name for name, _ in view.sections][-2:] == ["Experience", "Skills"]
    assert view.worked.startswith("8 years and 1")

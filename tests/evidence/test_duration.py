from __future__ import annotations

import pytest

from matcher.domain.candidate import Position
from matcher.domain.catalogue import SkillId
from matcher.domain.dates import PartialDate
from matcher.domain.document import Span
from matcher.evidence.duration import last_month, months_between, united_months
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume


def position(start: str | None, end: str | None = None, *, current: bool = False) -> Position:
    return Position("Developer", "Acme", Span(0, 9), Span(0, 9), _date(start), _date(end), current)


def _date(text: str | None) -> PartialDate | None:
    if text is None:
        return None
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)


@pytest.mark.parametrize(
    ("positions", "months"),
    [
        ([position("2020-01", "2020-12")], 12),
        ([position("2020-01", "2020-12"), position("2020-07", "2021-06")], 18),
        ([position("2018", "2021"), position("2021", current=True)], 101),
        ([position("2018", "2021")], 36),
        ([position("2019", "2019")], 6),
        ([position("2026-10", current=True)], 2),
        ([position("2026-10", "2030-01")], 2),
        ([position("2021-05", "2020-01")], None),
        ([position(None)], None),
        ([], None),
    ],
)
def test_months_are_united_and_never_added_twice(positions: list[Position], months: int | None) -> None:
    assert (united_months(positions, as_of=AS_OF) or None) == months


def test_the_last_month_is_the_latest_known_one() -> None:
    assert last_month([None, PartialDate(2019), PartialDate(2019, 4)]) == PartialDate(2019)
    assert last_month([None]) is None


def test_a_year_without_a_month_counts_as_its_end() -> None:
    assert months_between(PartialDate(2025), AS_OF) == 11


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Taught SQL to nine colleagues, 2011 to 2012.", 2012),
        ("Taught SQL to nine colleagues in 2012.", 2012),
        ("Taught SQL to colleagues since 2012.", 2026),
        ("Taught SQL to nine colleagues.", 2026),
        ("Taught SQL to some 2012 users.", 2026),
    ],
)
def test_a_year_in_the_statement_says_until_when_it_shows(matcher: Matcher, line: str, year: int) -> None:
    profile = matcher.read(resume(job(line, dates="01/2010 - present")), as_of=AS_OF).profile
    last = profile.skills[SkillId("languages.sql")].proofs[0].last_used

    assert last is not None
    assert last.year == year

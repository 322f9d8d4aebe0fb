"""Dates of a job that a narrow column breaks."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.document import SectionKind, StatementKind
from matcher.evidence.dates import DateReader
from matcher.evidence.position_dates import broken_dates
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of, parts_of


def joined(text: str, taxonomy: Taxonomy) -> list[tuple[str | None, str | None]]:
    document = document_of(f"Ana Quist\nExperience\n{text}")
    sections, statements = parts_of(document, taxonomy)
    (section,) = [one for one in sections if one.kind is SectionKind.EXPERIENCE]
    mine = [one for one in statements if section.span.contains(one.span) and one.kind is not StatementKind.HEADING]
    found = broken_dates(document, mine, DateReader(taxonomy.lexicon.words), as_of=date(2026, 11, 1))
    return [(str(one.start), None if one.current else str(one.end)) for _, one in sorted(found.periods.items())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mar\n2020 –\nPresent\nDeveloper\nTern\n- Built.", [("2020-03", None)]),
        ("Aug 2017\n– Feb\n2020\nDeveloper\nTern\n- Built.", [("2017-08", "2020-02")]),
        ("Sep\nDeveloper\n2015 –\nTern, Larvik\nJul 2017\n- Built.", [("2015-09", "2017-07")]),
        ("Sep 2015\nJul 2017\nDeveloper\nTern\n- Built.", [("2015-09", "2017-07")]),
        ("Developer  Mar 2019 -\nTern, Larvik  Feb 2020\n- Built.", [("2019-03", "2020-02")]),
        ("Developer  Mar 2019\nTern, Larvik  - Present\n- Built.", [("2019-03", None)]),
    ],
)
def test_parts_of_dates_are_joined(text: str, expected: list[tuple[str, str | None]], taxonomy: Taxonomy) -> None:
    assert joined(text, taxonomy) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2020 - 2022\nDeveloper\nTern\n- Built.\n2018 - 2020\nTester\nTern",
        "2020\nDeveloper, Tern\n2018\nTester, Tern",
        "2020\n2018\nDeveloper, Tern",
        "Developer, Tern  2018 -\n- Moved in 2020",
        "May\nDeveloper, Tern, 2018 - 2020",
    ],
)
def test_what_is_whole_or_apart_stays_as_it_is(text: str, taxonomy: Taxonomy) -> None:
    assert joined(text, taxonomy) == []

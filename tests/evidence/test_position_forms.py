"""Jobs set as forms."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.document import Span
from matcher.evidence.dates import DateReader
from matcher.evidence.position_forms import labelled_period, with_labels_joined, with_late_labels_moved
from matcher.evidence.position_labels import form_labels
from matcher.evidence.position_units import Block, HeadLine
from matcher.taxonomy.index import Taxonomy

TODAY = date(2026, 11, 1)


def head(text: str, taxonomy: Taxonomy) -> list[HeadLine]:
    lines, at = [], 0
    for line in text.split("\n"):
        period = next(iter(DateReader(taxonomy.lexicon.words).find(line, as_of=TODAY)), None)
        lines.append(HeadLine(Span(at, at + len(line)), line, period))
        at += len(line) + 1
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Employer\nTern\nPosition:\nDeveloper", ["Employer\tTern", "Position:\tDeveloper"]),
        ("Sector\nParcels\nEmployer\nTern", ["Employer\tTern"]),
        ("Period\nEmployer\nTern", ["Period", "Employer\tTern"]),
        ("Tern\nDeveloper", ["Tern", "Developer"]),
    ],
)
def test_a_label_is_put_before_its_value(text: str, expected: list[str], taxonomy: Taxonomy) -> None:
    labels = form_labels(taxonomy.lexicon.words)
    assert [line.text for line in with_labels_joined(head(text, taxonomy), labels)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From: 04/2018\nTo: present", ("2018-04", None)),
        ("From 04/2018\nTo 02/2019", None),
        ("From\t04/2018\nTo\t02/2019", ("2018-04", "2019-02")),
        ("From: 04/2018\nTern", None),
    ],
)
def test_two_labelled_dates_make_a_period(
    text: str, expected: tuple[str, str | None] | None, taxonomy: Taxonomy
) -> None:
    words = taxonomy.lexicon.words
    found = labelled_period(head(text, taxonomy), form_labels(words), DateReader(words), as_of=TODAY)
    assert (found and (str(found.start), str(found.end) if found.end else None)) == expected


@pytest.mark.parametrize(
    ("first", "moved"), [("Dates: 04/2018 - 02/2019", True), ("Developer, 04/2018 - 02/2019", False)]
)
def test_an_employer_behind_the_body_belongs_to_a_form_that_begins_with_its_dates(
    first: str, moved: bool, taxonomy: Taxonomy
) -> None:
    words = taxonomy.lexicon.words
    blocks = [Block(head(first, taxonomy)), Block(head("Name of employer: Tern\nDates: 01/2015 - 03/2018", taxonomy))]
    found = with_late_labels_moved(blocks, form_labels(words))
    assert [len(block.lines) for block in found] == ([2, 1] if moved else [1, 2])

"""Lines among the jobs that are no jobs, beside lines that are."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.evidence.dates import parse_period
from matcher.evidence.other_lines import other_lines
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B.Sc. Applied Mathematics, Marsh University, 2014 - 2018", True),
        ("Diploma in Computer Science (Dipl.-Inform.), 2004", True),
        ("Certified Scrum Master, 2014", True),
        ('Talk: "From queue to stream", Tern meetup, 2025', True),
        ("Online course on algorithms, 2026", True),
        ("PhD student, Marsh University, 2015 - 2019", False),
        ("Certified Nursing Assistant, Tern Hospital, 2012 - 2015", False),
        ("Certified Nursing Assistant", False),
        ("Course instructor, Tern Academy, 2019", False),
        ("April 2020 - Present, Boston, MA", False),
        ("Boston, MA", False),
        ("Tern Health | Boston, MA | May 2019 - Present", False),
        ("Copper Tern // Quincy, MA // May 2019 - Present", False),
        ("Tern Street Media, Quincy, MA (2015 - 2019)", False),
        ("Boston, MA, May 2019 - Present", False),
        ("MA Physics, Marsh University, Boston, MA, 2014 - 2018", True),
        ("Physics, MA, Marsh University, 2014 - 2018", True),
        ("Software developer, Kystdata AS, 2016 - 2020", False),
        ("Scrum Master, Larkfield Freight, 2019 - 2021", False),
        ("Backend developer, Tern Freight, 2019 - 2021", False),
    ],
)
def test_degrees_certificates_courses_and_talks_are_no_jobs(text: str, expected: bool, taxonomy: Taxonomy) -> None:
    words = taxonomy.lexicon.words
    period = parse_period(text, words, as_of=date(2026, 11, 1))
    assert other_lines(words).is_one(text, period) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Family.", True),
        ("Parental leave", True),
        ("Sabbatical, travelled through Asia", True),
        ("Family therapist", False),
        ("Travel Agent", False),
        ("Backend developer", False),
    ],
)
def test_time_off_is_no_job(text: str, expected: bool, taxonomy: Taxonomy) -> None:
    assert other_lines(taxonomy.lexicon.words).is_time_off(text) is expected

"""Who somebody is changes nothing: names, places, schools, ages and clubs are swapped in twenty resumes of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.pipeline import Matcher, Upload

BODIES = sorted((Path(__file__).parents[1] / "evaluation" / "matching" / "resumes").glob("*.txt"))[:20]
AS_OF = date(2026, 11, 1)

RESUME = """{name}
{street}, {place}
{pronouns} | {age}

{body}

Education
B.Sc. Computer Science, {school}, 2009 - 2013

References
{person}, {firm}
Reported to {person} and mentored by {title} {surname}.

Interests
{club}, reading
"""

PLAIN = {
    "name": "Anna Novak",
    "street": "4 Mill Lane",
    "place": "Utrecht",
    "pronouns": "she/her",
    "age": "34 years old",
    "school": "Delft University",
    "person": "Peter Holm",
    "firm": "Holm Logistics",
    "title": "Dr.",
    "surname": "Lindqvist",
    "club": "Riverside Rowing Club",
}
SWAPPED = {
    "ruby jackson": {
        "name": "Ruby Jackson",
        "street": "12 Java Street",
        "place": "Phoenix",
        "pronouns": "he/him",
        "age": "51 years old",
        "school": "Cassandra College",
        "person": "Julia Brandt",
        "firm": "Swift Couriers Ltd",
        "title": "Prof.",
        "surname": "Pascal",
        "club": "Jupiter Tennis Club",
    },
    "franz kafka": {
        "name": "Franz Kafka",
        "street": "3 Oracle Road",
        "place": "Prague",
        "pronouns": "they/them",
        "age": "23 years old",
        "school": "Julia Academy",
        "person": "Travis Cole",
        "firm": "Maven Consulting",
        "title": "Mr",
        "surname": "Jenkins",
        "club": "Spring Choir Society",
    },
    "ada gatsby": {
        "name": "Ada Gatsby",
        "street": "77 Docker Avenue",
        "place": "Kotlin Island",
        "pronouns": "ze/zir",
        "age": "62 years old",
        "school": "Redis Institute",
        "person": "Cassandra Hill",
        "firm": "Phoenix Insurance",
        "title": "Mrs.",
        "surname": "H. Hudson",
        "club": "Falcon Chess Club",
    },
}


def found(matcher: Matcher, body: str, persona: dict[str, str]) -> list[tuple[str, ...]]:
    """Return every mention without its offsets, which the lengths of the names move."""
    text = RESUME.format(body=body, **persona)
    parts = matcher.read(Upload(text.encode(), "resume.txt"), as_of=AS_OF).parts
    shown = parts.document.text
    return [
        (
            shown[m.span.start : m.span.end],
            m.skill,
            m.section.value,
            m.method.value,
            m.assertion.value,
            m.strength.value,
            m.version or "",
        )
        for m in parts.mentions
    ]


@pytest.mark.parametrize("persona", SWAPPED)
@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_the_same_skills_are_read_whoever_wrote_the_resume(matcher: Matcher, path: Path, persona: str) -> None:
    body = "\n".join(path.read_text("utf-8").splitlines()[2:])

    assert found(matcher, body, SWAPPED[persona]) == found(matcher, body, PLAIN)

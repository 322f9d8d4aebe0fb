"""The subject of a degree is read behind its name or before it."""

from __future__ import annotations

import pytest

from matcher.evidence.degrees import school_judge
from matcher.evidence.study_subjects import subject_before, told_subject
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("BSc (Hons) in Computer Science, 2014", "Computer Science"),
        ("BSc Computer Science, Northern University", "Computer Science"),
        ("MSc - Distributed Systems | 2019", "Distributed Systems"),
        ("Bachelor of Science (three years) in Mathematics", "Mathematics"),
        ("BSc, Northern University", None),
        ("MSc 2019", None),
    ],
)
def test_a_subject_stands_behind_the_name(taxonomy: Taxonomy, text: str, subject: str | None) -> None:
    schools = school_judge(taxonomy.lexicon.words)
    degree = schools.degree(text)
    assert degree is not None
    told = told_subject(text, degree, schools)
    assert told.subject == subject
    assert text[: told.end].rstrip().endswith(subject or text[degree.start : degree.end])


@pytest.mark.parametrize(
    ("text", "subject"), [("Computer Science, ", "Computer Science"), ("Northern University, ", None), ("", None)]
)
def test_a_subject_stands_before_the_name(taxonomy: Taxonomy, text: str, subject: str | None) -> None:
    assert subject_before(text, school_judge(taxonomy.lexicon.words)) == subject

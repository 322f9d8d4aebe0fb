"""Degrees are told from masters of other kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.job_description import JobReading


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bachelor's degree in computer science", ("bachelor", True, False)),
        ("BS/MS in CS or equivalent practical experience", ("bachelor", True, True)),
        ("B.Sc. or M.Sc. in informatics", ("bachelor", True, False)),
        ("MSc in a technical subject", ("master", True, False)),
        ("Master's degree preferred", ("master", False, False)),
        ("PhD is a plus", ("doctorate", False, False)),
        ("A university degree or comparable experience", ("bachelor", True, True)),
        ("Degree in engineering is nice to have", ("bachelor", False, False)),
        ("Educated to degree level", ("bachelor", True, False)),
        ("No degree required", None),
        ("We don't care about degrees", None),
        ("Scrum master certificate", None),
        ("MS SQL and MS Office", None),
        ("A high degree of independence", None),
        ("Master branch builds stay green", None),
        ("You want to be in a team", None),
    ],
)
def test_what_degree_is_asked_for(
    line: str, expected: tuple[str, bool, bool] | None, read: Callable[[str], JobReading]
) -> None:
    degree = read(f"Developer\n\nRequirements\n- Haskell\n- {line}\n").target.degree
    assert (degree and (degree.level, degree.required, degree.equivalent_ok)) == expected

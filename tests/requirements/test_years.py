"""Years that are asked for are told from years of the calendar, of companies and of contracts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.job_description import JobReading

Read = Callable[[str], JobReading]


def target(read: Read, line: str) -> JobReading:
    return read(f"Developer\n\nRequirements\n- Haskell\n- {line}\n")


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of back-end experience", 5),
        ("5 years or more in software development", 5),
        ("3-5 years of experience", 3),
        ("3–5 yrs exp", 3),
        ("3 to 5 years as a developer", 3),
        ("Between four and six years of experience", 4),
        ("At least five years of professional experience", 5),
        ("Minimum of five (5) years' experience", 5),
        ("8 years+ in engineering", 8),
        ("Experience: 4 years", 4),
        ("Years of experience: 6+", 6),
        ("18+ months of experience", 1.5),
        ("7+ years of experience, of which at least 2 leading people", 7),
        ("10+ years in total, including 3 in Java", 10),
        ("5+ years with a bachelor's degree, or 3+ years with a master's", 5),
        ("4+ years of Java", 4),
        ("Four years or so of back-end work, Kotlin preferred over Java", 4),
        ("Java (4+ years)", 4),
        ("2 years of Java, 6 years of PostgreSQL", 6),
        ("3+ years, ideally 5+ years", 3),
        ("At least half a decade of Java", 5),
        ("A couple of years of Java", 2),
        ("Five-plus years of Java", 5),
        ("3y+ of Java", 3),
        ("No less than 4 years of Java", 4),
        ("One and a half years of Java", 1.5),
        ("Java for at least a year", 1),
        ("Up to 3 years of Java", None),
        ("3 years leading engineers", None),
        ("A 2-year contract", None),
        ("You are at least 18 years old", None),
        ("Our code is 12 years old", None),
        ("We grew twice in the past 3 years", None),
        ("Plans for the next 5 years", None),
        ("A career of many years", None),
        ("24/7 support in 2025", None),
    ],
)
def test_the_years_of_the_trade(line: str, years: float | None, read: Read) -> None:
    assert target(read, line).target.min_years == years


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("3+ years of Java", 3),
        ("Java (3+ years)", 3),
        ("Java: 3 years", 3),
        ("3 years of hands-on experience with Java", 3),
        ("3 years with PostgreSQL and Java", 3),
        ("3 years of experience, good Java", None),
        ("Java; 3 years of experience in the trade", None),
        ("Java", None),
    ],
)
def test_the_years_of_a_skill(line: str, years: float | None, read: Read) -> None:
    java = [entry for entry in target(read, line).target.requirements if "languages.java" in entry.any_of]
    assert [entry.min_years for entry in java] == [years]


def test_years_that_are_only_preferred_are_not_required(read: Read) -> None:
    text = "Developer\n\nRequirements\n- Java\n\nNice to have\n- 10 years of experience\n"
    assert read(text).target.min_years is None

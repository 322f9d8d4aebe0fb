"""Whole postings of many kinds are read for what they ask, and for nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from matcher.domain.catalogue import Importance, RequirementKind
from matcher.errors import ErrorCode, InputError
from matcher.parsing.copied import parse_pasted_posting
from matcher.requirements.job_description import JobReading
from matcher.requirements.noise import Reason
from matcher.taxonomy.index import Taxonomy

Read = Callable[[str], JobReading]
ReadFile = Callable[[Path], JobReading]
JOBS = sorted((Path(__file__).resolve().parent.parent / "data" / "jobs").glob("*.txt"))
Groups = set[frozenset[str]]


def choices(reading: JobReading, importance: Importance, taxonomy: Taxonomy) -> Groups:
    """The technologies that are asked for, as sets of alternatives; ideas and ways of working are left out."""
    asked = (
        requirement.any_of
        for requirement in reading.target.requirements
        if requirement.importance is importance and requirement.id not in taxonomy.requirements
    )
    return products(asked, taxonomy)


def products(groups: Iterable[Iterable[str]], taxonomy: Taxonomy) -> Groups:
    ideas = {skill for skill, record in taxonomy.skills.items() if record.kind in {"concept", "practice", "people"}}
    return {frozenset(group) - ideas for group in groups} - {frozenset()}


@pytest.mark.parametrize("path", JOBS, ids=lambda path: path.stem)
def test_a_posting_is_read_for_what_it_asks(path: Path, read: Read, taxonomy: Taxonomy) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    reading = read(path.read_text("utf-8"))
    target = reading.target
    named = {skill for requirement in target.requirements for skill in requirement.any_of}
    assert (target.title, target.level, target.min_years) == (
        expected["title"],
        expected["level"],
        expected["min_years"],
    )
    degree = target.degree and [target.degree.level, target.degree.required, target.degree.equivalent_ok]
    assert degree == expected["degree"]
    assert choices(reading, Importance.REQUIRED, taxonomy) == products(expected["required"], taxonomy)
    assert choices(reading, Importance.PREFERRED, taxonomy) == products(expected["preferred"], taxonomy)
    assert {skill for group in expected["required"] + expected["preferred"] for skill in group} <= named
    assert not named & set(expected["never"])
    assert set(expected["own"]) <= {requirement.id for requirement in target.requirements}


@pytest.mark.parametrize("path", JOBS, ids=lambda path: path.stem)
def test_a_file_is_read_like_the_same_text_pasted(path: Path, read: Read, read_file: ReadFile) -> None:
    pasted, kept = read(path.read_text("utf-8")).target, read_file(path).target
    asked = [[(r.importance, r.any_of, r.min_years, r.level) for r in target.requirements] for target in (pasted, kept)]
    assert asked[0] == asked[1]
    assert (pasted.title, pasted.min_years, pasted.degree) == (kept.title, kept.min_years, kept.degree)


@pytest.mark.parametrize("path", JOBS, ids=lambda path: path.stem)
def test_every_requirement_quotes_its_place_and_has_a_name_of_its_own(path: Path, read: Read) -> None:
    text = path.read_text("utf-8")
    shown = parse_pasted_posting(text).text
    requirements = read(text).target.requirements
    for requirement in requirements:
        assert requirement.quote is not None
        assert requirement.quote.text
        assert requirement.quote.text.split("\n")[0] in shown
        assert requirement.label
    assert len({requirement.id for requirement in requirements}) == len(requirements)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We are a bakery.\n\nOur bread is good.\n",
        "About us\nWe sell kettles and use PostgreSQL for our shop.\n\nBenefits\nTea.\n",
        "Dear all, the meeting has been moved to four.\n",
    ],
)
def test_a_text_that_asks_for_nothing_is_refused(text: str, read: Read) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.code is ErrorCode.JOB_UNREADABLE


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("You don't need to know Rust.", Reason.NOT_NEEDED),
        ("Java, but no Kotlin knowledge needed; any knowledge of Rust is not required", Reason.NOT_NEEDED),
    ],
)
def test_what_is_left_out_has_a_reason(line: str, reason: Reason, read: Read) -> None:
    reading = read(f"Developer\n\nRequirements\n- Python\n- {line}\n")
    assert ("languages.rust", reason) in {(left.skill, left.reason) for left in reading.left_out}


def test_a_skill_asked_for_twice_is_one_requirement_with_the_plainer_quote(read: Read) -> None:
    target = read("Developer\n\nTasks\n- You write Python services\n\nRequirements\n- Python, 3+ years\n").target
    python = [requirement for requirement in target.requirements if "languages.python" in requirement.any_of]
    assert [(requirement.quote and requirement.quote.text, requirement.min_years) for requirement in python] == [
        ("Python, 3+ years", 3)
    ]


def test_the_years_of_the_trade_are_a_requirement_of_their_own(read: Read) -> None:
    target = read("Developer\n\nRequirements\n- 4+ years of back-end development\n- Python\n").target
    years = [requirement for requirement in target.requirements if requirement.kind is RequirementKind.EXPERIENCE]
    assert [(requirement.label, requirement.min_years) for requirement in years] == [("4 years of experience", 4)]


def test_familiarity_is_met_by_a_listing(read: Read) -> None:
    target = read("Developer\n\nRequirements\n- Python\n- Familiarity with Docker\n").target
    assert {requirement.id: requirement.level for requirement in target.requirements} == {
        "python": "used",
        "docker": "listed",
    }


def test_reading_is_the_same_every_time(read: Read) -> None:
    for path in JOBS:
        text = path.read_text("utf-8")
        assert read(text) == read(text)

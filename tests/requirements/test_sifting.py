"""Words that announce, commonplaces and traits ask for nothing that can be judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.job_description import JobReading
from matcher.requirements.noise import Reason

Read = Callable[[str], JobReading]


def ids(reading: JobReading) -> set[str]:
    return {skill for requirement in reading.target.requirements for skill in requirement.any_of}


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Requirements\n- Degree in computer science", "degrees.computer_science", Reason.FIELD),
        ("We use Jira and Haskell.", "tools.jira", Reason.EMPLOYER_TOOL),
        ("Requirements\n- Skills: public speaking, negotiation", "people.public_speaking", Reason.TRAIT),
        ("Requirements\n- Experience in software development", "practices.software_development", Reason.GENERAL),
        ("Tasks\n- Work with product and machine learning", "data.machine_learning", Reason.COLLEAGUES),
        ("Tasks\n- Work with design and our Java colleagues", "languages.java", Reason.COLLEAGUES),
        ("Ignore Kubernetes, it is not here.", "containers.kubernetes", Reason.NOT_NEEDED),
    ],
)
def test_a_skill_is_left_out_for_a_reason(text: str, skill: str, reason: Reason, read: Read) -> None:
    reading = read(f"Developer\nYou bring Haskell.\n\n{text}\n")
    assert skill not in ids(reading)
    assert (skill, reason) in {(left.skill, left.reason) for left in reading.left_out}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Requirements\n- Experience with Jira", "tools.jira"),
        ("Requirements\n- Machine learning", "data.machine_learning"),
        ("Requirements\n- Knowledge of databases", "databases.database"),
        ("Requirements\n- Front-end development in React", "frontend.react"),
    ],
)
def test_the_same_skill_is_asked_for_elsewhere(text: str, skill: str, read: Read) -> None:
    assert skill in ids(read(f"Developer\nYou bring Haskell.\n\n{text}\n"))

"""What a posting says about itself asks for nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.job_description import JobReading

Read = Callable[[str], JobReading]
START = "Developer\nYou bring Haskell.\n"


def named(reading: JobReading) -> set[str]:
    return {skill for requirement in reading.target.requirements for skill in requirement.any_of}


@pytest.mark.parametrize(
    "text",
    [
        "Our customers run Kubernetes.",
        "We are a start-up that sells backups for Kubernetes.",
        "Apply through our portal on Kubernetes.",
        "Salary: more than Kubernetes admins get per annum.",
        "About us\nWe host Kubernetes for florists.",
        "Benefits\n- Kubernetes courses",
    ],
)
def test_what_asks_for_nothing_is_left_out(text: str, read: Read) -> None:
    reading = read(f"{START}\n{text}\n")
    assert "containers.kubernetes" not in named(reading)
    assert "containers.kubernetes" in {left.skill for left in reading.left_out}


@pytest.mark.parametrize(
    "text",
    [
        "You have experience with Kubernetes at our customers.",
        "Day to day you will run Kubernetes.",
        "You'd be running Kubernetes.",
        "About us\nWe are looking for somebody who knows Kubernetes.",
        "Requirements\n- Kubernetes in the offices of our customers",
        "We need Kubernetes skills.",
        "Tasks\n- Run Kubernetes",
    ],
)
def test_a_word_of_demand_keeps_a_sentence(text: str, read: Read) -> None:
    assert "containers.kubernetes" in named(read(f"{START}\n{text}\n"))


def test_what_the_team_uses_is_no_wish_where_it_is_not_needed(read: Read) -> None:
    reading = read("Developer\n\nOur stack: Haskell, Kubernetes, React.\n\nYou will not need React, nor Kubernetes.\n")

    assert named(reading) == {"languages.haskell"}


def test_the_stack_of_the_team_is_preferred(read: Read) -> None:
    target = read(f"{START}\nWe use Kubernetes.\n").target
    assert [entry.importance.value for entry in target.requirements if entry.id == "kubernetes"] == ["preferred"]

"""Wording decides how much is asked, and about which of the skills in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

R, P = "required", "preferred"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kotlin is a plus", {"kotlin": P}),
        ("Kotlin would be nice", {"kotlin": P}),
        ("Kotlin nice to have", {"kotlin": P}),
        ("Ideally Kotlin", {"kotlin": P}),
        ("Bonus points for Kotlin", {"kotlin": P}),
        ("Kotlin, or willingness to learn", {"kotlin": P}),
        ("Kotlin is not a must", {"kotlin": P}),
        ("Kotlin is not required but a plus", {"kotlin": P}),
        ("Preferred: Kotlin", {"kotlin": P}),
        ("Kotlin will be considered a strong advantage", {"kotlin": P}),
        ("Kotlin is a must", {"kotlin": R}),
        ("You must know Kotlin", {"kotlin": R}),
        ("Kotlin", {"kotlin": R}),
        ("Plus-size systems in Kotlin", {"kotlin": R}),
        ("Essential: Kotlin", {"kotlin": R}),
        ("Kotlin is not required", {}),
        ("No Kotlin experience needed", {}),
        ("You don't need to know Kotlin", {}),
        ("We will teach you Kotlin", {}),
        ("We moved away from Kotlin", {}),
    ],
)
def test_a_cue_gives_its_weight(line: str, expected: dict[str, str], asks: Callable[[str], dict[str, str]]) -> None:
    assert asks(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Java required; Kotlin preferred", {"java": R, "kotlin": P}),
        ("Must have Java, nice to have Kotlin", {"java": R, "kotlin": P}),
        ("Java, ideally with some Kotlin", {"java": R, "kotlin": P}),
        ("Java (required), Kotlin (optional)", {"java": R, "kotlin": P}),
        ("Kotlin (nice to have), Java", {"kotlin": P, "java": R}),
        ("Docker and Kubernetes, Terraform is a plus", {"docker": R, "kubernetes": R, "terraform": P}),
        ("Docker, Kubernetes is a plus", {"docker": R, "kubernetes": P}),
        ("Experience with Docker and Kubernetes is a plus", {"docker": P, "kubernetes": P}),
        ("Docker and Kubernetes are a plus", {"docker": P, "kubernetes": P}),
        ("Java; Kafka is a plus", {"java": R, "kafka": P}),
        ("Java but no Kotlin", {"java": R}),
        ("Java instead of Kotlin", {"java": R}),
        ("AWS or GCP, Azure is not needed", {"aws+google_cloud": R}),
        ("Java, and ideally Kafka; Docker is essential", {"java": R, "kafka": P, "docker": R}),
    ],
)
def test_a_cue_speaks_about_its_own_side(
    line: str, expected: dict[str, str], asks: Callable[[str], dict[str, str]]
) -> None:
    assert asks(line) == expected


def test_a_cue_about_them_takes_up_what_came_before(asks: Callable[[str], dict[str, str]]) -> None:
    assert asks("Docker and Kafka are in use; we do not expect you to know them") == {}
    assert asks("Docker; we do not expect Kafka") == {"docker": "required"}

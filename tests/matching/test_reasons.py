from __future__ import annotations

import pytest

from matcher.matching.reasons import LONGEST, years_in_words
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume
from tests.matching.judging import report_on, verdict_on


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "under a month"), (1, "1 month"), (12, "1 year"), (30, "2 years 6 months"), (61, "5 years 1 month")],
)
def test_lengths_are_said_as_people_say_them(months: int, words: str) -> None:
    assert years_in_words(months) == words


@pytest.mark.parametrize(
    ("requirement", "part", "reason"),
    [
        ("containers", job("Services on Kubernetes."), "Used in paid work: Kubernetes."),
        ("containers", "Summary\nNo experience with Docker.", "Docker is named as something not done."),
        ("containers", "Skills\nDocker, Go, Java", "Docker: named, with no work described that used it."),
        ("containers", job("Wrote services in Go."), "Nothing in the text shows it."),
        ("mentoring", job("Mentored two junior developers."), "The work that is described shows it."),
        (
            "backend-experience",
            job("Wrote services in Go.", dates="11/2022 - 10/2026"),
            "4 years of back-end work; 5 years are asked.",
        ),
    ],
)
def test_a_reason_names_what_decided(matcher: Matcher, requirement: str, part: str, reason: str) -> None:
    assert verdict_on(matcher, requirement, part).reason == reason


def test_every_reason_is_one_short_neutral_sentence(matcher: Matcher) -> None:
    parts = (job("Designed the REST API in Go.", "Assisted with Django."), "Skills\nJava, MySQL, Docker, Kafka")
    for role in ("lead-backend-engineer", "senior-backend-engineer", "junior-backend-engineer", "backend-developer"):
        for one in report_on(matcher, *parts, role=role).requirements:
            assert len(one.reason) <= LONGEST
            assert one.reason.endswith(".")
            assert " you" not in one.reason.lower()
            assert one.label.lower() not in one.reason.lower()


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (job("Ran services on Kubernetes."), "Used in paid work."),
        ("Skills\nKubernetes, Go, Java", "Named, with no work described that used it."),
        ("Summary\nNo experience with Kubernetes.", "It is named as something not done."),
        ("Summary\nI am learning Kubernetes.", "It is named as being learned, not used."),
    ],
)
def test_what_is_asked_by_its_own_name_is_not_named_again(matcher: Matcher, part: str, reason: str) -> None:
    target = matcher.job_text("Developer\n\nRequirements\n- Experience with Kubernetes\n")
    found = matcher.report(resume(part), target, as_of=AS_OF)

    assert [one.reason for one in found.requirements if one.label == "Kubernetes"] == [reason]

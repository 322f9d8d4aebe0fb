from __future__ import annotations

import pytest

from matcher.pipeline import Matcher
from tests.evidence.resumes import job
from tests.matching.judging import verdict_on


@pytest.mark.parametrize(
    ("part", "verdict", "status"),
    [
        (job("Services on Kubernetes."), "demonstrated", "met"),
        ("Skills\nKubernetes, Go, Java", "listed", "partial"),
        (job("Terraform for all networks."), "related", "partial"),
        ("Summary\nNo experience with Kubernetes.", "disclaimed", "missing"),
        (job("Wrote services in Go."), "absent", "missing"),
    ],
)
def test_the_five_verdicts(matcher: Matcher, part: str, verdict: str, status: str) -> None:
    found = verdict_on(matcher, "containers", part)

    assert (found.verdict.value, found.status.value) == (verdict, status)


def test_the_best_proof_comes_first(matcher: Matcher) -> None:
    found = verdict_on(matcher, "containers", "Skills\nDocker, Go, Java", job("Services on Kubernetes."))

    assert found.evidence[0].text == "Services on Kubernetes."


def test_a_denial_is_the_evidence_where_nothing_else_is(matcher: Matcher) -> None:
    found = verdict_on(matcher, "containers", "Summary\nNo experience with Kubernetes.")

    assert found.evidence[0].text == "No experience with Kubernetes."

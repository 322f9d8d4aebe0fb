from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.domain.catalogue import SignalId
from matcher.pipeline import Matcher, Upload
from tests.evidence.resumes import AS_OF, job, resume


def test_two_halves_of_reliability_make_a_whole(matcher: Matcher) -> None:
    one = matcher.read(resume(job("Idempotent consumers.")), as_of=AS_OF).profile
    two = matcher.read(resume(job("Idempotent consumers.", "Health checks in the gateway.")), as_of=AS_OF).profile

    assert one.signals["reliability"].grade == "partial"
    assert two.signals["reliability"].grade == "met"


@pytest.mark.parametrize(("title", "found"), [("Team Lead", True), ("Backend Developer", False)])
def test_a_number_of_people_tells_of_leading_in_the_job_of_a_lead(matcher: Matcher, title: str, found: bool) -> None:
    profile = matcher.read(resume(job("Eight engineers, two sites.", title=title)), as_of=AS_OF).profile
    signal = profile.signals.get("team-leadership")

    assert (signal is not None and signal.grade == "met") is found


def test_bare_keywords_about_people_count_nowhere(matcher: Matcher) -> None:
    profile = matcher.read(
        resume("Skills\nJava, Leadership, Mentoring, Code review, Documentation, Teamwork"), as_of=AS_OF
    ).profile

    assert not {"team-leadership", "mentoring", "engineering-standards", "documentation"} & set(profile.signals)


def test_a_fact_with_a_figure_counts_in_a_summary_and_praise_does_not(matcher: Matcher) -> None:
    fact = matcher.read(resume("Summary\nBackend lead, I manage a team of eight developers."), as_of=AS_OF)
    praise = matcher.read(resume("Summary\nProven leader who manages the team and mentors engineers."), as_of=AS_OF)

    assert fact.profile.signals["team-leadership"].grade == "met"
    assert "team-leadership" not in praise.profile.signals


def test_a_denial_is_kept_for_the_report(matcher: Matcher) -> None:
    found = matcher.read(resume("Summary\nIndividual contributor by choice."), as_of=AS_OF)
    proof = found.profile.signals["team-leadership"].proofs[0]

    assert proof.assertion is Assertion.NEGATED
    assert found.parts.document.quote(proof.hit) == "Individual contributor"


@pytest.mark.parametrize(("year", "grade"), [("2025", "met"), ("2016", "partial"), ("", "partial")])
def test_a_recent_certificate_shows_learning_and_an_old_one_less(matcher: Matcher, year: str, grade: str) -> None:
    found = matcher.read(resume(f"Certifications\nCertified Kubernetes Administrator, {year}"), as_of=AS_OF)

    assert found.profile.signals["continuous-learning"].grade == grade


def test_the_same_resume_gives_the_same_signals(matcher: Matcher) -> None:
    upload = Upload(resume("Summary\nLeads six engineers; mentors two juniors.").data, "a.txt")

    first, second = (matcher.read(upload, as_of=AS_OF).profile.signals for _ in range(2))
    assert repr(first) == repr(second)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_line_break_inside_a_statement_is_a_space(matcher: Matcher, gap: str) -> None:
    line = (
        f"I assess architectures, write the target picture and its decision records,{gap}and defend them before the "
        "client's board, their product people and their developers."
    )

    signals = matcher.read(resume(job(line)), as_of=AS_OF).profile.signals

    assert SignalId("collaboration") in signals

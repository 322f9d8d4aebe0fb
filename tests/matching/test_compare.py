from __future__ import annotations

from itertools import pairwise

from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume
from tests.matching.judging import report_on

WORK = job(
    "Led a team of six engineers.", "Designed the REST API in Go.", "Tuned PostgreSQL queries.", "Services on EKS."
)
WORDS = "Skills\nGo, REST, PostgreSQL, Kubernetes, AWS, MongoDB, Django, Jenkins, Docker, Microservices, Caching, OAuth"


def test_each_requirement_of_the_target_is_judged_once_and_in_its_order(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer").requirements
    report = report_on(matcher, WORK)

    assert [one.id for one in report.requirements] == [one.id for one in target.requirements]
    assert sum(round(one.weight * 100) for one in report.requirements) == 10_000


def test_must_haves_are_counted_apart(matcher: Matcher) -> None:
    coverage = report_on(matcher, WORK).coverage

    assert coverage.required.total == 22
    assert coverage.preferred.total == 1


def test_a_stuffed_list_never_ties_shown_work(matcher: Matcher) -> None:
    shown = report_on(matcher, WORK).score.value
    stuffed = report_on(matcher, WORDS, "Summary\n" + " ".join([WORDS.replace("\n", " ")] * 4)).score.value

    assert shown is not None
    assert stuffed is not None
    assert stuffed < shown / 2


def test_repeating_lines_or_lists_changes_no_score(matcher: Matcher) -> None:
    once = report_on(matcher, WORK, WORDS).score
    often = report_on(matcher, WORK + "\n- Tuned PostgreSQL queries." * 4, WORDS, WORDS).score

    assert once.value == often.value


def test_true_evidence_never_lowers_the_score(matcher: Matcher) -> None:
    steps = ["Mentored two juniors.", "Wrote runbooks.", "Profiled the importer.", "Kafka between the services."]
    scores = [
        report_on(matcher, job("Designed the REST API in Go.", *steps[:count])).score.value or 0
        for count in range(len(steps) + 1)
    ]

    assert all(before <= after for before, after in pairwise(scores))


def test_the_same_input_gives_the_same_report(matcher: Matcher) -> None:
    target = matcher.role("senior-backend-engineer")

    first, second = (repr(matcher.report(resume(WORK, WORDS), target, as_of=AS_OF)) for _ in range(2))
    assert first == second

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.judgement import Shortfall, Status, Verdict
from matcher.reports.advice import listed_not_shown, smallest_change, story_of, story_prompts, strengths
from matcher.reports.phrases import quotes_of
from tests.reports.builders import a_report, a_result, an_evidence


def test_strengths_are_the_heaviest_requirements_with_a_quote() -> None:
    tests = an_evidence("Covered the ledger with pytest.", "pytest")
    light = a_result("testing", label="Testing", weight=1.0, evidence=(tests,))
    heavy = a_result(evidence=(an_evidence(),))
    silent = a_result("degree", label="Degree", weight=50.0)
    listed = a_result("redis", weight=60.0, evidence=(replace(an_evidence("Redis, Go", "Redis"), section="skills"),))

    found = strengths(a_report(results=(light, heavy, silent, listed)))

    assert [one.result.id for one in found] == ["relational-databases", "testing"]
    assert found[0].quote.text == an_evidence().text


def test_no_line_is_told_twice_as_a_strength() -> None:
    other = an_evidence("Cut the slowest query to 180 ms.", "slowest query")
    heavy = a_result(evidence=(an_evidence(),))
    same = a_result("postgresql", weight=9.0, evidence=(an_evidence(),))
    more = a_result("performance", weight=8.0, evidence=(an_evidence(), other))

    found = strengths(a_report(results=(heavy, same, more)))

    assert [(one.result.id, one.quote.text) for one in found] == [
        ("relational-databases", an_evidence().text),
        ("performance", other.text),
    ]


@pytest.mark.parametrize(
    ("short", "words", "advice", "framed"),
    [
        (Shortfall.LISTED_ONLY, ("Kafka",), "Kafka is only listed. If you have used it,", True),
        (Shortfall.LISTED_ONLY, ("Kafka", "Redis"), "Kafka and Redis are only listed. If you have used one of", True),
        (Shortfall.WEAK_CLAIM, ("Kafka",), "Kafka is told as familiarity.", True),
        (Shortfall.RELATED_ONLY, ("Kafka",), "Kafka is near to it.", False),
        (Shortfall.LOWER_LEVEL, ("Kafka",), "If you designed, owned or led it", False),
        (Shortfall.TOO_FEW_YEARS, ("Kafka",), "the months of both count", False),
        (Shortfall.STALE, ("Kafka",), "If you have used Kafka since", False),
    ],
)
def test_the_smallest_change_names_what_is_there_and_leaves_the_rest_open(
    short: Shortfall, words: tuple[str, ...], advice: str, framed: bool
) -> None:
    evidence = tuple(replace(an_evidence("Kafka, Redis, Terraform", word), section="skills") for word in words)
    result = a_result(status=Status.PARTIAL, verdict=Verdict.LISTED, shortfalls=(short,), evidence=evidence, credit=2.0)

    change = smallest_change(result, 3.5)

    assert change is not None
    assert advice in change.advice
    assert bool(change.frame) == framed
    assert change.gain == 3.5


@pytest.mark.parametrize(
    "result",
    [
        a_result(evidence=(an_evidence(),)),
        a_result(status=Status.MISSING, verdict=Verdict.ABSENT, shortfalls=(Shortfall.ABSENT,), credit=0.0),
        a_result(status=Status.MISSING, verdict=Verdict.DISCLAIMED, shortfalls=(Shortfall.DENIED,),
                 evidence=(an_evidence(),), credit=0.0),
    ],
    ids=["met", "absent", "denied"],
)  # fmt: skip
def test_nobody_is_advised_to_invent(result) -> None:
    assert smallest_change(result) is None


def test_a_doing_is_not_taken_for_a_name() -> None:
    line = replace(an_evidence("Maintained SOAP interfaces on Tomcat.", "Maintained SOAP interfaces"), skill=None)
    result = a_result(
        label="API design", status=Status.PARTIAL, shortfalls=(Shortfall.STALE,), evidence=(line,), credit=2.0
    )

    change = smallest_change(result)

    assert change is not None
    assert change.advice.startswith("If you have used API design since")


def test_a_neighbour_at_work_is_not_called_listed() -> None:
    listed = replace(an_evidence("Kotlin, KOTLIN", "Kotlin"), section="skills")
    again = replace(an_evidence("Kotlin, KOTLIN", "KOTLIN"), section="skills")
    work = an_evidence("Built services in Java.", "Java")
    result = a_result(status=Status.PARTIAL, verdict=Verdict.LISTED, shortfalls=(Shortfall.LISTED_ONLY,),
                      evidence=(work, listed, again), credit=2.0)  # fmt: skip

    change = smallest_change(result)

    assert change is not None
    assert change.advice.startswith("Kotlin is only listed.")


def test_what_is_listed_stands_in_the_order_of_what_it_is_worth() -> None:
    listed = a_result(
        "security", status=Status.PARTIAL, verdict=Verdict.LISTED, shortfalls=(Shortfall.LISTED_ONLY,),
        evidence=(an_evidence("OAuth 2.0, TLS", "TLS"),), credit=2.0,
    )  # fmt: skip
    more = replace(listed, id="mentoring")

    found = listed_not_shown(a_report(results=(listed, more, a_result())))

    assert [(one.result.id, one.gain) for one in found] == [("mentoring", 7.14), ("security", 0.0)]
    assert "with TLS" in found[0].frame


@pytest.mark.parametrize(
    ("line", "action", "result"),
    [
        ("Cut the nightly run from 40 to 3 minutes.", "What did you do yourself", "The line gives 40 and 3 minutes."),
        ("We moved Java 17 services in 2021.", "Which part was yours", "The line gives no figure."),
        ("Mentored 4 engineers with OAuth 2.0.", "What did you do yourself", "The line gives 4 engineers."),
    ],
)
def test_a_story_asks_for_what_the_line_leaves_open(line: str, action: str, result: str) -> None:
    prompts = story_prompts(quotes_of([an_evidence(line, line.split()[0])]))

    assert [one.word for one in prompts] == ["Situation", "Task", "Action", "Result"]
    assert action in prompts[2].prompt
    assert result in prompts[3].prompt


def test_a_story_without_a_line_asks_plainly() -> None:
    assert story_prompts(())[3].prompt == "What was different afterwards, and how could anybody tell?"


def test_a_story_starts_from_lines_that_tell_not_from_lists() -> None:
    told = an_evidence()
    listed = replace(an_evidence("Go, PostgreSQL"), section="skills", start=500, end=514)
    results = (a_result(evidence=(listed, told)),)

    story = story_of(a_report(results=results), "relational-databases")

    assert story.own
    assert [one.text for one in story.quotes] == [told.text]


def test_a_story_that_no_line_tells_is_offered_the_strongest_lines_those_with_an_outcome_first() -> None:
    plain = a_result("mentoring", evidence=(an_evidence("Mentored two people in PostgreSQL."),), weight=20.0)
    figure = a_result(evidence=(an_evidence("Cut PostgreSQL load by 40 %."),))
    gap = a_result("team-leadership", status=Status.MISSING, verdict=Verdict.ABSENT, evidence=())

    story = story_of(a_report(results=(plain, figure, gap)), "team-leadership")

    assert not story.own
    assert [one.text for one in story.quotes] == ["Cut PostgreSQL load by 40 %.", "Mentored two people in PostgreSQL."]
    assert story.prompts == story_prompts(())

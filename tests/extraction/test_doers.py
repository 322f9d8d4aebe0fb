from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.pipeline import Matcher


def whose(matcher: Matcher, text: str) -> dict[str, Assertion]:
    return {matcher.taxonomy.skills[m.skill].name: m.assertion for m in matcher.mentions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The platform team runs the Kafka cluster.",
        "Our Kafka cluster is maintained by the infrastructure group.",
        "Another squad owns everything in Kafka.",
        "A contractor set up Kafka before I joined.",
        "Our admin babysits Kafka.",
        "Integrated with a billing service our partner wrote around Kafka.",
        "Managed the vendor that runs Kafka for us.",
        "The head of operations introduced Kafka.",
        "Peter wrote the Kafka consumers.",
        "They run Kafka on big machines.",
    ],
)
def test_what_others_are_the_doers_of_is_theirs(matcher: Matcher, text: str) -> None:
    assert whose(matcher, text)["Apache Kafka"] is Assertion.OTHERS


@pytest.mark.parametrize(
    "text",
    [
        "Built a Kafka pipeline with the platform team.",
        "We run our own Kafka cluster.",
        "Moved the events of three teams to Kafka.",
        "I tuned Kafka for the billing team.",
        "Our vendor dropped Kafka; I took it over.",
        "As a team lead I mentored engineers who run Kafka.",
        "Helped our client move to Kafka.",
        "Developers in four countries use my Kafka client.",
        "Back-end developer who has built ten services on Kafka.",
        "She moved the shop to Kafka.",
        "I wrote the loaders; they are running on Kafka.",
        "Split stock out of the shop; it has its own Kafka.",
        "Wrote a Kafka operator that restarts the brokers.",
        "Four Kafka engineers formed my team.",
        "Took care that 2,000 unit tests finish, with Kafka in containers.",
        "Served teams who used Perl, and rolled out Kafka.",
    ],
)
def test_what_the_writer_does_stays_the_writers_in_company(matcher: Matcher, text: str) -> None:
    assert whose(matcher, text)["Apache Kafka"] is Assertion.CLAIMED


def test_each_clause_has_its_own_doer(matcher: Matcher) -> None:
    found = whose(matcher, "The operations team runs Kubernetes, while I write the services in Python.")

    assert found["Kubernetes"] is Assertion.OTHERS
    assert found["Python"] is Assertion.CLAIMED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IT hosts our Kafka.", Assertion.OTHERS),
        ("It runs on Kafka.", Assertion.CLAIMED),
        ("WROTE IT IN KAFKA STREAMS AND JAVA.", Assertion.CLAIMED),
    ],
)
def test_only_in_capitals_it_is_a_department(matcher: Matcher, text: str, expected: Assertion) -> None:
    assert set(whose(matcher, text).values()) == {expected}

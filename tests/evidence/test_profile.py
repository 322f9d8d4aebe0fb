from __future__ import annotations

from matcher.domain.candidate import Assertion, Context, Level
from matcher.domain.catalogue import SkillId
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, entry, job, resume

POSTGRES = SkillId("databases.postgresql")
RELATIONAL = SkillId("databases.relational")


def test_a_product_shows_its_family_through_the_narrower_skill(matcher: Matcher) -> None:
    profile = matcher.read(resume(job("Services on EKS.")), as_of=AS_OF).profile

    for family in ("containers.kubernetes", "cloud_aws.aws", "cloud_other.cloud_platform"):
        assert profile.skills[SkillId(family)].proofs[0].skill == "cloud_aws.eks"


def test_months_are_united_over_the_jobs_that_show_a_skill(matcher: Matcher) -> None:
    text = "\n".join(
        [
            job("PostgreSQL for orders, and PostgreSQL for stock.", dates="01/2022 - 12/2022"),
            entry("Tuned PostgreSQL.", dates="07/2022 - 06/2023", company="Oakmere Tickets"),
            entry("MySQL.", dates="01/2019 - 12/2019", company="Fennel Media"),
        ]
    )
    evidence = matcher.read(resume(text, "Skills\nPostgreSQL"), as_of=AS_OF).profile.skills[POSTGRES]

    assert evidence.months == 18
    assert str(evidence.last_used) == "2023-06"


def test_a_bare_list_gives_no_months_and_no_level(matcher: Matcher) -> None:
    evidence = matcher.read(resume("Skills\nPostgreSQL, Java"), as_of=AS_OF).profile.skills[POSTGRES]

    assert (evidence.months, evidence.level) == (None, Level.LISTED)


def test_doing_comes_before_listing_and_denials_last(matcher: Matcher) -> None:
    profile = matcher.read(resume("Skills\nPostgreSQL, Java", job("Tuned PostgreSQL.")), as_of=AS_OF).profile
    denied = matcher.read(resume("Summary\nNo experience with Kafka."), as_of=AS_OF).profile

    assert [proof.context for proof in profile.skills[POSTGRES].proofs] == [Context.WORK, Context.LIST]
    assert denied.skills[SkillId("messaging.kafka")].proofs[0].assertion is Assertion.NEGATED


def test_repeating_a_sentence_changes_nothing(matcher: Matcher) -> None:
    once = matcher.read(resume(job("Tuned PostgreSQL.")), as_of=AS_OF).profile.skills[RELATIONAL]
    often = matcher.read(resume(job(*["Tuned PostgreSQL."] * 5)), as_of=AS_OF).profile.skills[RELATIONAL]

    assert (once.months, once.level) == (often.months, often.level)


def test_a_job_of_nothing_but_names_shows_no_work(matcher: Matcher) -> None:
    stuffed = "Java, Spring, AWS, Docker, Kubernetes, Kafka, Redis, MongoDB, PostgreSQL, Jenkins"
    profile = matcher.read(resume(job(stuffed, title="Software Engineer")), as_of=AS_OF).profile

    assert profile.skills[POSTGRES].proofs[0].context is Context.LIST

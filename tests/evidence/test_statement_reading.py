from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.candidate import Assertion, Level, SignalEvidence
from matcher.evidence.statement_reading import statement_reader
from matcher.pipeline import Matcher, Reading
from matcher.taxonomy.index import Taxonomy
from tests.evidence.resumes import AS_OF, job, resume

NO_CUE = "Whoever joins the group spends the first fortnight at my side, and I explain the ledger until it sits."


def read(matcher: Matcher, *parts: str) -> Reading:
    return matcher.read(resume(*parts), as_of=AS_OF)


def signal(matcher: Matcher, name: str, *parts: str) -> SignalEvidence | None:
    return read(matcher, *parts).profile.signals.get(name)  # type: ignore[call-overload]


def without_model(taxonomy: Taxonomy) -> Matcher:
    return Matcher(replace(taxonomy, folder=None))


def test_the_model_finds_what_no_cue_names(matcher: Matcher, taxonomy: Taxonomy) -> None:
    alone = signal(without_model(taxonomy), "mentoring", job(NO_CUE))
    found = signal(matcher, "mentoring", job(NO_CUE))

    assert alone is None
    assert found is not None
    assert found.grade == "met"


def test_the_proof_points_to_words_of_the_statement(matcher: Matcher) -> None:
    reading = read(matcher, job("Kept the tariff tables of two carriers.", NO_CUE))
    proof = reading.profile.signals["mentoring"].proofs[0]  # type: ignore[index]

    assert reading.parts.document.quote(proof.hit) in NO_CUE
    assert proof.statement.start <= proof.hit.start < proof.hit.end <= proof.statement.end
    assert proof.level >= Level.USED
    assert proof.position == 0


@pytest.mark.parametrize(
    "parts",
    [
        ("Skills\n" + "Mentoring, onboarding, new starters, coaching, teaching",),
        ("References\n" + NO_CUE,),
        (job("Mentoring juniors"),),
        (job("Ship.", title="New starters sit beside me, teacher"),),
    ],
    ids=["list", "references", "two words", "head of a job"],
)
def test_the_model_is_silent_where_nothing_is_told(
    matcher: Matcher, taxonomy: Taxonomy, parts: tuple[str, ...]
) -> None:
    with_model, alone = signal(matcher, "mentoring", *parts), signal(without_model(taxonomy), "mentoring", *parts)

    assert with_model == alone


def test_beside_work_the_model_must_be_surer(matcher: Matcher) -> None:
    reader = statement_reader(matcher.taxonomy)

    assert reader is not None
    assert reader.beside_work > reader.shown


def test_praise_that_a_cue_does_not_count_is_not_counted_by_the_model(matcher: Matcher) -> None:
    assert signal(matcher, "mentoring", "Summary\nProven leader who manages the team and mentors engineers.") is None


def test_a_denial_by_a_cue_stays_one(matcher: Matcher) -> None:
    found = signal(matcher, "team-leadership", "Summary\nIndividual contributor by choice.")

    assert found is not None
    assert found.proofs[0].assertion is Assertion.NEGATED


def test_work_under_supervision_counts_in_part(matcher: Matcher) -> None:
    found = signal(
        matcher, "database-design", job("Designed tables and foreign keys of the ledger under supervision of a senior.")
    )

    assert found is None or found.grade == "partial"


def test_a_taxonomy_without_weights_works_by_cues_alone(taxonomy: Taxonomy) -> None:
    bare = replace(taxonomy, folder=None)

    assert statement_reader(bare) is None
    assert signal(Matcher(bare), "team-leadership", job("Led a team of six engineers.")) is not None


def test_the_same_resume_gives_the_same_proofs(matcher: Matcher, taxonomy: Taxonomy) -> None:
    first = read(matcher, job(NO_CUE)).profile.signals
    second = read(Matcher(taxonomy), job(NO_CUE)).profile.signals

    assert repr(first) == repr(second)

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.candidate import CandidateProfile, Context, Proof, Strength
from matcher.domain.dates import PartialDate
from matcher.domain.document import SectionKind, Span
from matcher.domain.judgement import Shortfall
from matcher.matching.findings import context_shortfalls, is_stale

AS_OF = date(2026, 11, 1)
HERE = Span(0, 4)


@pytest.mark.parametrize(
    ("context", "short"),
    [
        (Context.WORK, ()),
        (Context.INTERNSHIP, (Shortfall.SUPERVISED,)),
        (Context.PROJECT, (Shortfall.HOBBY_ONLY,)),
        (Context.STUDY, (Shortfall.STUDY_ONLY,)),
        (Context.RESEARCH, (Shortfall.STUDY_ONLY,)),
        (Context.LIST, (Shortfall.LISTED_ONLY,)),
        (Context.SUMMARY, (Shortfall.LISTED_ONLY,)),
    ],
)
def test_where_a_proof_stands_limits_it(context: Context, short: tuple[Shortfall, ...]) -> None:
    proof = Proof(HERE, HERE, SectionKind.EXPERIENCE, context)

    assert context_shortfalls(proof, CandidateProfile(), (), as_of=AS_OF, stale_years=8) == short


def test_a_proof_may_fall_short_in_several_ways() -> None:
    proof = Proof(
        HERE,
        HERE,
        SectionKind.EXPERIENCE,
        Context.WORK,
        strength=Strength.WEAK,
        position=0,
        last_used=PartialDate(2014, 1),
        limits=("supervised",),
    )
    profile = CandidateProfile(trades=("test",))

    assert set(context_shortfalls(proof, profile, ("backend",), as_of=AS_OF, stale_years=8)) == {
        Shortfall.SUPERVISED,
        Shortfall.WEAK_CLAIM,
        Shortfall.STALE,
        Shortfall.LIMITED,
    }


def test_a_context_that_is_named_counts_in_full() -> None:
    proof = Proof(HERE, HERE, SectionKind.EDUCATION, Context.STUDY)

    assert context_shortfalls(proof, CandidateProfile(), ("study",), as_of=AS_OF, stale_years=8) == ()


@pytest.mark.parametrize(
    ("last", "stale"),
    [(PartialDate(2018, 11), False), (PartialDate(2018, 10), True), (PartialDate(2018), False), (None, False)],
)
def test_what_ended_more_than_eight_years_ago_is_stale(last: PartialDate | None, stale: bool) -> None:
    assert is_stale(last, AS_OF, 8) is stale

"""What one proof is worth for one requirement: the common coin of all kinds of requirement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from matcher.domain.candidate import CandidateProfile, Context, Proof, Strength
from matcher.domain.dates import PartialDate
from matcher.domain.judgement import Shortfall

__all__ = ["Finding", "Worth", "context_shortfalls", "is_stale"]

_BY_CONTEXT = {
    Context.INTERNSHIP: Shortfall.SUPERVISED,
    Context.PROJECT: Shortfall.HOBBY_ONLY,
    Context.HOBBY: Shortfall.HOBBY_ONLY,
    Context.STUDY: Shortfall.STUDY_ONLY,
    Context.RESEARCH: Shortfall.STUDY_ONLY,
    Context.SUMMARY: Shortfall.LISTED_ONLY,
    Context.LIST: Shortfall.LISTED_ONLY,
    Context.OTHER: Shortfall.LISTED_ONLY,
}


class Worth(IntEnum):
    """How far a proof carries."""

    NONE = 0
    PARTIAL = 1
    MET = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One proof, weighed. ``months`` is given where a length decided; ``rank`` keeps the order of the proofs."""

    worth: Worth
    shortfalls: tuple[Shortfall, ...] = ()
    proof: Proof | None = None
    related: bool = False
    months: int | None = None
    rank: int = 0


def context_shortfalls(
    proof: Proof, profile: CandidateProfile, trades: tuple[str, ...], *, as_of: date, stale_years: float
) -> tuple[Shortfall, ...]:
    """Return what keeps a proof from full worth, by where it stands, how it is claimed and how old it is.

    Args:
        proof: a proof whose skill or signal is the writer's own.
        profile: for the trade of the proof's position.
        trades: the kinds of work that count in full; empty for all. It may name contexts too, where these count in
            full ("study" for continuous learning).
        as_of: the day of judgement.
        stale_years: after so many years a proof is stale.
    """
    short: list[Shortfall] = []
    if proof.context in _BY_CONTEXT and proof.context.value not in trades:
        short.append(_BY_CONTEXT[proof.context])
    if "supervised" in proof.limits and Shortfall.SUPERVISED not in short:
        short.append(Shortfall.SUPERVISED)
    if proof.strength is Strength.WEAK:
        short.append(Shortfall.WEAK_CLAIM)
    if is_stale(proof.last_used, as_of, stale_years):
        short.append(Shortfall.STALE)
    in_trade = proof.position is None or not trades or profile.trades[proof.position] in trades
    if not in_trade and proof.context is Context.WORK:
        short.append(Shortfall.LIMITED)
    return tuple(short)


def is_stale(last: PartialDate | None, as_of: date, stale_years: float) -> bool:
    """Tell whether a date lies more than so many years back; an unknown date does not."""
    if last is None:
        return False
    months = (as_of.year - last.year) * 12 + as_of.month - (last.month or 12)
    return months > stale_years * 12

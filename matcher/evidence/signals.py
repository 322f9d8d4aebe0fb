"""Ways of working: what the statements of a resume show of each, by cues and by the trained model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from matcher.domain.candidate import Assertion, Certificate, Context, Position, Proof, SignalEvidence
from matcher.domain.catalogue import SignalId
from matcher.domain.document import SectionKind, StatementKind
from matcher.evidence.context import Places
from matcher.evidence.signal_cues import (
    CERTIFICATE,
    COURSE,
    HALF,
    MET,
    PARTIAL,
    PROJECT,
    RECENT,
    cues_in,
    names_recent_year,
    signal_books,
)
from matcher.evidence.statement_reading import StatementReader
from matcher.taxonomy.index import Lexicon

__all__ = ["find_signals", "proof_order"]

_SILENT = frozenset({SectionKind.REFERENCES, SectionKind.CONTACT, SectionKind.LANGUAGES})
_LEARNING = frozenset({SectionKind.COURSES, SectionKind.PUBLICATIONS})
_TELLING = frozenset({StatementKind.BULLET, StatementKind.SENTENCE})
_CONTEXT_ORDER = (
    Context.WORK,
    Context.INTERNSHIP,
    Context.PROJECT,
    Context.RESEARCH,
    Context.STUDY,
    Context.HOBBY,
    Context.OTHER,
    Context.SUMMARY,
    Context.LIST,
)


def find_signals(
    places: Places,
    positions: Sequence[Position],
    certificates: Sequence[Certificate],
    lexicon: Lexicon,
    *,
    as_of: date,
    recent_years: float,
    reader: StatementReader | None = None,
) -> dict[SignalId, SignalEvidence]:
    """Find what the resume shows of each way of working.

    Bare keywords count nowhere: a list of skills is not searched, and cues name a doing with its object.

    Args:
        places: all statements.
        positions: the jobs, for the month that a proof reaches to.
        certificates: what was found of them; they show that somebody keeps learning.
        lexicon: signals and the cues of denial.
        as_of: the day of judgement.
        recent_years: how old a certificate may be to count as recent.
        reader: the trained model; None reads by cues alone.
    """
    books = signal_books(lexicon)
    found: dict[SignalId, list[Proof]] = {}
    for place in places.places:
        if place.statement.section in _SILENT:
            continue
        if place.statement.kind is StatementKind.HEADING and place.position is None:
            continue
        cues = cues_in(place, positions, lexicon, books, as_of)
        read = reader.add(place, cues, positions, lexicon, books, as_of) if reader else cues.proofs
        for signal, proof in read.items():
            found.setdefault(signal, []).append(proof)
    found = {signal: _united(proofs) for signal, proofs in found.items()}
    for signal, proof in _from_facts(places, certificates, lexicon, as_of, recent_years):
        found.setdefault(signal, []).append(proof)
    return {
        signal: SignalEvidence(signal, MET if any(_counts(proof) for proof in proofs) else PARTIAL, tuple(proofs))
        for signal in lexicon.signals
        if (proofs := sorted(found.get(signal, ()), key=proof_order))
    }


def proof_order(proof: Proof) -> tuple[object, ...]:
    """Sort key: the writer's own before denials, doing before listing, strong before weak, recent before old."""
    last = proof.last_used
    return (
        proof.assertion is not Assertion.CLAIMED,
        proof.grade == PARTIAL,
        _CONTEXT_ORDER.index(proof.context),
        bool(proof.limits),
        proof.strength.value,
        -proof.level,
        -(last.year * 12 + (last.month or 12)) if last else 0,
        proof.statement,
        proof.hit,
    )


def _united(proofs: list[Proof]) -> list[Proof]:
    """Let two halves of work make a whole: retries in one line and health checks in another."""
    halves = [one for one in proofs if one.grade == HALF and one.assertion is Assertion.CLAIMED]
    whole = len({one.statement for one in halves if one.context is Context.WORK and not one.limits}) > 1
    worth = MET if whole else PARTIAL
    return [replace(one, grade=worth) if one.grade == HALF else one for one in proofs]


def _counts(proof: Proof) -> bool:
    return proof.grade == MET and proof.assertion is Assertion.CLAIMED


def _from_facts(
    places: Places, certificates: Sequence[Certificate], lexicon: Lexicon, as_of: date, recent_years: float
) -> Iterable[tuple[SignalId, Proof]]:
    for signal in lexicon.signals.values():
        for grade, cues in ((MET, signal.met), (PARTIAL, signal.partial)):
            for certificate in certificates:
                recent = certificate.year is not None and as_of.year - certificate.year <= recent_years
                if (recent and RECENT in cues) or (not recent and CERTIFICATE in cues):
                    place = places.at(certificate.span)
                    span = place.statement.span if place else certificate.span
                    section = place.statement.section if place else SectionKind.CERTIFICATIONS
                    yield signal.id, Proof(span, certificate.span, section, Context.STUDY, grade=grade)
            for place in places.places:
                span, kind, section = place.statement.span, place.statement.kind, place.statement.section
                if PROJECT in cues and place.context is Context.PROJECT and kind in _TELLING:
                    yield signal.id, Proof(span, span, section, Context.PROJECT, grade=grade)
                named = COURSE in cues and section in _LEARNING and kind is not StatementKind.HEADING
                if named and names_recent_year(place.text, as_of, recent_years):
                    yield signal.id, Proof(span, span, section, Context.STUDY, grade=grade)

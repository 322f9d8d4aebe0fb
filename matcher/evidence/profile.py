"""From what was read to what it shows: every skill and way of working with its proofs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.domain.candidate import (
    Assertion,
    CandidateProfile,
    Context,
    Education,
    Level,
    Position,
    Proof,
    SkillEvidence,
    SkillMention,
)
from matcher.domain.catalogue import SkillId
from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.evidence.backend_work import BACKEND, NEIGHBOUR, OPERATIONS, bare_lists, find_trades, headline_trade
from matcher.evidence.certificates import find_certificates
from matcher.evidence.context import Place, Places, find_places
from matcher.evidence.cue_patterns import CueBook, Words, cue_book
from matcher.evidence.duration import last_month, last_told, position_end, united_months
from matcher.evidence.education import find_education
from matcher.evidence.level import SUPERVISED, clause_of, level_book, level_of
from matcher.evidence.positions import find_positions
from matcher.evidence.signals import find_signals, proof_order
from matcher.evidence.stated_years import lengths_of_jobs, stated_years, told_periods
from matcher.evidence.statement_reading import statement_reader
from matcher.evidence.told_positions import find_told_positions
from matcher.evidence.whose import whose_book
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.tables import once_per_lists

__all__ = ["build_profile"]

_MANAGER = "manager"
_ELSEWHERE = frozenset({"other", "analysis", "volunteer"})
_SHOWN = frozenset({Context.WORK, Context.INTERNSHIP})


def _book(words: Words) -> CueBook:
    return cue_book((("managed", cue) for cue in words.get("whose_doing.managed", ())), words)


_managed_book = once_per_lists(_book)


def build_profile(
    document: Document,
    sections: Sequence[Section],
    statements: Sequence[Statement],
    mentions: Sequence[SkillMention],
    taxonomy: Taxonomy,
    *,
    as_of: date,
) -> CandidateProfile:
    """Bring together everything that the resume shows, each claim with its place in the text."""
    words = taxonomy.lexicon.words
    positions = find_positions(document, sections, statements, words, as_of=as_of)
    positions = positions or find_told_positions(document, statements, words, as_of=as_of)
    lists = bare_lists(document, statements, mentions)
    trades = find_trades(document, positions, lists, mentions, words)
    places = find_places(document, statements, positions, trades, words)
    certificates = tuple(find_certificates(document, sections, statements, mentions, taxonomy))
    idle = _idle_lists(lists, places, positions, trades, int(taxonomy.policy["bare-job-skills"]))
    months = united_months(positions, as_of=as_of)
    open_end = not any(position.current for position in positions)
    stated = _stated(document, places, positions, trades, words, as_of) if open_end else None
    backend = [index for index, trade in enumerate(trades) if trade == BACKEND]
    return CandidateProfile(
        positions=positions,
        education=tuple(
            _at_degree(entry, document, places)
            for entry in find_education(document, sections, statements, words, as_of=as_of)
        ),
        certificates=certificates,
        skills=_skills(mentions, places, positions, trades, lists, idle, taxonomy, as_of),
        signals=find_signals(
            places,
            positions,
            certificates,
            taxonomy.lexicon,
            as_of=as_of,
            recent_years=taxonomy.policy["recent-learning-years"],
            reader=statement_reader(taxonomy),
        ),
        months=months,
        backend_months=_months(positions, trades, (BACKEND,), as_of),
        neighbour_months=_months(positions, trades, (NEIGHBOUR, OPERATIONS), as_of),
        backend_last=last_month(position_end(positions[index], as_of=as_of) for index in backend),
        backend_proofs=_position_proofs(positions, trades, as_of),
        trades=trades,
        stated_months=stated[0] if stated else None,
        stated_proof=stated[1] if stated else None,
    )


def _at_degree(entry: Education, document: Document, places: Places) -> Education:
    """Narrow an entry to the statement that names the degree, since that is the line to quote."""
    inside = [place.statement.span for place in places.places if entry.span.overlaps(place.statement.span)]
    naming = [span for span in inside if entry.degree and entry.degree in document.quote(span)]
    span = naming[0] if naming else entry.span
    # "Licence de mathématiques, 2010; web development certificate": the subject of the other is not the degree's.
    parts = document.quote(span).split(";")
    told = next((part for part in parts if entry.degree and entry.degree in part), document.quote(span))
    return replace(entry, span=span, told=told.replace(entry.institution, " ") if entry.institution else told)


def _months(positions: Sequence[Position], trades: Sequence[str], wanted: Sequence[str], as_of: date) -> int | None:
    chosen = [position for position, its in zip(positions, trades, strict=True) if its in wanted]
    if not chosen:
        return 0 if positions else None
    return united_months(chosen, as_of=as_of)


def _stated(
    document: Document,
    places: Places,
    positions: Sequence[Position],
    trades: Sequence[str],
    words: Words,
    as_of: date,
) -> tuple[int, Proof] | None:
    """Return the longest time of server work that is told in one of the ways in which undated jobs tell it.

    Sentences may tell of the job of today beside dated jobs of the past: "Since 2020 I write services at Tern".
    """
    own = [position for position, trade in zip(positions, trades, strict=True) if trade == BACKEND]
    if any(position.start for position in positions):
        return told_periods(places, own, headline_trade(document, positions, words), words, as_of=as_of)
    ways = [stated_years(places, words, year=as_of.year), lengths_of_jobs(document, own)]
    return max((one for one in ways if one), key=lambda one: one[0], default=None)


def _position_proofs(positions: Sequence[Position], trades: Sequence[str], as_of: date) -> tuple[Proof, ...]:
    """Return the heads of the back-end positions, then of the neighbouring ones, as written."""
    return tuple(
        Proof(
            statement=position.head,
            hit=position.head,
            section=SectionKind.EXPERIENCE,
            context=Context.WORK,
            position=index,
            last_used=position_end(position, as_of=as_of),
        )
        for wanted in ((BACKEND,), (NEIGHBOUR, OPERATIONS))
        for index, position in enumerate(positions)
        if trades[index] in wanted
    )


def _skills(
    mentions: Sequence[SkillMention],
    places: Places,
    positions: Sequence[Position],
    trades: Sequence[str],
    lists: Sequence[Span],
    idle: set[int],
    taxonomy: Taxonomy,
    as_of: date,
) -> dict[SkillId, SkillEvidence]:
    crowded = _crowded(mentions, places, lists, taxonomy) | idle
    words = taxonomy.lexicon.words
    levels = level_book(words)
    whose = whose_book(words)
    managed = _managed_book(words)
    proofs: dict[SkillId, list[Proof]] = {}
    for mention in mentions:
        place = places.at(mention.span)
        if place is None:
            continue
        proof = _proof(mention, place, positions, levels, as_of)
        if place.position is not None and trades[place.position] == _MANAGER:
            proof = _of_the_team(proof, place, managed)
        if proof.assertion is Assertion.CLAIMED and whose.others_that(place.text, place.inner(mention.span)):
            proof = replace(proof, assertion=Assertion.OTHERS)
        if place.statement.span.start in crowded:
            proof = replace(proof, context=Context.LIST, level=Level.LISTED)
        shown = (mention.skill, *taxonomy.implied_by(mention.skill))
        for skill in shown:
            proofs.setdefault(skill, []).append(proof)
    return {
        skill: _evidence(skill, _once(proofs[skill]), positions, as_of) for skill in taxonomy.skills if skill in proofs
    }


def _crowded(mentions: Sequence[SkillMention], places: Places, lists: Sequence[Span], taxonomy: Taxonomy) -> set[int]:
    """Return where the statements begin that name too many skills to tell of doing; they count as lists."""
    named: dict[Span, set[SkillId]] = {}
    for mention in mentions:
        place = places.at(mention.span)
        if place is not None and place.statement.kind is not StatementKind.HEADING:
            named.setdefault(place.statement.span, set()).add(mention.skill)
    most, bare = taxonomy.policy["list-in-job-max"], taxonomy.policy["bare-list-max"]
    return {span.start for span, skills in named.items() if len(skills) > (bare if span in lists else most)}


def _idle_lists(
    lists: Sequence[Span], places: Places, positions: Sequence[Position], trades: Sequence[str], most: int
) -> set[int]:
    """Return where bare lists of names begin that no work stands behind.

    That is in jobs of another trade, and in jobs of which nothing but lists is told, and long ones.
    """
    idle: set[int] = set()
    for index, position in enumerate(positions):
        body = [
            place
            for place in places.places
            if place.position == index and not position.head.overlaps(place.statement.span)
        ]
        bare = [place for place in body if place.statement.span in lists]
        long = sum(place.text.count(",") + 1 for place in bare) > most
        if bare and (trades[index] in _ELSEWHERE or (len(bare) == len(body) and long)):
            idle.update(place.statement.span.start for place in bare)
    return idle


def _proof(mention: SkillMention, place: Place, positions: Sequence[Position], levels: CueBook, as_of: date) -> Proof:
    level, supervised = level_of(place.text, place.inner(mention.span), levels, place.levels)
    if place.context in {Context.LIST, Context.SUMMARY, Context.OTHER}:
        level = Level.LISTED
    return Proof(
        statement=place.statement.span,
        hit=mention.span,
        section=place.statement.section,
        context=place.context,
        level=level,
        assertion=mention.assertion,
        strength=mention.strength,
        skill=mention.skill,
        position=place.position,
        last_used=last_told(place, positions, as_of=as_of),
        limits=(SUPERVISED,) if supervised else (),
    )


def _of_the_team(proof: Proof, place: Place, managed: CueBook) -> Proof:
    """Give to the team what a manager tells of it: "my teams moved the platform to Kubernetes"."""
    hit = place.inner(proof.hit)
    before = place.text[clause_of(place.text, hit).start : hit.start]
    if proof.assertion is Assertion.CLAIMED and managed.find(before):
        return replace(proof, assertion=Assertion.OTHERS)
    return proof


def _once(proofs: list[Proof]) -> tuple[Proof, ...]:
    """Keep one proof per statement and skill, best first: naming a thing twice in a sentence shows no more."""
    kept: dict[tuple[object, ...], Proof] = {}
    for proof in sorted(proofs, key=proof_order):
        kept.setdefault((proof.statement, proof.skill, proof.assertion), proof)
    return tuple(kept.values())


def _evidence(skill: SkillId, proofs: tuple[Proof, ...], positions: Sequence[Position], as_of: date) -> SkillEvidence:
    own = [proof for proof in proofs if proof.assertion is Assertion.CLAIMED]
    at_work = dict.fromkeys(proof.position for proof in own if proof.context in _SHOWN and proof.position is not None)
    paid = [positions[index] for index in at_work if index is not None]
    return SkillEvidence(
        skill=skill,
        proofs=proofs,
        months=united_months(paid, as_of=as_of),
        last_used=last_month(proof.last_used for proof in own if proof.context in _SHOWN),
        level=max((proof.level for proof in own), default=Level.LISTED),
    )

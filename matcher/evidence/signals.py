"""Ways of working: the cues of lexicon/signals found in statements, with whose they are and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.candidate import Assertion, Certificate, Context, Position, Proof, SignalEvidence
from matcher.domain.catalogue import SignalId
from matcher.domain.document import SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import fold
from matcher.evidence.context import Place, Places
from matcher.evidence.cue_patterns import CueBook, CueHit, cue_book, lower
from matcher.evidence.duration import last_told
from matcher.evidence.level import SUPERVISED, level_book, level_of
from matcher.evidence.whose import WhoseBook, whose_book
from matcher.taxonomy.index import Lexicon, Signal

__all__ = ["MET", "PARTIAL", "cue_grades", "find_signals", "proof_order"]

MET = "met"
PARTIAL = "partial"
HALF = "half"
_CERTIFICATE, _RECENT, _PROJECT = "{certificate}", "{recent certificate}", "{project}"
_FACTS = frozenset({_CERTIFICATE, _RECENT, _PROJECT})
_FLAGS = ("{title} ", "{lead} ", "{recent} ", "! ", "~ ", "<< ", "< ", "+ ")
_FIGURE = re.compile(r"\d|(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SILENT = frozenset({SectionKind.REFERENCES, SectionKind.CONTACT, SectionKind.LANGUAGES})
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


@dataclass(frozen=True, slots=True)
class _Books:
    signals: CueBook
    whose: WhoseBook
    levels: CueBook
    lead_titles: CueBook


def find_signals(
    places: Places,
    positions: Sequence[Position],
    certificates: Sequence[Certificate],
    lexicon: Lexicon,
    *,
    as_of: date,
    recent_years: float,
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
    """
    books = _books(lexicon)
    found: dict[SignalId, list[Proof]] = {}
    for place in places.places:
        if place.statement.section in _SILENT:
            continue
        if place.statement.kind is StatementKind.HEADING and place.position is None:
            continue
        for signal, proof in _in_place(place, positions, lexicon, books, as_of):
            found.setdefault(signal, []).append(proof)
    found = {signal: _united(proofs) for signal, proofs in found.items()}
    for signal, proof in _from_facts(places, certificates, lexicon, as_of, recent_years):
        found.setdefault(signal, []).append(proof)
    return {
        signal: SignalEvidence(signal, MET if any(_counts(proof) for proof in proofs) else PARTIAL, tuple(proofs))
        for signal in lexicon.signals
        if (proofs := sorted(found.get(signal, ()), key=proof_order))
    }


def cue_grades(text: str, lexicon: Lexicon) -> dict[SignalId, str]:
    """Return what one sentence shows, denials left out; this is what the examples in the data are checked with."""
    folded = fold(text)
    statement = Statement(Span(0, len(text)), StatementKind.SENTENCE, SectionKind.EXPERIENCE)
    place = Place(statement, folded, lower(folded.text), Context.WORK, None)
    grades: dict[SignalId, str] = {}
    for signal, proof in _in_place(place, (), lexicon, _books(lexicon), date(2000, 1, 1)):
        if proof.assertion is Assertion.CLAIMED and grades.get(signal) != MET:
            grades[signal] = PARTIAL if proof.grade == HALF else proof.grade
    return grades


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


def _books(lexicon: Lexicon) -> _Books:
    cues = [
        (f"{signal.id} {grade} {_flag(cue)}", cue.removeprefix(_flag(cue)))
        for signal in lexicon.signals.values()
        for grade, group in ((MET, signal.met), (PARTIAL, signal.partial), ("not", signal.not_near))
        for cue in group
        if cue not in _FACTS
    ]
    words = lexicon.words
    titles = cue_book((("lead", cue) for cue in words.get("work_titles.leading", ())), words)
    return _Books(cue_book(cues, words), whose_book(words), level_book(words), titles)


def _in_place(
    place: Place, positions: Sequence[Position], lexicon: Lexicon, books: _Books, as_of: date
) -> Iterable[tuple[SignalId, Proof]]:
    hits = _true_hits(place, positions, books, as_of)
    for name, own in hits.items():
        if not _belongs(lexicon.signals[SignalId(name)], place):
            continue
        if "~" in own:
            denial = _proof(place, own["~"], PARTIAL, positions, books, as_of)
            yield SignalId(name), replace(denial, assertion=Assertion.NEGATED)
        if "not" in own or "~" in own:
            continue
        for grade in (MET, PARTIAL):
            if grade not in own:
                continue
            if not _heard(name, own[grade], place, lexicon):
                continue
            worth = PARTIAL if "!" in own else HALF if grade == PARTIAL and own.get("+") == own[grade] else grade
            proof = replace(_proof(place, own[grade], grade, positions, books, as_of), grade=worth)
            yield SignalId(name), replace(proof, grade=PARTIAL) if SUPERVISED in proof.limits else proof
            break


def _true_hits(place: Place, positions: Sequence[Position], books: _Books, as_of: date) -> dict[str, dict[str, CueHit]]:
    """Return for each signal its first hit of each grade, after flags; a "<" cue silences those it covers."""
    found: dict[str, list[tuple[str, CueHit]]] = {}
    for hit in books.signals.find(place.text):
        name, grade, flag = hit.tag.split(" ", 2)
        flag = flag.strip()
        if flag == "{title}" and not _in_head(place, positions):
            continue
        if flag == "{lead}" and not _in_lead_job(place, positions, books):
            continue
        if flag == "{recent}" and not any(int(year) >= as_of.year - 3 for year in _YEAR.findall(place.text)):
            continue
        found.setdefault(name, []).append((flag if flag in {"!", "~", "<", "<<", "+"} else grade, hit))
    best: dict[str, dict[str, CueHit]] = {}
    for name, hits in found.items():
        longer = [hit.span for grade, hit in hits if grade == "<"]
        nearer = [hit.span for grade, hit in hits if grade == "<<"]
        for grade, hit in hits:
            covered = any(span != hit.span and span.contains(hit.span) for span in longer)
            touched = any(span.overlaps(hit.span) and not hit.span.contains(span) for span in nearer)
            if grade == MET and (covered or touched):
                continue
            best.setdefault(name, {}).setdefault(PARTIAL if grade in {"<", "<<", "+"} else grade, hit)
            if grade == "+":
                best[name].setdefault("+", hit)
    return best


def _heard(name: str, hit: CueHit, place: Place, lexicon: Lexicon) -> bool:
    """Tell whether a cue counts where it stands: of people and process lists and praise tell nothing.

    "Proven leader who mentors teams" is praise; "lead eight engineers" is a fact, in a summary too.
    """
    if place.context not in {Context.LIST, Context.SUMMARY}:
        return True
    if name in lexicon.words.get("narrow_proofs.signals-in-lists", ()):
        return True
    return place.context is Context.SUMMARY and bool(_FIGURE.search(place.text[hit.span.start : hit.span.end]))


def _in_head(place: Place, positions: Sequence[Position]) -> bool:
    return place.position is not None and positions[place.position].head.overlaps(place.statement.span)


def _in_lead_job(place: Place, positions: Sequence[Position], books: _Books) -> bool:
    title = "" if place.position is None else positions[place.position].title or ""
    return bool(books.lead_titles.find(lower(fold(title).text)))


def _flag(cue: str) -> str:
    return next((flag for flag in _FLAGS if cue.startswith(flag)), "")


def _belongs(signal: Signal, place: Place) -> bool:
    return not signal.sections or place.statement.section.value in signal.sections


def _proof(place: Place, hit: CueHit, grade: str, positions: Sequence[Position], books: _Books, as_of: date) -> Proof:
    level, supervised = level_of(place.text, hit.span, books.levels)
    return Proof(
        statement=place.statement.span,
        hit=place.origin(hit.span),
        section=place.statement.section,
        context=place.context,
        level=level,
        assertion=_assertion(place.text, hit.span, books.whose),
        position=place.position,
        last_used=last_told(place, positions, as_of=as_of),
        grade=grade,
        limits=(SUPERVISED,) if supervised else (),
    )


def _assertion(text: str, hit: Span, whose: WhoseBook) -> Assertion:
    """Tell whose it is; a hit that spans many words may begin before the clause that gives it to others."""
    found = whose.of(text, hit)
    late = Span(hit.end - 1, hit.end)
    return Assertion.OTHERS if found is Assertion.CLAIMED and whose.others_that(text, late) else found


def _from_facts(
    places: Places, certificates: Sequence[Certificate], lexicon: Lexicon, as_of: date, recent_years: float
) -> Iterable[tuple[SignalId, Proof]]:
    for signal in lexicon.signals.values():
        for grade, cues in ((MET, signal.met), (PARTIAL, signal.partial)):
            for certificate in certificates:
                recent = certificate.year is not None and as_of.year - certificate.year <= recent_years
                if (recent and _RECENT in cues) or (not recent and _CERTIFICATE in cues):
                    place = places.at(certificate.span)
                    span = place.statement.span if place else certificate.span
                    section = place.statement.section if place else SectionKind.CERTIFICATIONS
                    yield signal.id, Proof(span, certificate.span, section, Context.STUDY, grade=grade)
            if _PROJECT in cues:
                yield from (
                    (signal.id, Proof(span, span, place.statement.section, Context.PROJECT, grade=grade))
                    for place in places.places
                    if place.context is Context.PROJECT
                    and place.statement.kind in {StatementKind.BULLET, StatementKind.SENTENCE}
                    for span in (place.statement.span,)
                )

"""The cues of lexicon/signals found in one statement, with whose they are and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.candidate import Assertion, Context, Position, Proof
from matcher.domain.catalogue import SignalId
from matcher.domain.document import SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import fold
from matcher.evidence.context import Place
from matcher.evidence.cue_patterns import CueBook, CueHit, cue_book, lower
from matcher.evidence.duration import last_told
from matcher.evidence.level import SUPERVISED, level_book, level_of
from matcher.evidence.told_positions import is_told
from matcher.evidence.whose import WhoseBook, whose_book
from matcher.taxonomy.index import Lexicon, Signal
from matcher.taxonomy.tables import once_per_lists

__all__ = [
    "CERTIFICATE",
    "COURSE",
    "FACTS",
    "HALF",
    "MET",
    "PARTIAL",
    "PROJECT",
    "RECENT",
    "Books",
    "Cued",
    "belongs",
    "cue_grades",
    "cues_in",
    "in_head",
    "make_proof",
    "names_recent_year",
    "signal_books",
]

MET = "met"
PARTIAL = "partial"
HALF = "half"
CERTIFICATE = "{certificate}"
RECENT = "{recent certificate}"
PROJECT = "{project}"
COURSE = "{recent course}"
FACTS = frozenset({CERTIFICATE, RECENT, PROJECT, COURSE})
"""Cues that are no words, but something that was found elsewhere in the resume."""
_FLAGS = ("{title} ", "{lead} ", "{recent} ", "! ", "~ ", "<< ", "< ", "+ ")
_HOLDING = frozenset({"!", "~", "<", "<<"})
"""Flags of cues that hold a statement down."""
_FIGURE = re.compile(r"\d|(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)(?!\w)")
_RECENT_YEARS = 3
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Books:
    """What statements are searched with, compiled."""

    signals: CueBook
    whose: WhoseBook
    levels: CueBook
    lead_titles: CueBook


@dataclass(frozen=True, slots=True)
class Cued:
    """What cues find in a statement.

    Of ``settled`` signals a cue says that no more, or nothing, is shown: "the releases are theirs", or praise in a
    summary, where words of people do not count.
    """

    proofs: Mapping[SignalId, Proof]
    settled: frozenset[SignalId]


def cue_grades(text: str, lexicon: Lexicon) -> dict[SignalId, str]:
    """Return what one sentence shows, denials left out; this is what the examples in the data are checked with."""
    folded = fold(text)
    statement = Statement(Span(0, len(text)), StatementKind.SENTENCE, SectionKind.EXPERIENCE)
    place = Place(statement, folded, lower(folded.text), Context.WORK, None)
    grades: dict[SignalId, str] = {}
    for signal, proof in cues_in(place, (), lexicon, signal_books(lexicon), date(2000, 1, 1)).proofs.items():
        if proof.assertion is Assertion.CLAIMED and grades.get(signal) != MET:
            grades[signal] = PARTIAL if proof.grade == HALF else proof.grade
    return grades


def _books(lexicon: Lexicon) -> Books:
    cues = [
        (f"{signal.id} {grade} {_flag(cue)}", cue.removeprefix(_flag(cue)))
        for signal in lexicon.signals.values()
        for grade, group in ((MET, signal.met), (PARTIAL, signal.partial), ("not", signal.not_near))
        for cue in group
        if cue not in FACTS
    ]
    words = lexicon.words
    titles = cue_book((("lead", cue) for cue in words.get("work_titles.leading", ())), words)
    return Books(cue_book(cues, words), whose_book(words), level_book(words), titles)


signal_books = once_per_lists(_books)
"""Return the compiled cues of a lexicon, built once for each."""


def cues_in(place: Place, positions: Sequence[Position], lexicon: Lexicon, books: Books, as_of: date) -> Cued:
    """Return what the cues find in one statement, at most one proof for each signal."""
    hits = books.signals.find(place.text)
    true_hits = _true_hits(hits, place, positions, books, as_of)
    proofs = dict(_proofs(true_hits, place, positions, lexicon, books, as_of))
    tags = [hit.tag.split(" ", 2) for hit in hits]
    held = {SignalId(name) for name, grade, flag in tags if grade == "not" or flag.strip() in _HOLDING}
    unheard = {SignalId(name) for name, _, _ in tags} - proofs.keys()
    return Cued(proofs, frozenset(held | unheard))


def _proofs(
    hits: Mapping[str, Mapping[str, CueHit]],
    place: Place,
    positions: Sequence[Position],
    lexicon: Lexicon,
    books: Books,
    as_of: date,
) -> Iterable[tuple[SignalId, Proof]]:
    for name, own in hits.items():
        if not belongs(lexicon.signals[SignalId(name)], place):
            continue
        if "~" in own:
            denial = make_proof(place, own["~"], PARTIAL, positions, books, as_of)
            yield SignalId(name), replace(denial, assertion=Assertion.NEGATED)
        if "not" in own or "~" in own:
            continue
        for grade in (MET, PARTIAL):
            if grade not in own:
                continue
            if not _heard(name, own[grade], place, lexicon):
                continue
            worth = PARTIAL if "!" in own else HALF if grade == PARTIAL and own.get("+") == own[grade] else grade
            proof = replace(make_proof(place, own[grade], grade, positions, books, as_of), grade=worth)
            yield SignalId(name), replace(proof, grade=PARTIAL) if SUPERVISED in proof.limits else proof
            break


def _true_hits(
    hits: Iterable[CueHit], place: Place, positions: Sequence[Position], books: Books, as_of: date
) -> dict[str, dict[str, CueHit]]:
    """Return for each signal its first hit of each grade, after flags; a "<" cue silences those it covers."""
    found: dict[str, list[tuple[str, CueHit]]] = {}
    for hit in hits:
        name, grade, flag = hit.tag.split(" ", 2)
        flag = flag.strip()
        if flag == "{title}" and not in_head(place, positions):
            continue
        if flag == "{lead}" and not _in_lead_job(place, positions, books):
            continue
        if flag == "{recent}" and not names_recent_year(place.text, as_of, _RECENT_YEARS):
            continue
        found.setdefault(name, []).append((flag if flag in {"!", "~", "<", "<<", "+"} else grade, hit))
    best: dict[str, dict[str, CueHit]] = {}
    for name, own in found.items():
        longer = [hit.span for grade, hit in own if grade == "<"]
        nearer = [hit.span for grade, hit in own if grade == "<<"]
        for grade, hit in own:
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


def in_head(place: Place, positions: Sequence[Position]) -> bool:
    """Tell whether a statement is the head of a job: its title, firm and dates."""
    position = None if place.position is None else positions[place.position]
    return position is not None and not is_told(position) and position.head.overlaps(place.statement.span)


def names_recent_year(text: str, as_of: date, years: float) -> bool:
    """Tell whether a text names one of the last years, or one to come."""
    return any(int(year) >= as_of.year - years for year in _YEAR.findall(text))


def _in_lead_job(place: Place, positions: Sequence[Position], books: Books) -> bool:
    title = "" if place.position is None else positions[place.position].title or ""
    return bool(books.lead_titles.find(lower(fold(title).text)))


def _flag(cue: str) -> str:
    return next((flag for flag in _FLAGS if cue.startswith(flag)), "")


def belongs(signal: Signal, place: Place) -> bool:
    """Tell whether a signal may be shown by the section that a statement stands in."""
    return not signal.sections or place.statement.section.value in signal.sections


def make_proof(
    place: Place, hit: CueHit, grade: str, positions: Sequence[Position], books: Books, as_of: date
) -> Proof:
    """Return the proof that a hit gives, with its level, month and whose it is."""
    level, supervised = level_of(place.text, hit.span, books.levels, place.levels)
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

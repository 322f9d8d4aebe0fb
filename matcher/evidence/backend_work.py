"""What kind of work each position was, and how many months of it count as back-end work."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.domain.candidate import Assertion, Position, SkillMention
from matcher.domain.document import Document, Span, Statement
from matcher.domain.folding import fold
from matcher.evidence.cue_patterns import CueBook, Words, cue_book, lower
from matcher.taxonomy.tables import once_per_lists

__all__ = ["BACKEND", "NEIGHBOUR", "OPERATIONS", "bare_lists", "find_trades"]

BACKEND = "backend"
NEIGHBOUR = "neighbour"
OPERATIONS = "operations"
_BY_TITLE = (
    "volunteer",
    "internship",
    "research",
    "test",
    BACKEND,
    OPERATIONS,
    NEIGHBOUR,
    "frontend",
    "analysis",
    "manager",
    "software",
    "elsewhere",
)
_OPEN = frozenset({"software", "manager", ""})
_SIDES = ("server", "screen")
_MADE = "made"
_MANAGER_NEEDS = 3
_LIST_NAMES = 4
_LIST_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class _Books:
    """The cues of lexicon/work_titles.yaml, compiled: trades by title, titles of makers, words of either side."""

    titles: CueBook
    made: CueBook
    sides: CueBook


def find_trades(
    document: Document,
    positions: Sequence[Position],
    lists: Sequence[Span],
    mentions: Sequence[SkillMention],
    words: Words,
) -> tuple[str, ...]:
    """Name the trade of each position: by its title, and where that says little by what was done.

    "Software Engineer" with Spring and PostgreSQL in its lines is back-end work; with React alone it is front end.
    A contract without a title takes the trade of the headline ("Independent contractor, server-side development").

    Args:
        document: the resume.
        positions: its jobs.
        lists: what ``bare_lists`` returned.
        mentions: the skills it names.
        words: the lexicon.
    """
    told = [
        one
        for one in mentions
        if one.assertion is Assertion.CLAIMED and not any(span.contains(one.span) for span in lists)
    ]
    first = min((position.span.start for position in positions), default=len(document.text))
    headline = _by_words(document.text[: min(first, 400)], words)
    return tuple(
        _trade(
            document,
            position,
            [one for one in mentions if position.span.contains(one.span) and one.assertion is Assertion.CLAIMED],
            [one for one in told if position.span.contains(one.span)],
            words,
            headline,
        )
        for position in positions
    )


def bare_lists(
    document: Document, statements: Sequence[Statement], mentions: Sequence[SkillMention]
) -> tuple[Span, ...]:
    """Return the statements that are hardly more than names of skills: "Java, Spring, AWS, Docker, Kubernetes"."""
    found = []
    spans = sorted({one.span for one in mentions})
    starts = [span.start for span in spans]
    for statement in statements:
        begun = spans[bisect_left(starts, statement.span.start) : bisect_left(starts, statement.span.end + 1)]
        inside = [span for span in begun if span.end <= statement.span.end]
        if len(inside) < _LIST_NAMES:
            continue
        letters = sum(char.isalnum() for char in document.quote(statement.span))
        taken = {at for span in inside for at in range(span.start, span.end) if document.text[at].isalnum()}
        if len(taken) >= letters * _LIST_SHARE:
            found.append(statement.span)
    return tuple(found)


def _trade(
    document: Document,
    position: Position,
    mentions: Sequence[SkillMention],
    told: Sequence[SkillMention],
    words: Words,
    headline: str,
) -> str:
    titled = _by_words(position.title or "", words) or _by_words(document.quote(position.head), words)
    if titled == "elsewhere":
        return "other"
    if titled not in _OPEN:
        return titled
    plain = titled == "software" or (titled == "" and position.title is None)
    # Under a title that is not of the trade a bare list of names does not make a back-end job.
    server, screen = _lean(document, position, mentions if plain else told, words)
    if server >= (1 if plain else _MANAGER_NEEDS) and server >= screen:
        return BACKEND
    if titled == "manager":
        return titled
    if screen > server:
        return "frontend"
    if position.title is None and headline in {BACKEND, NEIGHBOUR, OPERATIONS}:
        return headline
    # "IT specialist: various tasks" is no back-end work, whatever the headline claims.
    if titled == "software" and headline == BACKEND and not screen and _says_made(position.title or "", words):
        return BACKEND
    return titled or "other"


def _books(words: Words) -> _Books:
    def book(tags: Sequence[str], ending: str = "") -> CueBook:
        return cue_book(((tag, cue) for tag in tags for cue in words.get(f"work_titles.{tag}{ending}", ())), words)

    return _Books(book(_BY_TITLE), book((_MADE,)), book(_SIDES, "_words"))


_work_books = once_per_lists(_books)


def _says_made(text: str, words: Words) -> bool:
    return bool(_work_books(words).made.find(lower(fold(text).text)))


def _by_words(text: str, words: Words) -> str:
    tags = {hit.tag for hit in _work_books(words).titles.find(lower(fold(text).text))}
    return next((tag for tag in _BY_TITLE if tag in tags), "")


def _lean(document: Document, position: Position, mentions: Sequence[SkillMention], words: Words) -> tuple[int, int]:
    """Count what speaks for work on the server and what for work on the screen, each thing once."""
    named = dict.fromkeys(mention.skill for mention in mentions)
    areas: Mapping[str, tuple[str, ...]] = {side: words.get(f"work_titles.{side}_areas", ()) for side in _SIDES}
    counts = {side: sum(skill.partition(".")[0] in names for skill in named) for side, names in areas.items()}
    tags = [hit.tag for hit in _work_books(words).sides.find(lower(fold(document.quote(position.span)).text))]
    return counts["server"] + tags.count("server"), counts["screen"] + tags.count("screen")

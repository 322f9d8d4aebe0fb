"""What kind of work each position was, and how many months of it count as back-end work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.domain.candidate import Assertion, Position, SkillMention
from matcher.domain.document import Document
from matcher.domain.folding import fold
from matcher.evidence.cue_patterns import Words, cue_book, lower

__all__ = ["BACKEND", "NEIGHBOUR", "find_trades"]

BACKEND = "backend"
NEIGHBOUR = "neighbour"
_BY_TITLE = (
    "volunteer",
    "internship",
    "research",
    "test",
    BACKEND,
    NEIGHBOUR,
    "frontend",
    "analysis",
    "manager",
    "software",
)
_OPEN = frozenset({"software", "manager", ""})
_MANAGER_NEEDS = 2


def find_trades(
    document: Document, positions: Sequence[Position], mentions: Sequence[SkillMention], words: Words
) -> tuple[str, ...]:
    """Name the trade of each position: by its title, and where that says little by what was done.

    "Software Engineer" with Spring and PostgreSQL in its lines is back-end work; with React alone it is front end.
    A contract without a title takes the trade of the headline ("Independent contractor, server-side development").
    """
    first = min((position.span.start for position in positions), default=len(document.text))
    headline = _by_words(document.text[: min(first, 400)], words)
    return tuple(
        _trade(
            document,
            position,
            [one for one in mentions if position.span.contains(one.span) and one.assertion is Assertion.CLAIMED],
            words,
            headline,
        )
        for position in positions
    )


def _trade(
    document: Document, position: Position, mentions: Sequence[SkillMention], words: Words, headline: str
) -> str:
    titled = _by_words(position.title or document.quote(position.head), words)
    if titled not in _OPEN:
        return titled
    server, screen = _lean(document, position, mentions, words)
    needed = 1 if titled == "software" or (titled == "" and position.title is None) else _MANAGER_NEEDS
    if server >= needed and server >= screen:
        return BACKEND
    if titled in {"software", ""} and screen > server:
        return "frontend"
    if titled == "manager":
        return "software"
    if position.title is None and headline in {BACKEND, NEIGHBOUR}:
        return headline
    if titled == "software" and headline == BACKEND and not screen:
        return BACKEND
    return titled or "other"


def _by_words(text: str, words: Words) -> str:
    book = cue_book(((tag, cue) for tag in _BY_TITLE for cue in words.get(f"work_titles.{tag}", ())), words)
    tags = {hit.tag for hit in book.find(lower(fold(text).text))}
    return next((tag for tag in _BY_TITLE if tag in tags), "")


def _lean(document: Document, position: Position, mentions: Sequence[SkillMention], words: Words) -> tuple[int, int]:
    """Count what speaks for work on the server and what for work on the screen, each thing once."""
    named = dict.fromkeys(mention.skill for mention in mentions)
    areas: Mapping[str, tuple[str, ...]] = {
        side: words.get(f"work_titles.{side}_areas", ()) for side in ("server", "screen")
    }
    counts = {side: sum(skill.partition(".")[0] in names for skill in named) for side, names in areas.items()}
    book = cue_book(
        ((side, cue) for side in ("server", "screen") for cue in words.get(f"work_titles.{side}_words", ())), words
    )
    tags = [hit.tag for hit in book.find(lower(fold(document.quote(position.span)).text))]
    return counts["server"] + tags.count("server"), counts["screen"] + tags.count("screen")

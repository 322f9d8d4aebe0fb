"""What a statement's verbs show: used, owned or led; and whether somebody watched over it."""

from __future__ import annotations

import re

from matcher.domain.candidate import Level
from matcher.domain.document import Span
from matcher.evidence.cue_patterns import CueBook, Words, cue_book

__all__ = ["SUPERVISED", "clause_of", "level_book", "level_of"]

SUPERVISED = "supervised"
_WATCHED = "watched"
_LEVELS = {"led": Level.LED, "owned": Level.OWNED}
_BREAK = re.compile(r";|[.!?](?=\s|$)")


def level_book(words: Words) -> CueBook:
    """Compile the cues of lexicon/level_cues.yaml."""
    groups = ("led", "owned", SUPERVISED, _WATCHED)
    return cue_book(((group, cue) for group in groups for cue in words.get(f"level_cues.{group}", ())), words)


def level_of(text: str, hit: Span, book: CueBook) -> tuple[Level, bool]:
    """Return the level that the clause around a hit shows, and whether the work was supervised.

    Who watches may be told in a sentence after: "I write the views. My senior checks them."
    Example: in "assisted with the MySQL upgrade; designed the cache" the hit MySQL is used and supervised.

    Args:
        text: the statement, folded and in lower case.
        hit: where in it the skill or signal stands.
        book: what ``level_book`` made.
    """
    clause = clause_of(text, hit)
    tags = {found.tag for found in book.find(text[clause.start : clause.end])}
    level = max((_LEVELS[tag] for tag in tags if tag in _LEVELS), default=Level.USED)
    return level, SUPERVISED in tags or any(found.tag == _WATCHED for found in book.find(text))


def clause_of(text: str, hit: Span) -> Span:
    """Return the stretch around a hit that no semicolon or full stop parts."""
    start, end = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= hit.start:
            start = match.end()
        elif match.start() >= hit.end:
            end = match.start()
            break
    return Span(start, end)

"""What a statement's verbs show: used, owned or led; and whether somebody watched over it."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from matcher.domain.candidate import Level
from matcher.domain.document import Span
from matcher.evidence.cue_patterns import CueBook, Words, cue_book
from matcher.taxonomy.tables import once_per_lists

__all__ = ["SUPERVISED", "clause_of", "level_book", "level_of"]

SUPERVISED = "supervised"
_WATCHED = "watched"
_LEVELS = {"led": Level.LED, "owned": Level.OWNED}
_BREAK = re.compile(r";|[.!?](?=\s|$)")


def _book(words: Words) -> CueBook:
    groups = ("led", "owned", SUPERVISED, _WATCHED)
    return cue_book(((group, cue) for group in groups for cue in words.get(f"level_cues.{group}", ())), words)


level_book = once_per_lists(_book)
"""Return the compiled cues of lexicon/level_cues.yaml, built once for each lexicon."""


def level_of(
    text: str, hit: Span, book: CueBook, known: MutableMapping[Span, tuple[Level, bool]] | None = None
) -> tuple[Level, bool]:
    """Return the level that the clause around a hit shows, and whether the work was supervised.

    Who watches may be told in a sentence after: "I write the views. My senior checks them."
    Example: in "assisted with the MySQL upgrade; designed the cache" the hit MySQL is used and supervised.

    Args:
        text: the statement, folded and in lower case.
        hit: where in it the skill or signal stands.
        book: what ``level_book`` made.
        known: what was returned before for clauses of this text; most statements hold several hits.
    """
    clause = clause_of(text, hit)
    if known is not None and clause in known:
        return known[clause]
    tags = {found.tag for found in book.find(text[clause.start : clause.end])}
    level = max((_LEVELS[tag] for tag in tags if tag in _LEVELS), default=Level.USED)
    whole = tags if clause == Span(0, len(text)) else {found.tag for found in book.find(text)}
    told = level, SUPERVISED in tags or _WATCHED in whole
    if known is not None:
        known[clause] = told
    return told


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

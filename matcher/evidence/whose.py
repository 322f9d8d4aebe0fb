"""Whose a doing is: the writer's own, denied, wished for, or somebody else's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.domain.candidate import Assertion
from matcher.domain.document import Span
from matcher.evidence.cue_patterns import CueBook, Words, cue_book
from matcher.evidence.level import clause_of
from matcher.taxonomy.tables import once_per_lists

__all__ = ["WhoseBook", "whose_book"]

_BY_TAG = {
    "negated": Assertion.NEGATED,
    "close": Assertion.NEGATED,
    "learning": Assertion.LEARNING,
    "others": Assertion.OTHERS,
    "others_that": Assertion.OTHERS,
}
_PREPOSITIONS = frozenset({"with", "for", "from", "to", "between", "of", "at", "in", "and"})
_REACH = {"close": 0, "others": 2}
_BETWEEN = 8
"""How many words may stand between a denial and what it denies."""


@dataclass(frozen=True, slots=True)
class WhoseBook:
    """The cues of lexicon/whose_doing.yaml, compiled."""

    cues: CueBook
    that: CueBook
    terminators: re.Pattern[str]

    def of(self, text: str, hit: Span) -> Assertion:
        """Tell whether a denial, a wish or somebody else stands before the hit in the same clause.

        Example: in "no chance yet to mentor juniors" the mentoring is denied; "not only led the team" denies nothing.
        """
        return self._of(text, hit, self.cues)

    def others_that(self, text: str, hit: Span) -> bool:
        """Tell whether the hit is what other people did: "worked with the team that moved us to Azure"."""
        return self._of(text, hit, self.that) is Assertion.OTHERS

    def _of(self, text: str, hit: Span, book: CueBook) -> Assertion:
        clause = clause_of(text, hit)
        for found in book.find(text[clause.start : hit.start]):
            between = text[clause.start + found.span.end : hit.start]
            most = _REACH.get(found.tag, _BETWEEN)
            if found.tag == "others" and not _is_subject(text[clause.start :], found.span):
                continue
            if len(between.split()) <= most and not self.terminators.search(between):
                return _BY_TAG[found.tag]
        return Assertion.CLAIMED


def _book(words: Words) -> WhoseBook:
    pairs = [(group, cue) for group in _BY_TAG for cue in words.get(f"whose_doing.{group}", ())]
    ends = sorted(words.get("whose_doing.terminators", ()), key=lambda word: (-len(word), word))
    return WhoseBook(
        cues=cue_book(pairs, words),
        that=cue_book((pair for pair in pairs if pair[0] == "others_that"), words),
        terminators=re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in ends)})(?!\w)" if ends else r"(?!)"),
    )


whose_book = once_per_lists(_book)
"""Return the compiled cues of lexicon/whose_doing.yaml, built once for each lexicon."""


def _is_subject(text: str, span: Span) -> bool:
    """Tell whether somebody named is the one who acts: not in "agreed with the vendor" nor "helped the vendor to"."""
    before = text[: span.start].split()
    after = text[span.end :].split(maxsplit=1)
    return (not before or before[-1] not in _PREPOSITIONS) and after[:1] != ["to"]

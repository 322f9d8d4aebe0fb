"""A component: unknown words that are a slip of the pen away from a known name."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from matcher.domain.candidate import MatchMethod
from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.aliases import AliasIndex
from matcher.extraction.context import Context
from matcher.extraction.frames import Frame, Frames
from matcher.extraction.layout import Layout
from matcher.extraction.names import NameGuard
from matcher.extraction.reading import Candidate, Claimant, Reading, Why, reading_of
from matcher.extraction.slips import Slip, SlipFinder

__all__ = ["SpellingMender"]

# Where a place's or a person's name stands as likely as a technology's: "in Angola", "by Jenkin".
_BEFORE_NAMES = frozenset({"in", "at", "from", "near", "to", "of", "by", "for", "and", "with", "mr", "dr"})
_REPEATED = 3
_LONG_ENOUGH = 7


class SpellingMender:
    """Compares words that nothing else explains with the known names (see ``slips``).

    Args:
        shortest: names with fewer letters are mended only in lists and the like; "Jave" could be anything.
        two_edits_from: from this length of the name on, two slips are forgiven, else one.
        threshold: the lowest similarity.
    """

    def __init__(self, shortest: int, two_edits_from: int, threshold: float) -> None:
        self._shortest = shortest
        self._two_edits_from = two_edits_from
        self._threshold = threshold
        self._context = Context({})
        self._names = NameGuard(self._context)
        self._frames = Frames(self._context)
        self._index = AliasIndex.empty()
        self._known: frozenset[str] = frozenset()
        self._finder = SlipFinder({}, shortest, two_edits_from, threshold)
        self._doubtful = frozenset[str]()

    def learn(self, index: AliasIndex, context: Context, ordinary: frozenset[str], threshold: float) -> None:
        """Take in the names and the ordinary words. ``threshold`` from the policy replaces the configured one."""
        self._index, self._context, self._known = index, context, index.words | ordinary
        self._names, self._frames = NameGuard(context), Frames(context)
        names = {name: index.entries[key][0].skill for name, key in index.speakable.items()}
        self._doubtful = frozenset(
            name
            for name, key in index.speakable.items()
            if all(c.rule is not None and c.rule.needs_company for c in index.entries[key])
        )
        self._finder = SlipFinder(names, self._shortest, self._two_edits_from, threshold)

    def __call__(self, doc: Doc) -> Doc:
        """Add the words that are slips of the pen."""
        reading = reading_of(doc)
        unknown = self._unknown(reading)
        if not unknown:
            return doc
        lowers = reading.tokens.lowers
        slips = self._finder.find(lowers[i] for i in unknown)
        found = [(self._mend(reading, i, slips[lowers[i]]), slips[lowers[i]]) for i in unknown if lowers[i] in slips]
        known = self._index.pairs_by_word
        beside = [i for i in unknown if lowers[i - 1] in known or (i + 1 < len(lowers) and lowers[i + 1] in known)]
        pairs = [c for i in beside if (c := self._mend_pair(reading, i)) is not None]
        covered = {c.start for c in pairs} | {c.end - 1 for c in pairs}
        found = [(c, slip) for c, slip in found if c.start not in covered]
        if found or pairs:
            everything = sorted([*reading.candidates, *(c for c, _ in found), *pairs], key=lambda c: c.start)
            layout = Layout(_with(reading, everything), self._context)
            kept = [c for c, slip in found if self._stands_as_skill(c, slip, layout)]
            kept += [c for c in pairs if self._names.reason_against(c, layout) is None]
            reading.candidates = sorted([*reading.candidates, *kept], key=lambda c: c.start)
            reading.dropped += [_laid_aside(c) for c in (*(c for c, _ in found), *pairs) if c not in kept]
        return doc

    def _unknown(self, reading: Reading) -> list[int]:
        """Return the words that are no part of a candidate, no known word, and not repeated (a name, then)."""
        lowers, fewest = reading.tokens.lowers, self._shortest - 1
        reading.strange = reading.tokens.distinct - self._known
        new = {word for word in reading.strange if len(word) >= fewest and word.isalpha()}
        strange = [i for i, word in enumerate(lowers) if word in new] if new else []
        explained = {i for c in (*reading.candidates, *reading.dropped) for i in range(c.start, c.end)}
        counts = Counter([lowers[i] for i in strange])
        return [i for i in strange if i not in explained and counts[lowers[i]] < _REPEATED and reading.unit_of[i] >= 0]

    def _mend(self, reading: Reading, index: int, slip: Slip) -> Candidate:
        return _candidate(reading, index, index + 1, self._index.entries[self._index.speakable[slip.name]], slip)

    def _mend_pair(self, reading: Reading, index: int) -> Candidate | None:
        """Mend one word of a name of two words by the other: "Spirng Boot", "Github Actoins"."""
        lowers, unit_of, pairs = reading.tokens.lowers, reading.unit_of, self._index.pairs_by_word
        for start in (index, index - 1):
            if start < 0 or start + 1 >= len(lowers):
                continue
            beside = lowers[start + 1] if start == index else lowers[start]
            if beside not in pairs or unit_of[start] != unit_of[start + 1]:
                continue
            for key in pairs[beside]:
                meant = key[0] if start == index else key[1]
                if (
                    key[start == index] == beside
                    and len(meant) >= self._shortest
                    and OSA.distance(lowers[index], meant) == 1
                ):
                    slip = Slip(
                        meant, OSA.normalized_similarity(" ".join(lowers[start : start + 2]), " ".join(key)), bold=False
                    )
                    return _candidate(reading, start, start + 2, self._index.entries[key], slip)
        return None

    def _stands_as_skill(self, candidate: Candidate, slip: Slip, layout: Layout) -> bool:
        """Tell whether the word stands where a skill would, not where a person's or a firm's name would.

        Example: "Postgress" in a list or beside Redis, but not "Jenkin" in "reported to Ann Jenkin".
        """
        if self._names.reason_against(candidate, layout) is not None:
            return False
        unit = layout.unit(candidate)
        lowers, at, context = layout.tokens.lowers, candidate.start, self._context
        if len(lowers[at]) < self._shortest and layout.tokens.words[at].isupper():
            # So short it is rather an acronym: "LAMP", "NIST".
            return False
        if any(c.kept and c.method is MatchMethod.EXACT for c in layout.neighbours(candidate)):
            return True
        if layout.in_skill_list(candidate) or len(layout.chain(candidate)) > 1:
            return True
        strong = self._frames.before(candidate, layout, language=False) is Frame.STRONG
        # "Moved to Gita": so short a word is rather a place's name of its own.
        strong = strong and not (len(lowers[at]) < self._shortest and lowers[at - 1] in _BEFORE_NAMES)
        if strong or context.after.begin_at(lowers, at + 1, unit.end):
            return True
        doubtful = slip.name in self._doubtful and not self._is_capital_within(candidate, layout)
        if slip.bold or doubtful or (lowers[at] == slip.name + "s" and slip.name[-1] != "s"):
            return any(c.kept and c.kept.rule is None for c in layout.neighbours(candidate))
        if layout.neighbours(candidate) or context.before_weak.end_at(lowers, at, unit.start):
            return True
        in_contact = unit.section is SectionKind.CONTACT and layout.reading.headed
        if unit.kind in {StatementKind.ENTRY, StatementKind.HEADING} or in_contact:
            return unit.section is SectionKind.SKILLS
        return not self._beside_a_name(candidate, layout) and self._in_technical_words(candidate, layout)

    def _is_capital_within(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether a capital letter that is not due makes it no everyday word gone wrong: "set up Druidd".

        Behind "with" and the like it may as well be a person or a firm.
        """
        capital = layout.tokens.words[candidate.start].istitle() and not layout.opens_sentence(candidate)
        named = layout.tokens.lowers[candidate.start - 1] in _BEFORE_NAMES and not layout.follows_a_skill(candidate)
        return capital and not named and not layout.case_is_silent(candidate)

    def _beside_a_name(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether a capitalised word stands beside another, as names do; a sentence's first word is none."""
        words, unit, at = layout.tokens.words, layout.unit(candidate), candidate.start
        if not words[at].istitle():
            return False
        if at - 1 > unit.start and words[at - 1].istitle():
            return True
        return at + 1 < unit.end and words[at + 1].istitle() and layout.tokens.gaps[at] in {" ", "-"}

    def _in_technical_words(self, candidate: Candidate, layout: Layout) -> bool:
        words, lowers, unit, at = layout.tokens.words, layout.tokens.lowers, layout.unit(candidate), candidate.start
        if any(c.unit == candidate.unit and c is not candidate and c.kept for c in layout.reading.candidates):
            return True
        if not words[at][1:].islower():
            return True
        around = [lowers[i] for i in range(unit.start, unit.end) if i != at]
        technical = any(word in self._context.after or word in self._context.technical_verbs for word in around)
        named = words[at].istitle() and at > unit.start and lowers[at - 1] in _BEFORE_NAMES
        if named:
            return technical
        return technical or len(lowers[at]) >= _LONG_ENOUGH


def _laid_aside(candidate: Candidate) -> Candidate:
    candidate.kept, candidate.why = None, Why.NO_PLACE
    return candidate


def _candidate(reading: Reading, start: int, end: int, claimants: tuple[Claimant, ...], slip: Slip) -> Candidate:
    candidate = Candidate(start, end, reading.unit_of[start], claimants)
    candidate.kept = next((c for c in claimants if c.rule is None or not c.rule.needs_company), claimants[0])
    candidate.method, candidate.similarity, candidate.why = MatchMethod.SPELLING, slip.similarity, Why.SPELLING
    return candidate


def _with(reading: Reading, candidates: list[Candidate]) -> Reading:
    return Reading(reading.tokens, reading.units, reading.unit_of, reading.headed, candidates=candidates)

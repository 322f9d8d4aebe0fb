"""Verbs of doing: whether one stands behind a subject that is somebody else, in what form, and to whom it is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from matcher.extraction.context import Phrases

__all__ = ["BE", "Verbs"]

BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "got", "gets"})
_FULL_VERBS = frozenset({"has", "have", "had", "do", "does", "did"})
# No verb without "have": "an iOS client written in Swift".
_PARTICIPLES = frozenset(
    {"written", "rewritten", "done", "taken", "chosen", "given", "shown", "using", "writing", "doing"}
)
_ARTICLES = frozenset({"a", "an", "the", "our", "in", "responsible", "on", "into"})
_LONGEST_TAIL = 5
_SHORTEST_PAST = 4
_WHERE = frozenset({"on", "in", "at", "inside", "within", "under", "behind", "across"})
_ME = frozenset({"me", "us", "mine"})
_UNDER = frozenset({"to", "from", "under"})
# "An introduction", "the developer" are no verbs, whatever verb they come of; "leads" may be one.
_NOUNS = ("tion", "tions", "ment", "ments", "nance", "er", "ers")
_VERBS_ALL_THE_SAME = frozenset(
    {"lead", "leads", "implement", "implements", "deliver", "delivers", "administer", "administers", "engineer"}
)


class Verbs:
    """Finds verbs in clauses; ``words`` are the lists of lexicon/doer_words.yaml, ``people`` nouns and names of doers.

    Those among them that need no article are ``unasked``.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], people: Collection[str], unasked: Collection[str]) -> None:
        def family(name: str) -> frozenset[str]:
            return frozenset(words.get(f"doer_words.{name}", ()))

        self._people = people
        self._unasked = unasked
        self._units = family("units")
        self._receiving = family("receiving")
        self._auxiliaries = family("auxiliaries")
        self._standing = family("standing")
        self._doing = Phrases(words.get("doer_words.doing", ()))

    def tells_of_things(self, lowers: Sequence[str], place: int, end: int) -> bool:
        """Tell whether a verb behind "they" is one of things: "they run on AWS", not "they run Kafka on AWS"."""
        while place < end and (lowers[place] in self._auxiliaries or lowers[place].endswith("ly")):
            place += 1
        return place + 1 < end and lowers[place] in self._standing and lowers[place + 1] in _WHERE

    def after_tail(self, lowers: Sequence[str], place: int, end: int, inside: set[int]) -> int:
        """Return the place of a verb behind a few words that lengthen the subject, or 0."""
        for i in range(place + 1, min(end, place + _LONGEST_TAIL)):
            if lowers[i] in {",", "(", ")", ":", "i", "we"}:
                return 0
            if verb := self.at(lowers, i, end, inside):
                return verb
        return 0

    def at(self, lowers: Sequence[str], place: int, end: int, inside: set[int]) -> int:
        """Return the place of a verb of doing after adverbs and auxiliaries; the writer's own passives are none."""
        passive = perfect = False
        while place < end and (lowers[place] in self._auxiliaries or lowers[place].endswith("ly")):
            word = lowers[place]
            following = lowers[place + 1] if place + 1 < end else ""
            perfect = perfect or word in _FULL_VERBS
            if word in BE:
                passive = True
                if following in _ARTICLES or following.endswith("ing"):
                    return place
            elif word in _FULL_VERBS and following not in self._auxiliaries and following not in self._doing:
                return 0 if following in {"to", ""} else place
            place += 1
        if place >= end or place in inside:
            return 0
        if not (self.is_doing(lowers[place]) or self._is_third_person(lowers, place, inside)):
            return 0
        if self._is_about_writer(lowers, place + 1, end):
            return 0
        if lowers[place] in _PARTICIPLES and not perfect:
            return 0
        return 0 if passive and not lowers[place].endswith("ing") else place

    def _is_about_writer(self, lowers: Sequence[str], place: int, end: int) -> bool:
        """Tell whether the writer is the object of a verb: "told me", "reported to me", "formed my team"."""
        place += place < end and lowers[place] == "to"
        if place >= end:
            return False
        for i in range(place, min(end - 1, place + 3)):
            if (lowers[i] in _UNDER and lowers[i + 1] in _ME) or (lowers[i] == "with" and lowers[i + 1] == "me"):
                return True
        return lowers[place] in _ME or (lowers[place] == "my" and place + 1 < end and lowers[place + 1] in self._units)

    def _is_third_person(self, lowers: Sequence[str], place: int, inside: set[int]) -> bool:
        """Tell whether any verb stands between one person and a skill: "our admin babysits Jenkins"."""
        word, subject = lowers[place], lowers[place - 1]
        singular = subject in self._people and (subject in self._unasked or not subject.endswith("s"))
        return singular and place + 1 in inside and place not in inside and word.endswith("s") and word.isalpha()

    def is_doing(self, word: str) -> bool:
        """Tell whether a word is, in its form, a verb of doing."""
        if word in self._people or word.endswith(_NOUNS):
            return word in _VERBS_ALL_THE_SAME
        return word in self._doing or (
            word.endswith("ed")
            and len(word) > _SHORTEST_PAST
            and word not in self._receiving
            and not word.startswith("un")
        )

"""Who does what a clause tells of: the writer, or a named other whose skills are then not the writer's.

A shallow reading of subjects ("our platform team ran"), of passives ("run by a vendor") and of relative clauses ("teams
who use"), from families of words, so that no sentence needs a phrase of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.domain.candidate import Assertion
from matcher.extraction.context import Phrases
from matcher.extraction.reading import Candidate

__all__ = ["Doers"]

_OPENERS = frozenset(
    {",", ":", "-", "(", "and", "or", "so", "then", "that", "which", "who", "whose", "whom", "where", "what"}
    | {"whatever", "as", "because", "if", "than", "how", "why", "whether", "all", "yet", "once"}
)
_EMBEDDING = _OPENERS - {",", ":", "-", "(", "and", "or", "so", "then", "as", "because", "than", "all", "yet", "once"}
_STOPS = frozenset(
    {",", "(", ")", ":", "-", ".", ";", "and", "or", "to", "by", "with", "for", "in", "on", "at", "from", "of", "as"}
    | {"into", "about", "not", "than", "using", "via", "who", "which", "that"}
)
_BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "got", "gets"})
_FULL_VERBS = frozenset({"has", "have", "had", "do", "does", "did"})
# No verb without "have": "an iOS client written in Swift".
_PARTICIPLES = frozenset(
    {"written", "rewritten", "done", "taken", "chosen", "given", "shown", "using", "writing", "doing"}
)
_ARTICLES = frozenset({"a", "an", "the", "our", "in", "responsible", "on", "into"})
# "The only person who knew it" is the writer.
_WRITER_HIMSELF = frozenset({"only", "first", "one", "last", "single"})
_HEADS = frozenset({"head", "heads", "chief", "director", "vp"})
_MOST_MODIFIERS = 5
_LONGEST_TAIL = 5
_REACH_OF_PASSIVE = 4
# Of a doing that is told of, not asked for: "wrote", "built", "ran", "exposes", "tuned".
_FINITE = ("ote", "ilt", "ran", "ept", "ose", "ade", "s", "ed")
_SHORTEST_PAST = 4


class Doers:
    """Marks the skills of clauses whose doer is somebody else; ``words`` are the lists of lexicon/doer_words.yaml."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        def family(name: str) -> frozenset[str]:
            return frozenset(words.get(f"doer_words.{name}", ()))

        ordinary = {
            w for name, ws in words.items() if name.startswith(("ordinary_words.", "english_words.")) for w in ws
        }
        names = frozenset(words.get("context_words.given_names", ())) - ordinary
        self._people = family("people") | names
        self._units = family("units")
        self._unasked = family("unasked") | names
        self._outside = family("outside")
        self._strangers = family("strangers")
        self._own = family("own")
        self._determiners = family("determiners")
        self._plain = family("plain_adjectives")
        self._counters = family("counters")
        self._links = family("links")
        self._making = family("making")
        self._receiving = family("receiving")
        self._leading = family("leading")
        self._auxiliaries = family("auxiliaries")
        self._doing = Phrases(words.get("doer_words.doing", ()))
        self._working = Phrases([w for w in words.get("doer_words.doing", ()) if not w.startswith(("come", "came"))])
        self._signs = self._people | self._strangers

    def judge(self, lowers: Sequence[str], start: int, end: int, members: Sequence[Candidate], sight: int) -> None:
        """Give the claimed skills among ``members`` of one clause to others where others do the work.

        What the writer goes on to do may be told of up to ``sight``.
        """
        if not members or self._signs.isdisjoint(lowers[start:end]):
            return
        inside = {i for c in members for i in range(c.start, c.end)}
        theirs = self._stretches(lowers, start, end, inside)
        for candidate in members:
            if candidate.assertion is not Assertion.CLAIMED:
                continue
            stop = next((b for a, b in theirs if a <= candidate.start < b), 0)
            if stop and not self._mine(lowers, candidate, end) and not self._taken_up(lowers, stop, sight):
                candidate.assertion = Assertion.OTHERS

    def _stretches(self, lowers: Sequence[str], start: int, end: int, inside: set[int]) -> list[tuple[int, int]]:
        """Return the ranges of words that tell of others' doing."""
        found: list[tuple[int, int]] = []
        open_at: int | None = None
        embedded = False
        at = start
        while at < end:
            word = lowers[at]
            if word in self._own:
                if open_at is not None:
                    found.append((open_at, at))
                    open_at = None
            elif word == "," and open_at is not None and embedded and not self._goes_on(lowers, at, end, inside):
                found.append((open_at, at))
                open_at = None
            elif open_at is None and word in self._people and self._relative_follows(lowers, at, end, inside):
                led = word not in self._outside and self._is_led(lowers, start, at)
                if not led and lowers[at - 1] not in _WRITER_HIMSELF:
                    open_at = at
            elif open_at is None and (verb := self._doing_of_others(lowers, start, at, end, inside)):
                embedded = at > start and lowers[at - 1] in _EMBEDDING
                open_at = at if not self._is_told_of(lowers, start, at) else start
                at = verb
            elif word == "by" and self._names_others(lowers, at + 1, end):
                found += self._passive(lowers, start, at, end)
            at += 1
        if open_at is not None:
            found.append((open_at, end))
        return found

    def _may_open(self, lowers: Sequence[str], start: int, at: int) -> bool:
        """Tell whether a subject may begin here: after a comma and the like, or where no doing was told of before."""
        if at == start or lowers[at - 1] in _OPENERS or lowers[at] in self._strangers:
            return True
        named = lowers[at] in self._determiners or lowers[at] in self._people
        return named and lowers[at - 1] not in _STOPS and not any(w in self._own for w in lowers[start:at])

    def _doing_of_others(self, lowers: Sequence[str], start: int, at: int, end: int, inside: set[int]) -> int:
        """Return the place of the verb of somebody else's doing that is no concern of the writer's, or 0."""
        verb = self._subject(lowers, at, end, inside) if self._may_open(lowers, start, at) else 0
        if not verb or (lowers[at] in self._strangers and lowers[at] not in {"he", "she"}):
            return verb
        told_of = at > start and lowers[at - 1] not in _OPENERS and any(map(self._is_doing, lowers[start:at]))
        # "Tools our client wrote", but not "helped our client move".
        asked_for = told_of and (self._is_doing(lowers[at - 1]) or not lowers[verb].endswith(_FINITE))
        return 0 if asked_for or self._is_led(lowers, start, at) else verb

    def _goes_on(self, lowers: Sequence[str], comma: int, end: int, inside: set[int]) -> bool:
        """Tell whether a comma only parts the items of a list of skills."""
        after = comma + 2 if comma + 1 < end and lowers[comma + 1] in {"and", "or"} else comma + 1
        return after in inside

    def _subject(self, lowers: Sequence[str], at: int, end: int, inside: set[int]) -> int:
        """Return the place of the verb whose subject, somebody else, begins here; 0 where there is none."""
        if lowers[at] in self._strangers:
            linked = at + 1 < end and lowers[at + 1] in self._links
            return (self._verb_after_tail if linked else self._verb)(lowers, at + 1, end, inside)
        head = self._head(lowers, at, end, inside)
        if head < 0 or self._is_own_unit(lowers, at, head):
            return 0
        named = lowers[at] in self._determiners or lowers[at] in self._counters or lowers[head] in self._unasked
        if not (named or lowers[head].endswith("s") or (head > at and lowers[head] in self._units)):
            return 0
        place = head + 1
        if place < end and lowers[place] in self._links:
            return self._verb_after_tail(lowers, place, end, inside)
        if place < end and lowers[place] in {"and", "or", "&"}:
            second = self._head(lowers, place + 1, end, inside)
            place = second + 1 if second > 0 else place
        return self._verb(lowers, place, end, inside)

    def _head(self, lowers: Sequence[str], at: int, end: int, inside: set[int]) -> int:
        """Return the noun of a group of words that names people, or -1: "the vendor's two DBAs"."""
        first = lowers[at]
        if first == "no":
            return -1
        if first not in self._determiners and first not in self._people and first not in self._counters:
            begins_plain = at + 1 < end and (at in inside or not first.endswith(("ed", "ing")))
            if not begins_plain or first in self._doing or not (first.isalpha() or first[0].isdigit()):
                return -1
        for place in range(at, min(end, at + _MOST_MODIFIERS + 2)):
            word = lowers[place]
            if word in self._people and not (place + 1 < end and lowers[place + 1] == "'s"):
                while place + 1 < end and lowers[place + 1] in self._people:
                    place += 1
                return place
            counted = (
                word == "of" and place > at and (lowers[place - 1] in self._counters or lowers[place - 1] in _HEADS)
            )
            if (word in _STOPS and not counted and place not in inside) or word in self._own:
                return -1
        return -1

    def _is_own_unit(self, lowers: Sequence[str], at: int, head: int) -> bool:
        """Tell whether it is the writer's own group: "our team", "my small squad", "the team"."""
        if lowers[head] not in self._units or lowers[at] not in {"my", "our", "the", "we"}:
            return False
        return all(word in self._plain for word in lowers[at + 1 : head]) and (
            lowers[head] != "company" or lowers[at] != "the"
        )

    def _verb_after_tail(self, lowers: Sequence[str], place: int, end: int, inside: set[int]) -> int:
        for i in range(place + 1, min(end, place + _LONGEST_TAIL)):
            if lowers[i] in {",", "(", ")", ":", "i", "we"}:
                return 0
            if verb := self._verb(lowers, i, end, inside):
                return verb
        return 0

    def _verb(self, lowers: Sequence[str], place: int, end: int, inside: set[int]) -> int:
        """Return the place of a verb of doing after adverbs and auxiliaries; the writer's own passives are none."""
        passive = perfect = False
        while place < end and (lowers[place] in self._auxiliaries or lowers[place].endswith("ly")):
            word = lowers[place]
            following = lowers[place + 1] if place + 1 < end else ""
            perfect = perfect or word in _FULL_VERBS
            if word in _BE:
                passive = True
                if following in _ARTICLES or following.endswith("ing"):
                    return place
            elif word in _FULL_VERBS and following not in self._auxiliaries and following not in self._doing:
                return 0 if following in {"to", ""} else place
            place += 1
        if place >= end or not (self._is_doing(lowers[place]) or self._is_third_person(lowers, place, inside)):
            return 0
        if place + 1 < end and lowers[place + 1] in {"me", "us"}:
            return 0
        if lowers[place] in _PARTICIPLES and not perfect:
            return 0
        return 0 if passive and not lowers[place].endswith("ing") else place

    def _is_third_person(self, lowers: Sequence[str], place: int, inside: set[int]) -> bool:
        """Tell whether any verb stands between one person and a skill: "our admin babysits Jenkins"."""
        word, subject = lowers[place], lowers[place - 1]
        singular = subject in self._people and (subject in self._unasked or not subject.endswith("s"))
        return singular and place + 1 in inside and place not in inside and word.endswith("s") and word.isalpha()

    def _is_doing(self, word: str) -> bool:
        return word in self._doing or (
            word.endswith("ed") and len(word) > _SHORTEST_PAST and word not in self._receiving
        )

    def _relative_follows(self, lowers: Sequence[str], at: int, end: int, inside: set[int]) -> bool:
        return (
            at + 1 < end and lowers[at + 1] in {"who", "that", "which"} and self._verb(lowers, at + 2, end, inside) > 0
        )

    def _is_told_of(self, lowers: Sequence[str], start: int, at: int) -> bool:
        """Tell whether the clause only tells of what others made: "described the tool that a vendor had built"."""
        if at - start < 2 or lowers[at - 1] not in {"that", "which", "whom"}:
            return False
        return not any(word in self._own or word in self._doing for word in lowers[start : min(at, start + 3)])

    def _is_led(self, lowers: Sequence[str], start: int, at: int) -> bool:
        """Tell whether others' doing is the writer's concern: "led a team that built", "taught clients who run"."""
        return any(word in self._leading for word in lowers[start:at])

    def _names_others(self, lowers: Sequence[str], at: int, end: int) -> bool:
        """Tell whether the words after "by" name others: "by our DBAs", not "by me", "by our team"."""
        if at >= end or lowers[at] in {"me", "us", "myself", "ourselves", "hand"}:
            return False
        if lowers[at] in {"another", "others"}:
            return True
        head = self._head(lowers, at, end, set())
        return head >= 0 and not self._is_own_unit(lowers, at, head)

    def _passive(self, lowers: Sequence[str], start: int, by: int, end: int) -> list[tuple[int, int]]:
        """Return the words that a passive gives to others: all before it, unless the writer works on what they made.

        "Kafka was run by Ops" and "Kafka, run by Ops," are theirs; "Rewrote a Perl tool, built by Ops, in Go" is not.
        """
        verb = by - 1
        while verb > start and (lowers[verb].endswith("ly") or lowers[verb] in self._auxiliaries):
            verb -= 1
        if lowers[verb] not in self._making:
            return []
        before = lowers[max(start, verb - _REACH_OF_PASSIVE) : verb]
        plainly = any(word in _BE for word in before)
        opening = next((i for i in range(start, verb) if lowers[i] in self._own or lowers[i] in self._working), verb)
        if not plainly and opening < min(verb, start + 3):
            return []
        begin = start
        for i in range(verb - 1, start, -1):
            if lowers[i] in self._own:
                return []
            if lowers[i - 1] in {"and", ","} and lowers[i] in self._determiners and plainly:
                begin = i
                break
        stop = next((i for i in range(by, end) if lowers[i] in self._own), end)
        return [(begin, stop if plainly else by)]

    def _taken_up(self, lowers: Sequence[str], stop: int, sight: int) -> bool:
        """Tell whether the writer goes on with what others left: "our vendor dropped Solr; I took it over"."""
        for i in range(stop, min(sight, stop + _REACH_OF_PASSIVE)):
            if lowers[i] in {"i", "we"}:
                return not {"it", "them"}.isdisjoint(lowers[i + 1 : min(sight, i + _REACH_OF_PASSIVE)])
            if lowers[i].isalpha() and lowers[i] not in _OPENERS and lowers[i] not in {"but", "until", "before"}:
                return False
        return False

    def _mine(self, lowers: Sequence[str], candidate: Candidate, end: int) -> bool:
        """Tell whether the writer says of a thing in others' doing that he made it: "use the Flask tool I wrote"."""
        place = candidate.end
        if lowers[candidate.start - 1] == "my":
            return True
        for i in range(place, min(end, place + 4)):
            if lowers[i] in {"and", ",", "but", "so"}:
                return False
            by_me = lowers[i] in {"of", "by"} and i + 1 < end and lowers[i + 1] in {"mine", "ours", "me", "us"}
            if by_me or lowers[i] in {"i", "we", "i've", "we've"}:
                return True
        return False

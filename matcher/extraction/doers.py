"""Who does what a clause tells of: the writer, or a named other whose skills are then not the writer's.

A shallow reading of subjects ("our platform team ran"), of passives ("run by a vendor") and of relative clauses ("teams
who use"), from families of words, so that no sentence needs a phrase of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.domain.candidate import Assertion
from matcher.extraction.context import Phrases
from matcher.extraction.himself import is_headline, is_taken_up, made_it, speaks_of_himself
from matcher.extraction.meant import Hearing
from matcher.extraction.reading import Candidate
from matcher.extraction.verbs import BE, Verbs

__all__ = ["Doers"]

# What is said of things as well: "the Kubernetes operator that upgrades", not "the operators who upgrade".
_OF_THINGS = frozenset({"that", "which"})
_OPENERS = frozenset(
    {",", ":", "-", "(", "and", "or", "so", "then", "that", "which", "who", "whose", "whom", "where", "what"}
    | {"whatever", "as", "because", "if", "than", "how", "why", "whether", "all", "yet", "once"}
)
_EMBEDDING = _OPENERS - {",", ":", "-", "(", "and", "or", "so", "then", "as", "because", "than", "all", "yet", "once"}
_STOPS = frozenset(
    {",", "(", ")", ":", "-", ".", ";", "and", "or", "to", "by", "with", "for", "in", "on", "at", "from", "of", "as"}
    | {"into", "about", "not", "than", "using", "via", "who", "which", "that", "so", "because", "since", "after"}
    | {"before", "until", "when", "while", "where", "if"}
)
# "The only person who knew it" is the writer.
_WRITER_HIMSELF = frozenset({"only", "first", "one", "last", "single"})
_PREPOSITIONS = frozenset({"to", "with", "for", "on", "at", "from", "using", "via", "into", "against", "by"})
# "Rolled out by", not "tried out by".
_PARTICLES = frozenset({"out", "up", "in", "after", "of"})
_HEADS = frozenset({"head", "heads", "chief", "director", "vp"})
_MOST_MODIFIERS = 5
_REACH_OF_PASSIVE = 4
# Of a doing that is told of, not asked for: "wrote", "built", "ran", "exposes", "tuned".
_FINITE = ("ote", "ilt", "ran", "ept", "ose", "ade", "s", "ed")
_PAST = ("ote", "ilt", "ran", "ept", "ade", "ed")


class Doers:
    """Marks the skills of clauses whose doer is somebody else; ``words`` are the lists of lexicon/doer_words.yaml."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        def family(name: str) -> frozenset[str]:
            return frozenset(words.get(f"doer_words.{name}", ()))

        plain = ("ordinary_words.", "english_words.")
        ordinary = {w for name, ws in words.items() if name.startswith(plain) for w in ws}
        names = self._names = frozenset(words.get("context_words.given_names", ())) - ordinary
        self._people = family("people") | names
        self._units = family("units")
        self._unasked = family("unasked") | names
        self._outside = family("outside")
        self._strangers = family("strangers")
        self._own = family("own")
        self._things = family("things")
        self._telling = family("telling")
        self._persons = self._people - self._units - self._unasked - family("bodies")
        self._determiners = family("determiners")
        self._plain = family("plain_adjectives")
        self._counters = family("counters")
        self._links = family("links")
        self._making = family("making")
        self._verbs = Verbs(words, self._people, self._unasked)
        self._leading = family("leading")
        self._auxiliaries = family("auxiliaries")
        self._doing = Phrases(words.get("doer_words.doing", ()))
        self._working = Phrases([w for w in words.get("doer_words.doing", ()) if not w.startswith(("come", "came"))])
        self._signs = self._people | self._strangers
        houses = self._units | family("bodies") | {"other", "another", "elsewhere"}
        crowds = {w for w in self._people if w.endswith("s")} | family("unasked") | {"others", "everybody"}
        self.heard = Hearing(ordinary | family("people"), names, crowds, houses)

    def judge(
        self, lowers: Sequence[str], start: int, end: int, members: Sequence[Candidate], line: tuple[int, int]
    ) -> None:
        """Give the claimed skills among ``members`` of one clause to others where others do the work.

        ``line`` holds the clause: whom it speaks of, and what the writer goes on to do, is told there.
        """
        if not members or self._signs.isdisjoint(lowers[start:end]):
            return
        inside = {i for c in members for i in range(c.start, c.end)}
        himself = speaks_of_himself(lowers, line[0], start, end, line[1], self._persons)
        theirs = self._stretches(lowers, start, end, inside, himself)
        for candidate in members:
            if candidate.assertion is not Assertion.CLAIMED:
                continue
            stop = next((b for a, b in theirs if a <= candidate.start < b), 0)
            if stop and not made_it(lowers, candidate, end) and not is_taken_up(lowers, candidate.end, stop, line[1]):
                candidate.assertion = Assertion.OTHERS

    def _stretches(
        self, lowers: Sequence[str], start: int, end: int, inside: set[int], himself: int
    ) -> list[tuple[int, int]]:
        """Return the ranges of words that tell of others' doing."""
        found: list[tuple[int, int]] = []
        open_at: int | None = None
        embedded = False
        # No doing of theirs begins where no noun for people is near.
        signs = [i for i in range(start, end) if lowers[i] in self._signs]
        near = {i for sign in signs for i in range(sign - _MOST_MODIFIERS - 1, sign + 1)}
        at = start
        while at < end:
            word = lowers[at]
            if word in self._own or at == himself or self._is_ours(lowers, at):
                if open_at is not None:
                    found.append((open_at, at))
                    open_at = None
            elif word == "," and open_at is not None and self._ends_theirs(lowers, start, at, end, inside, embedded):
                found.append((open_at, at))
                open_at = None
            elif open_at is None and word in self._people and self._relative_follows(lowers, at, end, inside):
                led = word not in self._outside and self._is_led(lowers, start, at)
                if not led and lowers[at - 1] not in _WRITER_HIMSELF and not is_headline(lowers, start, at):
                    open_at = at
            elif open_at is None and at in near and (verb := self._doing_of_others(lowers, start, at, end, inside)):
                embedded = at > start and lowers[at - 1] in _EMBEDDING
                open_at = at if not self._is_told_of(lowers, start, at) else start
                at = verb
            elif word == "by" and self._names_others(lowers, at + 1, end):
                found += self._passive(lowers, start, at, end)
            at += 1
        if open_at is not None:
            found.append((open_at, end))
        return found

    def _is_ours(self, lowers: Sequence[str], at: int) -> bool:
        """Tell whether the writer's own group is named: "logs that my team wrote"."""
        head = lowers[at + 1 : at + 2]
        return (
            lowers[at] in {"my", "our"}
            and self._units.issuperset(head)
            and self._people.isdisjoint(lowers[at + 2 : at + 3])
        )

    def tells_of_writer(self, lowers: Sequence[str], start: int) -> bool:
        """Tell whether a clause begins with a doing of the writer's: "documented the endpoints", "I wrote"."""
        first = start + (lowers[start] in self._own and start + 1 < len(lowers))
        return self._verbs.is_doing(lowers[first]) or lowers[first].endswith(_PAST)

    def _may_open(self, lowers: Sequence[str], start: int, at: int) -> bool:
        """Tell whether a subject may begin here: after a comma and the like, or where no doing was told of before."""
        if at == start or lowers[at - 1] in _OPENERS or lowers[at] in self._strangers:
            return True
        named = lowers[at] in self._determiners or lowers[at] in self._people
        return named and lowers[at - 1] not in _STOPS and self._own.isdisjoint(lowers[start:at])

    def _doing_of_others(self, lowers: Sequence[str], start: int, at: int, end: int, inside: set[int]) -> int:
        """Return the place of the verb of somebody else's doing that is no concern of the writer's, or 0."""
        verb = self._subject(lowers, at, end, inside) if self._may_open(lowers, start, at) else 0
        if not verb or (lowers[at] in self._strangers and lowers[at] not in {"he", "she"}):
            return verb
        told_of = at > start and lowers[at - 1] not in _OPENERS and any(map(self._verbs.is_doing, lowers[start:at]))
        # "Tools our client wrote", but not "helped our client move".
        asked_for = told_of and (self._verbs.is_doing(lowers[at - 1]) or not lowers[verb].endswith(_FINITE))
        return 0 if asked_for or self._is_led(lowers, start, at) else verb

    def _ends_theirs(
        self, lowers: Sequence[str], start: int, comma: int, end: int, inside: set[int], embedded: bool
    ) -> bool:
        """Tell whether a comma ends what others do: behind an embedded clause, or before the writer's next doing."""
        if embedded:
            return not self._goes_on(lowers, comma, end, inside)
        taken_up = comma + 2 < end and lowers[comma + 1] == "and" and comma + 2 not in inside
        return taken_up and self._verbs.is_doing(lowers[start]) and lowers[comma + 2].endswith(_PAST)

    def _goes_on(self, lowers: Sequence[str], comma: int, end: int, inside: set[int]) -> bool:
        """Tell whether a comma only parts the items of a list of skills."""
        after = comma + 2 if comma + 1 < end and lowers[comma + 1] in {"and", "or"} else comma + 1
        return after in inside

    def _subject(self, lowers: Sequence[str], at: int, end: int, inside: set[int]) -> int:
        """Return the place of the verb whose subject, somebody else, begins here; 0 where there is none."""
        if lowers[at] == "they" and self._verbs.tells_of_things(lowers, at + 1, end):
            return 0
        if lowers[at] in self._strangers:
            linked = at + 1 < end and lowers[at + 1] in self._links
            return (self._verbs.after_tail if linked else self._verbs.at)(lowers, at + 1, end, inside)
        head = self._head(lowers, at, end, inside)
        # "Its successor speaks gRPC" tells of a thing.
        if head < 0 or self._is_own_unit(lowers, at, head) or (lowers[at] == "its" and lowers[head] in self._things):
            return 0
        named = lowers[at] in self._determiners or lowers[at] in self._counters or lowers[head] in self._unasked
        if not (named or lowers[head].endswith("s") or (head > at and lowers[head] in self._units)):
            return 0
        place = head + 1
        # "Security coding rules".
        if place < end and lowers[head] in self._unasked and lowers[place].endswith("ing"):
            return 0
        if place < end and lowers[place] in self._links:
            return self._verbs.after_tail(lowers, place, end, inside)
        if place < end and lowers[place] in {"and", "or", "&"}:
            second = self._head(lowers, place + 1, end, inside)
            place = second + 1 if second > 0 else place
        return self._verbs.at(lowers, place, end, inside)

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
            # "Unit tests" are no unit, though "platform team" is a team.
            named = word in self._people and not (place in inside and place + 1 in inside)
            # "Our cloud bill" is no Bill.
            named = named and not (place > at and word in self._names)
            if named and not (place + 1 < end and lowers[place + 1] == "'s"):
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

    def _relative_follows(self, lowers: Sequence[str], at: int, end: int, inside: set[int]) -> bool:
        # "The mobile team, who work in Kotlin, were customers."
        by = at + 1 + (at + 2 < end and lowers[at + 1] == "," and lowers[at + 2] == "who")
        if by >= end or by in inside or (lowers[at] in self._things and lowers[by] in _OF_THINGS):
            return False
        return lowers[by] in {"who", "that", "which"} and self._verbs.at(lowers, by + 1, end, inside) > 0

    def _is_told_of(self, lowers: Sequence[str], start: int, at: int) -> bool:
        """Tell whether the clause only tells of what others made: "described the tool that a vendor had built"."""
        if at - start < 2 or lowers[at - 1] not in {"that", "which", "whom"} or lowers[at - 2] == "so":
            return False
        if any(word in self._own or word in self._doing for word in lowers[start : min(at, start + 3)]):
            return False
        return not lowers[start].endswith(_PAST) or lowers[start] in self._telling

    def _is_led(self, lowers: Sequence[str], start: int, at: int) -> bool:
        """Tell whether others' doing is the writer's concern: "led a team that built", "taught clients who run"."""
        return any(word in self._leading for word in lowers[start:at])

    def _names_others(self, lowers: Sequence[str], at: int, end: int) -> bool:
        """Tell whether the words after "by" name others: "by our DBAs", not "by me", "by our team"."""
        if at >= end or lowers[at] in {"me", "us", "myself", "ourselves", "hand"}:
            return False
        if lowers[at] in {"another", "others", "it"}:
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
        if lowers[verb] not in self._making or (lowers[verb] in _PARTICLES and lowers[verb - 1] not in self._making):
            return []
        be = next((i for i in range(verb, start - 1, -1) if lowers[i] in BE), start - 1)
        plainly = be >= start and all(self._links_passive(word) for word in lowers[be + 1 : verb])
        opening = next((i for i in range(start, verb) if lowers[i] in self._own or lowers[i] in self._working), verb)
        if not plainly and opening < min(verb, start + 3):
            return []
        begin = start if plainly else self._noun_begin(lowers, max(start, be + 1), verb)
        for i in range(verb - 1, begin, -1):
            if lowers[i] in self._own:
                return []
            if lowers[i - 1] in {"and", ","} and lowers[i] in self._determiners and plainly:
                begin = i
                break
        stop = next((i for i in range(by, end) if lowers[i] in self._own), end)
        return [(begin, stop if plainly else by)]

    def _noun_begin(self, lowers: Sequence[str], start: int, verb: int) -> int:
        """Return where the noun of a participle begins: "in Java, by | plans delivered by analysts"."""
        at = verb - 1 if lowers[verb - 1] == "," else verb
        while at > start and lowers[at - 1] not in _PREPOSITIONS:
            at -= 1
        return at

    def _links_passive(self, word: str) -> bool:
        """Tell whether a word may stand between "was" and "built"."""
        return word in self._making or word in self._auxiliaries or word.endswith(("ly", "ed")) or word in {"and", ","}

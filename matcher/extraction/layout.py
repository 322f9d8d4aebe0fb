"""How candidates stand to each other and to their unit: lists, whole items, sentence beginnings, letter case."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.context import Context
from matcher.extraction.levels import level_end
from matcher.extraction.reading import Candidate, Reading, Unit
from matcher.extraction.titles import is_uniform
from matcher.extraction.tokens import Tokens

__all__ = ["Layout", "is_number", "separates"]

_BULLETS = frozenset("*~•·▪◦●■‣∙○→»›–")
_ENTITIES = frozenset({"&amp;", "&nbsp;", "&bull;", "&middot;", "&ndash;", "&mdash;", "&#47;", "&#x2f;"})
_SEPARATORS = _BULLETS | _ENTITIES | frozenset(",;|/\\+&()[]{}:-\"'#=>…→⇒") | {"and", "or", "nor", "w/", "incl."}
_COORDINATORS = frozenset({",", "and", "or", "/", "&", "plus"})
_LONGEST_UNKNOWN = 3
_GLUE = frozenset({"/", "-"})
_LIST_NOUNS = frozenset({"tools", "technologies", "frameworks", "platforms", "systems", "software", ",", "services"})
_FEWEST_TAGS = 3
_TAGS_SHARE = 0.7
_LINKS = frozenset({"to", "into", "onto", "with", "over", "versus", "vs", "vs.", "on"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";"})
_LIST_SECTIONS = frozenset({SectionKind.SKILLS})


def is_number(word: str) -> bool:
    """Tell whether a word is a number such as a version has: 3, 3.11, 5.x."""
    return word[0].isdigit() and all(c.isdigit() or c in ".x" for c in word)


def separates(tokens: Tokens, index: int) -> bool:
    """Tell whether a word stands between the items of a list."""
    return tokens.lowers[index] in _SEPARATORS or tokens.lowers[index] == "."


class Layout:
    """Answers about one reading; made once its candidates are known."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self._context = context
        self._tags: dict[int, bool] = {}
        self._titled: dict[int, bool] = {}
        self._members: dict[int, list[Candidate]] = {}
        for candidate in reading.candidates:
            self._members.setdefault(candidate.unit, []).append(candidate)
        self._at = {c.start: c for c in reading.candidates}
        self._ending = {c.end: c for c in reading.candidates}
        # Filled in for a unit when one of its candidates is first asked about.
        self._right: dict[int, Candidate | None] = {}
        self._left: dict[int, Candidate] = {}

    def unit(self, candidate: Candidate) -> Unit:
        """Return the unit a candidate stands in."""
        return self.reading.units[candidate.unit]

    def members(self, unit: int) -> Sequence[Candidate]:
        """Return the candidates of a unit."""
        return self._members.get(unit, ())

    def neighbours(self, candidate: Candidate) -> tuple[Candidate, ...]:
        """Return the candidates directly before and after in the same list."""
        right, left = self._next(candidate), self._left.get(candidate.start)
        return tuple(c for c in (left, right) if c is not None)

    def chain(self, candidate: Candidate) -> list[Candidate]:
        """Return the other candidates of the unbroken list that this one stands in ("Go, Rust and Java")."""
        found: list[Candidate] = []
        right, step = self._next(candidate), self._left.get(candidate.start)
        while step is not None:
            found.append(step)
            step = self._left.get(step.start)
        step = right
        while step is not None:
            found.append(step)
            step = self._right.get(step.start)
        return found

    def follows_a_skill(self, candidate: Candidate) -> bool:
        """Tell whether a skill stands directly before it in the same list."""
        self._next(candidate)
        return candidate.start in self._left or self.comes_from_a_skill(candidate)

    def precedes_a_skill(self, candidate: Candidate) -> bool:
        """Tell whether a skill stands directly behind it in the same list."""
        return self._next(candidate) is not None

    def comes_from_a_skill(self, candidate: Candidate) -> bool:
        """Tell whether it is where a skill leads to: "from Ruby to Elixir", "Java with Spring"."""
        link = candidate.start - 1
        if link <= self.unit(candidate).start or self.tokens.lowers[link] not in _LINKS:
            return False
        before = self._ending.get(link)
        return before is not None and (before.plain or before.kept is not None)

    def coordination_start(self, candidate: Candidate) -> int:
        """Return where the first of the things begins that "and" or commas join to this one, known or not."""
        lowers, words, unit = self.tokens.lowers, self.tokens.words, self.unit(candidate)
        start = candidate.start
        while start - 1 > unit.start:
            at = start - (self.tokens.gaps[start - 1] != "/")
            while at > unit.start and at < start and lowers[at - 1] in _COORDINATORS:
                at -= 1
            if at < start and lowers[at] not in _COORDINATORS:
                break
            known = self._ending.get(at)
            if known is not None:
                start = known.start
                continue
            if lowers[at - 1] == ")" and "(" in lowers[unit.start : at]:
                at = max(i for i in range(unit.start, at) if lowers[i] == "(")
            begin = at
            while begin > unit.start and at - begin < _LONGEST_UNKNOWN and words[begin - 1][0].isupper():
                begin -= 1
            if begin == at or begin == unit.start:
                break
            start = begin
        return start

    def has_level(self, candidate: Candidate) -> bool:
        """Tell whether a mark of how well one knows it stands behind a name."""
        return level_end(self.tokens, candidate.end, self.unit(candidate), self._context) > candidate.end

    def is_level(self, candidate: Candidate) -> bool:
        """Tell whether a name is itself such a mark: "Perl (Basic)", "Perl - basic"."""
        if self.tokens.lowers[candidate.start] not in self._context.levels:
            return False
        mark = candidate.start - 1
        if mark <= self.unit(candidate).start or not (self.tokens.lowers[mark] == "(" or mark in self._ending):
            return False
        return level_end(self.tokens, mark, self.unit(candidate), self._context) >= candidate.end

    def begins_plain(self, index: int) -> bool:
        """Tell whether a certain skill begins at a word."""
        found = self._at.get(index)
        return found is not None and found.plain

    def begins_name(self, index: int) -> bool:
        """Tell whether a name begins at a word that is no person's: a certain skill, or one of several words.

        Nor are names that need no company, but for those that people have ("Ruby Jenkins").
        """
        found = self._at.get(index)
        if found is None or found.plain or found.end - found.start > 1:
            return found is not None
        sure = any(c.rule is not None and not c.rule.needs_company for c in found.claimants)
        return sure and self.tokens.lowers[index] not in self._context.name_like

    def _next(self, candidate: Candidate) -> Candidate | None:
        """Return the candidate directly behind in the same list; all of the unit are found when the first is asked."""
        if candidate.start not in self._right:
            for member in self.members(candidate.unit):
                right = self._right[member.start] = self._next_in_list(member)
                if right is not None:
                    self._left[right.start] = member
        return self._right[candidate.start]

    def _next_in_list(self, candidate: Candidate) -> Candidate | None:
        lowers, gaps = self.tokens.lowers, self.tokens.gaps
        unit = self.unit(candidate)
        separated = (
            gaps[candidate.end - 1] in _GLUE
            or self._breaks(unit, candidate.end - 1)
            or self.is_tag_line(candidate.unit)
        )
        at = level_end(self.tokens, candidate.end, unit, self._context)
        separated = separated or at > candidate.end
        while at < unit.end:
            if lowers[at] in _SEPARATORS:
                separated = True
            elif separated or not (is_number(lowers[at]) or lowers[at] == "'s"):
                break
            else:
                separated = gaps[at] in _GLUE
            separated = separated or self._breaks(unit, at)
            at += 1
        return self._at.get(at) if separated and at < unit.end else None

    def is_tag_line(self, index: int) -> bool:
        """Tell whether a unit is nothing but names without commas: "java spring docker"."""
        known = self._tags.get(index)
        if known is None:
            members = self.members(index)
            unit = self.reading.units[index]
            covered = sum(c.end - c.start for c in members)
            known = len(members) >= _FEWEST_TAGS and covered >= _TAGS_SHARE * (unit.end - unit.start)
            self._tags[index] = known
        return known

    def _breaks(self, unit: Unit, index: int) -> bool:
        return unit.kind is StatementKind.LIST and "\n" in self.tokens.gaps[index]

    def is_whole_item(self, candidate: Candidate) -> bool:
        """Tell whether nothing but separators, a version or a bracket stands around the candidate."""
        unit, lowers, gaps = self.unit(candidate), self.tokens.lowers, self.tokens.gaps
        before = candidate.start - 1
        if not (
            before < unit.start or lowers[before] in _SEPARATORS or gaps[before] == "/" or self._breaks(unit, before)
        ):
            return False
        after = candidate.end
        while after < unit.end and is_number(lowers[after]):
            after += 1
        after = level_end(self.tokens, after, unit, self._context)
        return (
            after >= unit.end
            or lowers[after] in _SEPARATORS
            or (lowers[after] == "." and after + 1 == unit.end)
            or gaps[after - 1] == "/"
            or self._breaks(unit, after - 1)
        )

    def in_skill_list(self, candidate: Candidate) -> bool:
        """Tell whether the candidate is an item of a list of skills: by section, by label, or by its neighbours."""
        if not self.is_whole_item(candidate):
            return False
        unit = self.unit(candidate)
        if unit.section in _LIST_SECTIONS or self._stands_in_a_column(candidate):
            return True
        if self.is_labelled(unit, candidate.start):
            return True
        return unit.kind is StatementKind.LIST and any(
            other.plain for other in self.members(candidate.unit) if other is not candidate
        )

    def _stands_in_a_column(self, candidate: Candidate) -> bool:
        """Tell whether it fills its line, and the line above or below holds nothing but a certain skill."""
        index, unit = candidate.unit, self.unit(candidate)
        if (unit.start, unit.end) != (candidate.start, candidate.end):
            return False
        beside = [self.reading.units[i] for i in (index - 1, index + 1) if 0 <= i < len(self.reading.units)]
        return any(self.begins_plain(u.start) and self._at[u.start].end == u.end for u in beside)

    def heads_a_list(self, candidate: Candidate) -> bool:
        """Tell whether it only says what the skills behind it are: "programming languages such as Java"."""
        unit, lowers = self.unit(candidate), self.tokens.lowers
        at = candidate.end
        while at < unit.end and lowers[at] in _LIST_NOUNS:
            at += 1
        return self._context.list_openers.begin_at(lowers, at, unit.end)

    def is_labelled(self, unit: Unit, at: int) -> bool:
        """Tell whether the label of a list of skills stands before a word: "Tools: Git"."""
        label = self._label_end(unit, at)
        return label >= 0 and self._context.labels.end_at(self.tokens.lowers, label, unit.start)

    def is_pastime(self, candidate: Candidate) -> bool:
        """Tell whether it stands in a labelled list of pastimes: "Hobbies: karate, poetry"."""
        unit = self.unit(candidate)
        label = self._label_end(unit, candidate.start)
        return label >= 0 and self._context.pastimes.end_at(self.tokens.lowers, label, unit.start)

    def _label_end(self, unit: Unit, at: int) -> int:
        """Return where the label before the unit's colon ends; -1 without one."""
        lowers, stop = self.tokens.lowers, min(unit.start + 6, at)
        opening = lowers[unit.start : stop]
        if ":" not in opening and "-" not in opening:
            return -1
        for index in range(unit.start, stop):
            dash = lowers[index] == "-" and self.tokens.gaps[index - 1] == " " == self.tokens.gaps[index]
            if lowers[index] == ":" or (dash and self._context.labels.covers(lowers[unit.start : index])):
                return index
        return -1

    def opens_sentence(self, candidate: Candidate) -> bool:
        """Tell whether a capital letter is due here anyway."""
        before = candidate.start - 1
        unit = self.unit(candidate)
        while (
            before >= unit.start
            and not self.tokens.words[before][0].isalnum()
            and self.tokens.words[before] not in _SENTENCE_ENDS
        ):
            if self.tokens.words[before] in {",", "(", "/", "&"}:
                return False
            before -= 1
        return before < unit.start or self.tokens.words[before] in _SENTENCE_ENDS

    def case_is_silent(self, candidate: Candidate) -> bool:
        """Tell whether letter case says nothing here: ALL CAPITALS, a Capital On Each Word, or none at all."""
        unit = self.unit(candidate)
        if unit.capitals:
            return True
        known = self._titled.get(candidate.unit)
        if known is None:
            known = self._titled[candidate.unit] = is_uniform(self.tokens, unit, self.members(candidate.unit))
        return known

"""Which of the skills that a sentence names stand for each other: "Go or Java" asks for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from matcher.domain.candidate import SkillMention
from matcher.domain.catalogue import SkillId
from matcher.domain.document import Span
from matcher.requirements.families import names_a_kind
from matcher.requirements.phrases import find_phrases, has_phrase
from matcher.taxonomy.index import Taxonomy

__all__ = ["group_mentions"]


class _Link(StrEnum):
    OR = "or"
    SLASH = "slash"
    COMMA = "comma"
    AND = "and"
    OPEN = "open"
    NONE = "none"


_MAX_GAP = 60
# "Java 17 / Kotlin", "Python 3.x or Go"
_VERSION = re.compile(r"^\s*(?:v|version\s+)?\d+(?:\.[\dx]+)*\+?(?=\W|$)")


def group_mentions(
    flat: str, sentence: Span, mentions: Sequence[SkillMention], taxonomy: Taxonomy
) -> tuple[tuple[int, ...], ...]:
    """Return the indices of mentions that are alternatives, each index in exactly one group, in the order of the text.

    "Python (Django or FastAPI)": Python alone, then one group of two. "AWS/GCP/Azure": one group.
    "AWS (EC2, S3)": three things. "cloud platforms such as AWS or GCP": one group.
    """
    finder = _Grouper(flat, sentence, mentions, taxonomy)
    return finder.groups()


class _Grouper:
    def __init__(self, flat: str, sentence: Span, mentions: Sequence[SkillMention], taxonomy: Taxonomy) -> None:
        self._flat = flat
        self._sentence = sentence
        self._mentions = mentions
        self._taxonomy = taxonomy
        self._words = taxonomy.lexicon.words
        self._parent = list(range(len(mentions)))

    def groups(self) -> tuple[tuple[int, ...], ...]:
        links = [self._link(i) for i in range(len(self._mentions) - 1)]
        self._join_links(links)
        self._join_examples(links)
        self._join_one_of()
        self._join_brackets(links)
        self._join_instead()
        self._join_or_another(links)
        found: dict[int, list[int]] = {}
        for index in range(len(self._mentions)):
            found.setdefault(self._root(index), []).append(index)
        return tuple(tuple(group) for group in found.values())

    def _root(self, index: int) -> int:
        while self._parent[index] != index:
            index = self._parent[index]
        return index

    def _join(self, first: int, second: int) -> None:
        low, high = sorted((self._root(first), self._root(second)))
        self._parent[high] = low

    def _link(self, index: int) -> _Link:
        """Say what stands between a mention and the next."""
        end, start = self._mentions[index].span.end, self._mentions[index + 1].span.start
        if end > start:
            return _Link.NONE
        gap = _VERSION.sub("", self._flat[end:start])
        if re.fullmatch(r"\s*[/|\\]\s*", gap):
            return _Link.SLASH
        if len(gap) > _MAX_GAP or re.search(r"[.;]\s|\n\s*\n", gap):
            return _Link.NONE
        for span in reversed(list(find_phrases(self._words.get("alternative_cues.or_so", ()), gap))):
            gap = gap[: span.start] + gap[span.end :]
        for span in reversed(list(find_phrases(self._words.get("alternative_cues.or_similar", ()), gap))):
            # "AWS or similar, Docker": the "or" leads to nothing.
            if re.match(r"\s*(?:[,.;)/]|and\b)", gap[span.end :]):
                gap = gap[: span.start] + gap[span.end :]
        if has_phrase(self._words.get("alternative_cues.else", ()), gap):
            return _Link.OR
        if re.search(r"\bor\b", gap) and not re.search(r"\band\b(?!\s*/?\s*or\b)|,.*\bor\b.*,|\)\s*,|\bor\b.*\)", gap):
            return _Link.OR
        if re.fullmatch(r"[\s\"')\]]*,\s*[\"'(]*", gap):
            return _Link.COMMA if "(" not in gap else _Link.OPEN
        if re.fullmatch(r"[\s\"']*[(\[:].*", gap, re.DOTALL) or self._example_intro(gap):
            return _Link.OPEN
        if re.search(r"\band\b|&|\+|\bplus\b", gap):
            return _Link.AND
        return _Link.NONE

    def _join_links(self, links: Sequence[_Link]) -> None:
        for index, link in enumerate(links):
            if link is _Link.SLASH and self._alike(index, index + 1) and not self._both_meant(index):
                # "Elixir / Phoenix": a language and what is written in it.
                if self._stands_on(index, index + 1) or self._stands_on(index + 1, index):
                    continue
                self._join(index, index + 1)
        for index, link in enumerate(links):
            if link is not _Link.OR:
                continue
            self._join(index, index + 1)
            gap = self._flat[self._mentions[index].span.end : self._mentions[index + 1].span.start]
            oxford = re.match(r"\W*,\s*or\b", gap) is not None
            ends_here = index + 1 >= len(links) or links[index + 1] is not _Link.COMMA
            if oxford or ends_here:
                self._join_back(index, links)

    def _join_back(self, index: int, links: Sequence[_Link]) -> None:
        """Join "A, B" of "A, B or C", as far back as the list holds things of one kind."""
        while index > 0 and links[index - 1] in {_Link.COMMA, _Link.SLASH} and self._alike(index - 1, index):
            if self._stands_on(index, index - 1):
                return  # "Python, FastAPI or Django"
            self._join(index - 1, index)
            index -= 1

    def _join_examples(self, links: Sequence[_Link]) -> None:
        """Join the list behind "such as" or behind a family's name: "relational databases (MySQL, Oracle)"."""
        for index, link in enumerate(links):
            if link is not _Link.OPEN:
                continue
            gap = self._flat[self._mentions[index].span.end : self._mentions[index + 1].span.start]
            members = list(self._members(index + 1, links))
            # "Databases: PostgreSQL, Redis" is a label over things that are all asked for.
            label = gap.lstrip().startswith(":") and not self._example_intro(gap)
            family = not label and all(self._is_kind_of(member, index) for member in members)
            if family and (len(members) > 1 or self._example_intro(gap)):
                for member in members:
                    self._join(index, member)
        for span in find_phrases(self._words.get("alternative_cues.examples", ()), self._flat, self._sentence):
            first = next((i for i, m in enumerate(self._mentions) if m.span.start >= span.end), None)
            if first is not None and self._mentions[first].span.start - span.end <= _MAX_GAP // 4:
                for member in self._members(first, links):
                    if self._alike(first, member):
                        self._join(first, member)

    def _members(self, first: int, links: Sequence[_Link]) -> Iterator[int]:
        """Return the list that begins at a mention; a closing bracket or a change of subject ends it."""
        yield first
        for index in range(first, len(links)):
            gap = self._flat[self._mentions[index].span.end : self._mentions[index + 1].span.start]
            if links[index] in {_Link.NONE, _Link.OPEN} or ")" in gap:
                return
            yield index + 1

    def _join_one_of(self) -> None:
        """Join a whole list where the sentence says that one of it is enough: "one of Go, Rust, C++"."""
        for span in find_phrases(self._words.get("alternative_cues.one_of", ()), self._flat, self._sentence):
            behind = [i for i, m in enumerate(self._mentions) if m.span.start >= span.end]
            listed = behind or list(range(len(self._mentions)))
            for index in listed[1:]:
                between = self._flat[self._mentions[listed[0]].span.end : self._mentions[index].span.start]
                if re.search(r"[;.]\s|\)", between) or not self._alike(listed[0], index):
                    break
                self._join(listed[0], index)

    def _join_brackets(self, links: Sequence[_Link]) -> None:
        """Join what a bracket says: "Go (Rust or C++ also considered)", "SQL (PostgreSQL, MySQL or similar)"."""
        for match in re.finditer(r"\(([^()]*)\)", self._flat[self._sentence.start : self._sentence.end]):
            start, end = self._sentence.start + match.start(), self._sentence.start + match.end()
            inside = [i for i, m in enumerate(self._mentions) if start <= m.span.start < end]
            if self._holds_examples(start, end, inside, links):
                for index in inside[1:]:
                    if self._alike(inside[0], index):
                        self._join(inside[0], index)
            if not has_phrase(self._words.get("alternative_cues.also_taken", ()), self._flat, Span(start, end)):
                continue
            before = [i for i, m in enumerate(self._mentions) if m.span.end <= start]
            if inside and before:
                for index in inside:
                    self._join(before[-1], index)

    def _join_instead(self) -> None:
        """Join what a clause of its own takes instead with what stands before it: "PostgreSQL; MySQL would do"."""
        for span in find_phrases(self._words.get("alternative_cues.also_taken", ()), self._flat, self._sentence):
            clause = max(self._flat.rfind(mark, self._sentence.start, span.start) for mark in ";,(")
            inside = [i for i, m in enumerate(self._mentions) if clause <= m.span.start and m.span.end <= span.start]
            before = [i for i, m in enumerate(self._mentions) if m.span.end <= clause]
            for index in inside if before else ():
                if self._alike(before[-1], index):
                    self._join(before[-1], index)

    def _join_or_another(self, links: Sequence[_Link]) -> None:
        """Join the list before "or a similar broker": whichever of the kind is known is enough."""
        for span in find_phrases(self._words.get("alternative_cues.or_another", ()), self._flat, self._sentence):
            before = [i for i, m in enumerate(self._mentions) if m.span.end <= span.start]
            if before and re.fullmatch(r"[\s,)]*", self._flat[self._mentions[before[-1]].span.end : span.start]):
                self._join_back(before[-1], links)

    def _holds_examples(self, start: int, end: int, inside: Sequence[int], links: Sequence[_Link]) -> bool:
        """Tell whether a bracket holds examples: "(A or similar)", or a list behind a kind: "NoSQL stores (A, B)"."""
        if has_phrase(self._words.get("alternative_cues.or_similar", ()), self._flat, Span(start, end)):
            return True
        listed = all(links[index] in {_Link.COMMA, _Link.SLASH, _Link.OR} for index in inside[:-1])
        named = any(mention.span.end == len(self._flat[:start].rstrip()) for mention in self._mentions)
        before = Span(self._sentence.start, start + 1)
        return listed and not named and names_a_kind(self._flat, before, self._taxonomy)

    def _example_intro(self, gap: str) -> bool:
        return has_phrase(self._words.get("alternative_cues.examples", ()), gap)

    def _both_meant(self, index: int) -> bool:
        """Tell whether a slash joins what always comes together: "HTML/CSS"."""
        pair = self._flat[self._mentions[index].span.start : self._mentions[index + 1].span.end].replace(" ", "")
        return pair in self._words.get("alternative_cues.slash_both", ())

    def _skill(self, index: int) -> SkillId:
        return self._mentions[index].skill

    def _stands_on(self, index: int, base: int) -> bool:
        one, two = self._skill(index), self._skill(base)
        return _area(one) != _area(two) and two in self._taxonomy.implied_by(one)

    def _is_kind_of(self, index: int, family: int) -> bool:
        whole = self._taxonomy.skills.get(self._skill(family))
        if whole is None or self._skill(family) not in self._taxonomy.implied_by(self._skill(index)):
            return False
        # A vendor is no family: "AWS (EC2, S3)" asks for each of them.
        return whole.kind in {"concept", "practice"}

    def _alike(self, first: int, second: int) -> bool:
        """Tell whether two skills are of one kind: same area, or below the same family."""
        one, two = self._skill(first), self._skill(second)
        if _area(one) == _area(two):
            return True
        above = {one, *self._taxonomy.implied_by(one)}
        return not above.isdisjoint({two, *self._taxonomy.implied_by(two)})


def _area(skill: SkillId) -> str:
    return skill.partition(".")[0].partition("_")[0]

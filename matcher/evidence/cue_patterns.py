"""The small language of cue phrases, and the search for many of them at once.

A cue is a row of elements parted by spaces, matched in lower case by whole word:

* ``word``; ``word*`` with any ending, ``*ed`` with any beginning; ``back-end`` also matches "backend" and "back end"
* ``a|b*`` either; ``[a|the]`` may be left out, and so may ``[up to]``
* ``<name>`` any phrase of the family ``name`` in ``cue_words`` (verbs, people) or ``thing_words``
* ``a_b|c`` an alternative of two words
* ``..`` up to two words, ``...`` up to six of the same clause (a full stop or semicolon ends it)
* ``^`` the start of the statement
* ``{number}``, ``{number>2}``, ``{number<3}`` in digits or words; ``{percent}``; ``{nines}`` ("99.95 %");
  ``{factor}`` ("3x", "ten times"); ``{duration}`` ("120 ms", "9 h"); ``{rate}`` ("12 000 requests per second",
  "2 million users")
* ``A & B`` both cues in one sentence, in any order, at most ten words apart; ``A & !B`` a sentence without B. So two
  families of words make one cue: ``<teach> & <juniors>`` finds "two apprentices, whom I taught SQL".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.domain.document import Span

__all__ = ["CueBook", "CueHit", "Words", "cue_book", "lower"]

Words = Mapping[str, tuple[str, ...]]

_ELEMENT = re.compile(r"\[[^\]]*\]|\S+")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?:[^.;!?]|[.!?](?=\S))+")
_FAMILIES = ("cue_words.", "thing_words.")
_APART = 10
"""How many words may stand between two parts of a cue that are joined by "&"."""
_SEPARATOR = r"[^\w;.!?]{1,4}"
_GAPS = {
    "..": r"(?:[^\w;.!?]+\w+(?:[.']\w+)*){0,2}?[^\w;.!?]+",
    "...": r"(?:[^\w;.!?]+\w+(?:[.']\w+)*){0,6}?[^\w;.!?]+",
}
_START = r"^\W*"
_LEAD_IN = {
    "..": r"(?:\w+(?:[.']\w+)*[^\w;.!?]+){0,2}?",
    "...": r"(?:\w+(?:[.']\w+)*[^\w;.!?]+){0,6}?",
}
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = ("fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGE = (*_TENS, "hundred", "dozen", "dozens", "several")
_DIGITS = r"\d{1,3}(?:[ ,.]\d{3})*(?:\.\d+)?"
_UNIT = (
    r"(?:ms|µs|us|ns|microseconds?|nanoseconds?|milliseconds?|s|sec|secs|seconds?|min|mins|minutes?|h|hrs?|hours?|days?"
    r"|weeks?)"
)
_EVENTS = (
    r"(?:writes|reads|requests|events|messages|calls|transactions|orders|payments|users|customers|rows|records|rps|qps"
    r"|tps|meters|devices|sensors|queries|bookings|accounts|shops|stores|documents|jobs|parcels|tickets|trades"
    r"|sessions|connections|clients|members|households)"
)
_HOLDERS: Mapping[str, str] = {
    "{number}": rf"(?:(?<![\d.,]){_DIGITS}(?![\d%])|(?:a )?(?:{'|'.join((*_SMALL, *_LARGE))}))",
    "{number>2}": (
        r"(?:(?:[3-9]|[1-9]\d|[1-9]\d\d)(?![\d%])(?:[ ]?(?:-|to)[ ]?\d+)?|[12] ?(?:-|to) ?(?:[3-9]|\d\d+)"
        rf"|(?:a )?(?:{'|'.join((*_SMALL[2:], *_LARGE))}))"
    ),
    "{number<3}": r"(?:[12](?!\d)|one|two|a|an|another)",
    "{percent}": r"\d{1,4}(?:[.,]\d+)?\s?(?:%|percent|per cent|pct)",
    "{nines}": r"9[89]\.\d+\s?(?:%|percent|per cent|pct)",
    "{factor}": (
        r"(?:\d+(?:\.\d+)?\s?(?:x|times|fold|-fold)|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
        r"[ -]?(?:times|fold)|twice|half|halv\w+|thirds?|quarter|tenfold|doubl\w+|tripl\w+)"
    ),
    "{duration}": (
        rf"(?:\d[\d ,.]*\s?{_UNIT}|(?:{'|'.join((*_SMALL, *_TENS, 'half an'))})\s{_UNIT}"
        r"|an? (?:second|minute|hour))"
    ),
    "{rate}": (
        rf"\d[\d ,.]*\s?(?:k|m|bn|thousand|million|billion)?\+?\s?(?:\w+\s)?{_EVENTS}"
        r"|\d[\d ,.]*\s?(?:k|m|bn|thousand|million|billion)?\s?\w*\s?(?:/|per |an? )\s?"
        r"(?:s|sec|second|min|minute|hour|h|day|month|week)|"
        r"(?:millions|thousands|billions|hundreds of thousands) of \w+"
    ),
}  # fmt: skip


# A word that a text must hold, or the beginning of one: (text, is it a whole word).
_Key = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue that was found: its tag, and where in the searched text."""

    tag: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Cue:
    """One cue: the sources of its parts and vetoes, and for each part the words of which a text must hold one."""

    tag: str
    parts: tuple[str, ...]
    vetoes: tuple[str, ...]
    anchors: tuple[frozenset[_Key], ...]

    def search(self, text: str) -> Span | None:
        if len(self.parts) == 1 and not self.vetoes:
            match = _pattern(self.parts[0]).search(text)
            return Span(match.start(), match.end()) if match else None
        for sentence in _SENTENCE.finditer(text):
            found = self._together(text, *sentence.span())
            if found and not any(_pattern(veto).search(text, *sentence.span()) for veto in self.vetoes):
                return found
        return None

    def _together(self, text: str, start: int, end: int) -> Span | None:
        """Return the shortest stretch of a sentence with a match of every part, none of them twice."""
        # The shortest source is the narrowest part: it fails most often, and spares the compiling of wide families.
        if not all(_pattern(part).search(text, start, end) for part in sorted(self.parts, key=len)):
            return None
        chains: list[tuple[Span, ...]] = [()]
        for part in self.parts:
            matches = [Span(match.start(), match.end()) for match in _pattern(part).finditer(text, start, end)]
            chains = [(*chain, one) for chain in chains for one in matches if _joins(text, chain, one)]
        covers = [Span(min(one.start for one in chain), max(one.end for one in chain)) for chain in chains]
        return min(covers, key=lambda span: (span.end - span.start, span), default=None)


class CueBook:
    """Many cues, looked for at once; an index by word keeps those away that cannot match."""

    def __init__(self, cues: Iterable[tuple[str, str]], words: Words) -> None:
        self._always: list[_Cue] = []
        self._by_key: dict[_Key, list[_Cue]] = {}
        for tag, text in cues:
            parts = text.split(" & ")
            wanted = [part for part in parts if not part.startswith("!")]
            anchors = [keys for part in wanted for keys in _anchors(part, words)]
            cue = _Cue(
                tag,
                tuple(_source(part, words) for part in wanted),
                tuple(_source(part[1:], words) for part in parts if part.startswith("!")),
                tuple(frozenset(keys) for keys in anchors),
            )
            keys = _best(anchors)
            if not keys:
                self._always.append(cue)
            for key in keys:
                self._by_key.setdefault(key, []).append(cue)

    def find(self, text: str) -> tuple[CueHit, ...]:
        """Return the first match of every cue, by place in the text; text must be in lower case (see ``lower``)."""
        found_words = dict.fromkeys(_WORD.findall(text))
        present = dict.fromkeys((word, True) for word in found_words)
        present |= dict.fromkeys(
            (word[:size], False) for word in found_words for size in range(1, min(len(word), 4) + 1)
        )
        candidates: dict[int, _Cue] = {id(cue): cue for cue in self._always}
        for key in present:
            for cue in self._by_key.get(key, ()):
                if all(not keys.isdisjoint(present) for keys in cue.anchors):
                    candidates[id(cue)] = cue
        hits = []
        for cue in candidates.values():
            found = cue.search(text)
            if found:
                hits.append(CueHit(cue.tag, found))
        return tuple(sorted(hits, key=lambda hit: (hit.span, hit.tag)))


def cue_book(cues: Iterable[tuple[str, str]], words: Words) -> CueBook:
    """Return the book of these (tag, cue) pairs; books are kept, since compiling takes longer than searching.

    Raises:
        ValueError: a cue breaks the language; the message quotes it.
    """
    lists = {name: value for name, value in words.items() if name.startswith(_FAMILIES)}
    return _kept_book(tuple(cues), tuple(lists.items()))


def lower(text: str) -> str:
    """Return the text in lower case with every offset kept ("İ" would grow by a character)."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


@lru_cache(maxsize=64)
def _kept_book(cues: tuple[tuple[str, str], ...], lists: tuple[tuple[str, tuple[str, ...]], ...]) -> CueBook:
    return CueBook(cues, dict(lists))


def _joins(text: str, chain: tuple[Span, ...], one: Span) -> bool:
    """Tell whether a match lies near enough to those before it and overlaps none."""
    if not chain:
        return True
    if any(one.overlaps(other) for other in chain):
        return False
    gaps = (text[other.end : one.start] if other.end <= one.start else text[one.end : other.start] for other in chain)
    return any(len(_WORD.findall(gap)) <= _APART for gap in gaps)


def _source(cue: str, words: Words) -> str:
    """Return the expression of one part of a cue; it is compiled when a text first holds the words it needs."""
    elements = _ELEMENT.findall(cue)
    parts: list[str] = []
    joint = ""
    for element in elements:
        if element == "^":
            parts.append(_START)
        elif element in _GAPS and parts == [_START]:
            parts.append(_LEAD_IN[element])
        elif element in _GAPS:
            joint = _GAPS[element if joint != _GAPS["..."] else "..."]
        elif element.startswith("["):
            inside = _SEPARATOR.join(_element(part, cue, words) for part in element[1:-1].split())
            parts.append(f"(?:{joint}{inside})?" if joint else f"(?:{inside}{_SEPARATOR})?")
            joint = joint and _SEPARATOR
        else:
            parts.append(joint + _element(element, cue, words))
            joint = _SEPARATOR
    if joint in ("", *_GAPS.values()) or not parts:
        msg = f"the cue {cue!r} must end in a word"
        raise ValueError(msg)
    return rf"(?<!\w){''.join(parts)}(?!\w)"


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _element(element: str, cue: str, words: Words) -> str:
    choices = [_choice(choice, cue, words) for choice in element.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _choice(choice: str, cue: str, words: Words) -> str:
    if choice.startswith("{"):
        if choice not in _HOLDERS:
            msg = f"the cue {cue!r} uses {choice}, which is not in the language"
            raise ValueError(msg)
        return rf"(?:{_HOLDERS[choice]})"
    if choice.startswith("<"):
        family = _family(choice, words)
        if not family:
            msg = f"the cue {cue!r} uses the family {choice}, which lexicon/cue_words.yaml does not have"
            raise ValueError(msg)
        return _family_source(family)
    return _phrase(choice)


@lru_cache(maxsize=512)
def _family_source(family: tuple[str, ...]) -> str:
    longest = sorted(family, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(_phrase(phrase) for phrase in longest)})"


def _family(choice: str, words: Words) -> tuple[str, ...]:
    return next((words[name] for prefix in _FAMILIES if (name := prefix + choice[1:-1]) in words), ())


def _phrase(phrase: str) -> str:
    return _SEPARATOR.join(_one_word(word) for word in phrase.replace("_", " ").split())


def _one_word(word: str) -> str:
    before = r"\w+" if word.startswith("*") else ""
    core = re.escape(word.strip("*")).replace(r"\-", r"[\s-]?")
    return rf"{before}{core}\w*" if word.endswith("*") else rf"{before}{core}(?!\w)"


def _anchors(cue: str, words: Words) -> list[list[_Key]]:
    """Return, for each element that must stand in a text, the words of which one has to be there."""
    found = (
        [key for choice in element.split("|") for key in _keys(choice, words)]
        for element in _ELEMENT.findall(cue)
        if element not in {*_GAPS, "^"} and element[0] != "[" and "{" not in element
    )
    return [keys for keys in found if keys and not any(begin.startswith("*") for begin, _ in keys)]


def _best(choices: list[list[_Key]]) -> list[_Key]:
    return min(choices, key=lambda keys: (len(keys), -len(keys[0][0])), default=[])


def _keys(choice: str, words: Words) -> list[_Key]:
    phrases = _family(choice, words) if choice.startswith("<") else (choice,)
    return [_key(phrase.replace("_", " ").split()[0]) for phrase in phrases]


def _key(word: str) -> _Key:
    core = word.removesuffix("*")
    first = _WORD.match(core)
    begin = first.group() if first else core
    whole = begin == word
    return (begin, True) if whole else (begin[:4] if len(begin) >= 4 else begin, False)

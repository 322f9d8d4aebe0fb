"""Makes a cue phrase into a regular expression, and into words that a text must hold; see ``cue_patterns``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

__all__ = ["FAMILIES", "LONGEST_BEGINNING", "WORD", "Key", "Words", "anchors", "either", "source"]

Words = Mapping[str, tuple[str, ...]]

_PUNCTUATION = re.compile(r"[^\w-]+")
_ELEMENT = re.compile(r"\[[^\]]*\]|\S+")
WORD = re.compile(r"\w+")
"""What counts as a word of a text."""
FAMILIES = ("cue_words.", "thing_words.")
"""The lists of the lexicon that hold families of words."""
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

LONGEST_BEGINNING = 4
"""A word with any ending is looked for by its first letters, so many at most."""
Key = tuple[str, bool]
"""A word that a text must hold, or the beginning of one: (text, is it a whole word)."""


def source(cue: str, words: Words) -> str:
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


def _element(element: str, cue: str, words: Words) -> str:
    choices = [_choice(choice, cue, words) for choice in element.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{either(choices)})"


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
    return f"(?:{either([_phrase(phrase) for phrase in longest])})"


def either(sources: Sequence[str]) -> str:
    """Join alternatives in their order, those with the same first letters by a shared beginning.

    At one place of a text no two groups can match, so the first alternative that matches stays the first; but the
    search tries one letter for each group instead of all the words of a wide family.
    """
    groups: dict[str, list[str]] = {}
    for one in sources:
        groups.setdefault(one[:1], []).append(one)
    if not all(first.isalnum() for first in groups):
        return "|".join(sources)
    return "|".join(rest[0] if len(rest) == 1 else _behind_common_letters(rest) for rest in groups.values())


def _behind_common_letters(sources: Sequence[str]) -> str:
    letters = list(takewhile(lambda chars: len(set(chars)) == 1 and chars[0].isalnum(), zip(*sources, strict=False)))
    shared = sources[0][: len(letters)]
    return f"{shared}(?:{either([one[len(shared) :] for one in sources])})"


def _family(choice: str, words: Words) -> tuple[str, ...]:
    return next((words[name] for prefix in FAMILIES if (name := prefix + choice[1:-1]) in words), ())


def _phrase(phrase: str) -> str:
    return _SEPARATOR.join(_one_word(word) for word in phrase.replace("_", " ").split())


def _one_word(word: str) -> str:
    before = r"\w+" if word.startswith("*") else ""
    core = re.escape(word.strip("*")).replace(r"\-", r"[\s-]?")
    return rf"{before}{core}\w*" if word.endswith("*") else rf"{before}{core}(?!\w)"


def anchors(cue: str, words: Words) -> list[list[Key]]:
    """Return, for each element that must stand in a text, the words of which one has to be there."""
    found = (
        [key for choice in element.split("|") for key in _keys(choice, words)]
        for element in _ELEMENT.findall(cue)
        if element not in {*_GAPS, "^"} and element[0] != "[" and "{" not in element
    )
    return [keys for keys in found if keys and not any(begin.startswith("*") for begin, _ in keys)]


def _keys(choice: str, words: Words) -> list[Key]:
    phrases = _family(choice, words) if choice.startswith("<") else (choice,)
    return [key for phrase in phrases for key in _phrase_keys(phrase.replace("_", " ").split())]


def _phrase_keys(written: Sequence[str]) -> list[Key]:
    """Return the keys of the longest word of a phrase, since long words are rare, and all must stand there."""
    return max((_word_keys(word) for word in written), key=lambda keys: min(len(begin) for begin, _ in keys))


def _word_keys(word: str) -> list[Key]:
    """Return the words of a text of which one has to be there for a word of a cue.

    Of "on-call" that is "call" or "oncall", of "o'reilly" it is "reilly", of "mentor*" all that begins so.
    """
    core = word.removesuffix("*")
    if WORD.match(core) is None:
        return [(core, core == word)]
    pieces = _PUNCTUATION.split(core)
    longest = max(pieces, key=len)
    is_open = core != word and longest is pieces[-1]
    parts = [part for part in longest.split("-") if part]
    joined = ["".join(parts[at:]) for at in range(len(parts))]
    return [(one[:LONGEST_BEGINNING], False) if is_open else (one, True) for one in joined]

"""Finds the names of one person in a text, however they are written: case, accents, initials, handles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from matcher.reports.blind_text import Mark

__all__ = ["NAME", "NameFinder", "name_words", "plainly"]

Words = Mapping[str, Sequence[str]]
NAME = "[name]"
_SHORTEST = 2
# A word this long stands for nothing else, so that it is found inside other words too ("raghunathan-utils").
_TELLING = 6
# Fewer letters of a name inside of a word may be there by chance.
_SHORTEST_INSIDE = 3
_SHORTEST_HANDLE = 4
# Letters that have no accent to be taken off.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "\u2019": "'", "\u02bc": "'"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SPLIT = re.compile(r"[\s,;|/()\[\]\"\u201c\u201d\u00b7\u2022]+")
_WORD = re.compile(r"[^\W_]+(?:[.'\u2019_-][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INITIAL_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_])\.?\s*$")
_INITIAL_AFTER = re.compile(r"\s*,?\s*([^\W\d_])\.(?!\w)")


def plainly(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without accents and in small letters, and the place in the text that each character came from."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    chars: list[str] = []
    origins: list[int] = []
    for at, char in enumerate(text):
        plain = char.lower() if char.isascii() else _plain(char)
        chars.append(plain)
        origins += [at] * len(plain)
    origins.append(len(text))
    return "".join(chars), origins


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(one for one in small.translate(_LETTERS) if not unicodedata.combining(one))


def name_words(name: str, words: Words) -> tuple[str, ...]:
    """Return the words of a written name that are names: no titles, degrees, initials or particles.

    Example: "Dr. María-José van der Berg, PhD" gives "María-José", "María", "José" and "Berg".
    """
    extras = frozenset(words.get("blind_words.name_extras", ())) | frozenset(words.get("contact_words.particles", ()))
    found: list[str] = []
    for piece in _SPLIT.split(name):
        plain = piece.strip(".'\u2019-_:*")
        if plain.casefold() in extras or plain.casefold().replace(".", "") in extras or any(map(str.isdigit, plain)):
            continue
        parts = [one for one in re.split(r"[-\u2010\u2011.]", plain) if one]
        found += [one for one in (plain, *(parts if len(parts) > 1 else ())) if _long_enough(one)]
    return tuple(dict.fromkeys(found))


def _long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST or bool(_UNSPACED.search(word))


class NameFinder:
    """The names of one person, ready for looking up.

    Args:
        names: words that are parts of the name, as written.
        handles: what the person is called on sites and in addresses, as written.
        words: the lexicon's lists.
        particles: small words of the name ("van", "der").
    """

    def __init__(
        self, names: Iterable[str], handles: Iterable[str], words: Words, particles: Iterable[str] = ()
    ) -> None:
        self._everyday = frozenset(
            word
            for key in ("blind_words.word_names", "english_words.everyday", "statement_words.open_ends")
            for word in words.get(key, ())
        )
        self._particles = frozenset(words.get("contact_words.particles", ()))
        titles = "|".join(re.escape(one) for one in sorted(words.get("blind_words.titles", ()), key=len, reverse=True))
        self._title = re.compile(rf"(?<!\w)(?:{titles or 'mr'})\.?\s+$", re.IGNORECASE)
        own = "|".join(re.escape(one) for one in sorted(particles, key=len, reverse=True))
        self._own_particles = re.compile(rf"(?<![^\W_])(?:(?:{own})\s+)+$", re.IGNORECASE) if own else None
        self._tokens = frozenset(form for name in names for form in _forms(name))
        self._handles = frozenset(plainly(one)[0] for one in handles if len(one) > _SHORTEST)
        self._initials = frozenset(token[0] for token in self._tokens)
        self._pattern = self._compile()
        self._telling = tuple(
            sorted(one for one in self._tokens if len(one) >= _TELLING and one not in self._everyday and one.isalpha())
        )

    def _compile(self) -> re.Pattern[str] | None:
        spaced = sorted((one for one in self._tokens if not _UNSPACED.search(one)), key=len, reverse=True)
        joined = sorted((one for one in self._tokens if _UNSPACED.search(one)), key=len, reverse=True)
        parts = [rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, spaced))})(?![^\W\d_])"] if spaced else []
        parts += [re.escape(one) for one in joined]
        return re.compile("|".join(parts)) if parts else None

    def marks(self, text: str) -> list[Mark]:
        """Return the stretches of a text that name the person; single words that may mean something else are soft."""
        plain, origins = plainly(text)
        found = self._embedded(plain, origins)
        if self._pattern is None:
            return found
        hits = [(match.start(), match.end()) for match in self._pattern.finditer(plain)]
        chains = self._chains(plain, hits)
        for chain in chains:
            start, end = origins[chain[0][0]], _after(origins, chain[-1][1])
            if len(chain) == 1 and not self._counts_alone(text[start:end], plain[chain[0][0] : chain[0][1]]):
                continue
            found.append(self._widened(text, start, end, alone=len(chain) == 1))
        return found

    def _chains(self, plain: str, hits: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
        """Put names together that only spaces, commas, initials or particles part."""
        chains: list[list[tuple[int, int]]] = []
        for start, end in hits:
            between = _SPLIT.split(plain[chains[-1][-1][1] : start]) if chains else ["-none-"]
            small = [one.strip(".'-") for one in between]
            if chains and all(not one or one in self._particles or len(one) == 1 for one in small):
                chains[-1].append((start, end))
            else:
                chains.append([(start, end)])
        return chains

    def _counts_alone(self, written: str, plain: str) -> bool:
        if written[:1].isupper() or not (written[:1].islower()):
            return True
        return len(plain) > _SHORTEST + 1 and plain not in self._everyday

    def _widened(self, text: str, start: int, end: int, *, alone: bool) -> Mark:
        """Take in initials and titles beside a name: "Mr. A. Byte", "Byte, A."."""
        small = self._own_particles.search(text, 0, start) if self._own_particles else None
        if small is not None:
            start, alone = small.start(), False
        before = _INITIAL_BEFORE.search(text, 0, start)
        if before is not None and before[1].isupper() and plainly(before[1])[0][:1] in self._initials:
            start, alone = before.start(), False
        after = _INITIAL_AFTER.match(text, end)
        if after is not None and plainly(after[1])[0][:1] in self._initials:
            end, alone = after.end(), False
        title = self._title.search(text, 0, start)
        if title is not None:
            start, alone = title.start(), False
        return Mark(start, end, NAME, soft=alone)

    def _embedded(self, plain: str, origins: Sequence[int]) -> list[Mark]:
        """Return words that hold the name: handles, addresses, names of files and packages."""
        found = []
        for match in _WORD.finditer(plain):
            word = _POSSESSIVE.sub("", match.group())
            parts = dict.fromkeys((word, *re.split(r"[.'\u2019_-]", word)))
            if any(self._names_person(part) for part in parts):
                found.append(Mark(origins[match.start()], _after(origins, match.start() + len(word)), NAME))
        return found

    def _names_person(self, word: str) -> bool:
        """Tell whether a word holds the name without being just a part of it."""
        letters = re.sub(r"[\W\d_]+", "", word)
        if word in self._handles:
            return True
        if letters in self._tokens:
            return False
        if letters in self._handles or (len(letters) >= _SHORTEST_HANDLE and self._composed(letters)):
            return True
        return len(letters) > _TELLING and any(one in letters for one in self._telling)

    def _composed(self, letters: str, initials: int = 2, told: int = 0) -> bool:
        """Tell whether a word is made of the names and their initials: "adabyte", "abyte", "mfernandezdelavega"."""
        if not letters:
            return told >= _SHORTEST_INSIDE
        starts = (one for one in (*self._tokens, *self._particles) if len(one) > 1 and letters.startswith(one))
        if any(self._composed(letters[len(one) :], initials, told + len(one)) for one in starts):
            return True
        return initials > 0 and letters[0] in self._initials and self._composed(letters[1:], initials - 1, told)


def _after(origins: Sequence[int], end: int) -> int:
    """Return the place behind the last character of a stretch: one letter may have become two."""
    return origins[end - 1] + 1


def _forms(name: str) -> set[str]:
    """Return how a name may be written without accents: "müller" and "mueller"; "o'brien" and "obrien"."""
    small = name.casefold()
    forms = {plainly(name)[0], plainly(small.translate(_UMLAUTS))[0]}
    return {form for one in forms for form in (one, one.replace("'", "")) if form}

"""Recognises the headings of a document in all their spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from itertools import islice

from matcher.domain.document import SectionKind
from matcher.domain.folding import fold
from matcher.taxonomy.tables import once_per_lists

__all__ = ["HeadingIndex", "InlineHeading", "heading_index", "heading_key"]

_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[ivx]{1,4})\s*[.)]\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*\((?:[^()]{0,30})\)\s*$|\s+(?:continued|cont\.?|cont'd)\s*$", re.IGNORECASE)
_NOTE = re.compile(r"\(([^()]{3,30})\)\s*:?$")
_INLINE = re.compile(r"^(?P<name>[^\n:]{3,40}?)\s*(?::|\s[-\u2013\u2014]\s)\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_WORDS = re.compile(r"\S+")
_LONGEST_RAIL = 4
_BILINGUAL_SIGNS = frozenset("/|\u00b7")
_JOINT = re.compile(r"\s*(?:&|\band\b|/|\+|,|\|)\s*", re.IGNORECASE)
# Nouns that make a heading of whatever stands before them ("Computer Engineering Experience").
_OPEN_KINDS = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.PROJECTS,
        SectionKind.SKILLS,
        SectionKind.EDUCATION,
        SectionKind.CERTIFICATIONS,
        SectionKind.PUBLICATIONS,
        SectionKind.AWARDS,
        SectionKind.SUMMARY,
        SectionKind.REQUIRED,
        SectionKind.PREFERRED,
        SectionKind.RESPONSIBILITIES,
        SectionKind.BENEFITS,
        SectionKind.VOLUNTEERING,
    }
)
_MAIN = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.SUMMARY})
_LETTERS = re.compile(r"[^\W\d_][^\W\d_ &]{2,}(?: [^\W\d_&]+| &)*:?")
_LEAST_SLIP = 7
"""Shorter words have neighbours that mean something else."""
_LONGEST = 60
_NUMERALS = frozenset("ivxIVX")
_LONGEST_NUMERAL = 4
_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class InlineHeading:
    """A heading that shares its line with its text ("Skills: Python"); ``length`` covers the heading and its colon."""

    kind: SectionKind
    name: str
    length: int


def heading_key(text: str) -> str:
    """Return a heading without everything that varies: "  2. S K I L L S :" and "Skills" have one key."""
    plain = (text if text.isascii() else fold(text).text).casefold().replace("&", " and ")
    if not plain[:1].isalpha() or plain[0] in _NUMERALS:
        plain = _NUMBERING.sub("", plain)
    if "(" in plain or "cont" in plain:
        plain = _TAIL.sub("", plain)
    return plain if plain.isalnum() else _NOISE.sub("", plain)


class HeadingIndex:
    """The headings of the lexicon, by their keys. ``for_document`` gives one that remembers the lines it has seen."""

    def __init__(self, headings: Mapping[str, SectionKind]) -> None:
        self._kinds = {heading_key(heading): kind for heading, kind in headings.items()}
        self._single = {
            heading_key(heading): kind
            for heading, kind in headings.items()
            if len(heading.split()) == 1 and kind in _OPEN_KINDS
        }
        self._slips = {
            short: kind
            for key, kind in self._kinds.items()
            if kind in _MAIN and len(key) >= _LEAST_SLIP
            for short in _shortened(key)
        }
        self._beginnings = frozenset(key[:end] for key in self._kinds for end in range(len(key) + 1))
        self._seen: dict[str, SectionKind | None] = {}
        self._open: dict[str, bool] = {}

    def for_document(self) -> HeadingIndex:
        """Return the same index with a memory of its own, for as long as one document is read."""
        index = copy(self)
        index._seen, index._open = {}, {}  # noqa: SLF001 - of the same class
        return index

    def may_begin(self, text: str) -> bool:
        """Tell cheaply that a line neither is nor begins with a known heading; that it does is not certain."""
        known = self._open.get(text)
        if known is None:
            known = self._open[text] = not self._begins_otherwise(text)
        return known

    def exact(self, text: str) -> SectionKind | None:
        """Return the kind of a line that is a known heading and nothing else."""
        if text not in self._seen:
            self._seen[text] = self._exact(text)
        return self._seen[text]

    def _begins_otherwise(self, text: str) -> bool:
        """Tell by its first word that a line is no heading, whatever follows: a word of plain letters stays in its key.

        A Roman numeral would not, since it may be the heading's number.
        """
        word = text.partition(" ")[0]
        if word.lower() in self._beginnings or not (word.isalpha() and word.isascii()):
            return False
        return len(word) > _LONGEST_NUMERAL or word[0] not in _NUMERALS

    def _goes_on_otherwise(self, text: str) -> bool:
        """Tell by its first two words, both of plain letters, that a line has no known heading of more than one."""
        first, _, rest = text.partition(" ")
        second = rest.partition(" ")[0]
        if not (first.isalpha() and second.isalpha() and first.isascii() and second.isascii()):
            return False
        second = second.lower()
        return first.lower() + second not in self._beginnings and not second.startswith("cont")

    def _exact(self, text: str) -> SectionKind | None:
        if len(text) > _LONGEST or not self.may_begin(text) or self._goes_on_otherwise(text):
            return None
        if not any(map(str.isalpha, text)):
            return None
        kind = self._kinds.get(heading_key(text))
        note = _NOTE.search(text) if kind is SectionKind.PROJECTS else None
        if note is not None and self._kinds.get(heading_key(note[1])) is SectionKind.EXPERIENCE:
            # "Projects (freelance)": paid work, whatever it is called.
            return SectionKind.EXPERIENCE
        return kind

    def misspelt(self, text: str) -> SectionKind | None:
        """Return the kind of a heading of the main parts that is one letter off: "Profesional experience".

        Whether the line stands like a heading is for the caller to see.
        """
        if len(text) > _LONGEST or not _LETTERS.fullmatch(text) or len(text.split()) > _LONGEST_RAIL:
            return None
        key = heading_key(text)
        if len(key) < _LEAST_SLIP or key in self._kinds:
            return None
        return next((self._slips[short] for short in _shortened(key) if short in self._slips), None)

    def joined(self, text: str) -> SectionKind | None:
        """Return the kind of a heading in two languages of which one is known: "BILDUNG / EDUCATION"."""
        if not _BILINGUAL_SIGNS.intersection(text):
            return None
        parts = re.split(r"\s+[/|\u00b7]\s+", text)
        if len(parts) != 2 or len(text.split()) > 7 or text[0].islower() or re.search(r"[\d@,.]", text):
            return None
        kinds = [self.exact(part) for part in parts]
        return next((kind for kind in kinds if kind in _OPEN_KINDS or kind is SectionKind.OTHER), None)

    def compound(self, text: str) -> SectionKind | None:
        """Return the kind of a heading made of known ones: "Awards and Publications", "Selected Java Projects".

        Only its words are judged; whether the line is set like a heading is for the caller to see.
        """
        words = _WORD.findall(text)
        if not 2 <= len(words) <= 6 or len(text) > _LONGEST or re.search(r"[.;!@\d]", text):
            return None
        if any(word[0].islower() and word not in {"and", "of", "the", "in", "for"} for word in words):
            return None
        parts = [part for part in _JOINT.split(text) if part.strip()]
        kinds = [self._kinds.get(heading_key(part)) for part in parts]
        if len(parts) > 1 and all(kinds):
            return SectionKind.EXPERIENCE if SectionKind.EXPERIENCE in kinds else kinds[0]
        last = self._single.get(heading_key(words[-1]))
        if last is SectionKind.EXPERIENCE and self._single.get(heading_key(words[0])) is SectionKind.PROJECTS:
            return SectionKind.PROJECTS
        return None if "of" in words else last

    def inline(self, text: str) -> InlineHeading | None:
        """Return the heading at the start of a line that goes on with its text behind a colon or a dash."""
        if not self.may_begin(text):
            return None
        match = _INLINE.match(text)
        if not match:
            return None
        kind = self.exact(match["name"])
        return None if kind is None else InlineHeading(kind, match["name"].strip(), match.end())

    def rail(self, text: str) -> InlineHeading | None:
        """Return the heading at the start of a line that goes on without any sign: a label beside its text.

        Example: "EXPERIENCE Backend Developer, Acme". The longest known heading of up to four words counts.
        """
        if not self.may_begin(text):
            return None
        words = list(islice(_WORDS.finditer(text), _LONGEST_RAIL + 1))
        longest = 1 if self._goes_on_otherwise(text) else _LONGEST_RAIL
        for count in range(min(longest, len(words) - 1), 0, -1):
            name = text[: words[count - 1].end()]
            kind = None if name[-1] in ",;.:|" else self.exact(name)
            if kind is not None:
                return InlineHeading(kind, name, words[count].start())
        return None


def _shortened(key: str) -> tuple[str, ...]:
    """Return a key and what is left of it without one of its letters: keys a letter apart share one (W. Garbe)."""
    return (key, *(key[:at] + key[at + 1 :] for at in range(len(key))))


heading_index = once_per_lists(HeadingIndex)
"""Return the index of a table of headings, built once for each table."""

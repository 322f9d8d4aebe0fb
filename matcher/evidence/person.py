"""Finds the name of the person a resume is from among its first lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from matcher.domain.document import Document, Line, Section, SectionKind
from matcher.domain.folding import fold
from matcher.evidence.names import name_judge

__all__ = ["CONTACT_LABEL", "PersonFinder"]

Words = Mapping[str, Sequence[str]]
CONTACT_LABEL = re.compile(
    r"^(?:name|full name|e-?mail|phone|mobile|cell|tel|telephone|address|location|city|based in|lives in|residence|"
    r"home|contact)\s*[:.]?\s+(?=\S)|^(?:name|address|location|city|based in)\s*:\s*",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"(?:[^\W\d_][\w.'\u2019\u02bc-]*|\([^\W\d_]+\)|[\"\u201c][^\W\d_]+[\"\u201d]),?")
_PARTS = re.compile(r"\s*[,|\u00b7\u2022]\s*|\s+[\u2013\u2014-]\s+|\s{2,}|(?<=\w\w\w)\.\s+(?=[A-Z])")
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|\*{1,2}|_{1,2})|(?:\*{1,2}|_{1,2})\s*$")
_LOOK_LINES = 14
# How much larger than everything else a line is set to be looked at wherever it stands.
_LARGER = 1.15
_IMPOSSIBLE = -9.0
# Two words are a name most often, one hardly ever.
_BY_WORDS = {1: -0.8, 2: 1.5, 3: 1.4}
_UNTITLED = 1.0


class PersonFinder:
    """Looks for the name: what looks like one, stands early, is set large and goes with the address."""

    def __init__(self, document: Document, sections: Sequence[Section], words: Words, email: str | None) -> None:
        self._document = document
        self._headings = {section.heading.start for section in sections if section.heading is not None}
        self._judge = name_judge(words)
        self._small = frozenset(words.get("contact_words.particles", ("de", "van", "von")))
        self._others = frozenset(words.get("contact_words.not_names", ("resume", "cv", "curriculum", "vitae")))
        self._local = _ascii(fold(email.split("@")[0]).text) if email else ""
        self._lines = self._first_lines(sections)
        sizes = [line.font_size for line in self._lines if line.font_size is not None]
        self._largest = max(sizes) if sizes and min(sizes) < max(sizes) else None

    def name(self) -> str | None:
        """Return the name as written, None where nothing would do as one."""
        best: tuple[float, str] | None = None
        for number, line in enumerate(self._lines):
            for name, bonus in self._candidates(number):
                score = self._score(name, line) + bonus - 0.25 * number
                if best is None or score > best[0]:
                    best = (score, name)
        if best is not None and best[0] > 0:
            return best[1]
        first = self._text(self._lines[0]) if self._lines else ""
        return first if self._leads_a_headline(first) else None

    def _leads_a_headline(self, text: str) -> bool:
        """Tell a name that is a trade as well and stands first, above a headline: "Tom Mason" above "Sous Chef"."""
        words = text.split()
        if not 2 <= len(words) <= 3 or not self._may_be_name(text, words) or len(self._lines) < 2:
            return False
        plain = self._judge.title_score(words[0]) <= 0 and self._judge.company_score(text) <= 0
        return plain and self._judge.title_score(self._text(self._lines[1])) >= _UNTITLED

    def _first_lines(self, sections: Sequence[Section]) -> list[Line]:
        """Return the lines to look at: those of the contact block first, where a column was read before it."""
        told = [line for line in self._document.lines if self._document.quote(line.span).strip()]
        spans = [section.span for section in sections if section.kind is SectionKind.CONTACT]
        block = [line for line in told if any(span.contains(line.span) for span in spans)][:_LOOK_LINES]
        first = [*block, *(line for line in told[:_LOOK_LINES] if line not in block)]
        return [*(line for line in _largest_on_top(told) if line not in first), *first]

    def _text(self, line: Line) -> str:
        text = _MARKS.sub("", self._document.quote(line.span)).strip()
        return CONTACT_LABEL.sub("", text).strip(" ,|\u00b7\u2022:")

    def _candidates(self, number: int) -> Iterator[tuple[str, float]]:
        line = self._lines[number]
        text = self._text(line)
        if line.span.start in self._headings or not text:
            return
        # Behind a comma stand degrees and headlines: "Ana Quist, PhD", "Ana Quist, Backend Developer".
        yield text, -0.6 if "," in text else 0.0
        pieces = [piece for piece in _PARTS.split(text) if piece]
        if len(pieces) > 1:
            yield pieces[0], -0.5
        yield from self._over_lines(number)

    def _over_lines(self, number: int) -> Iterator[tuple[str, float]]:
        """Yield names that begin in a line and go on in the next one or two, which are set alike.

        Example: "Maria" above "Delgado-" above "Quist".
        """
        first = self._lines[number]
        whole = self._text(first)
        level = [other for other in self._lines[number + 1 :] if _same_row(first, other)]
        for below in level or self._lines[number + 1 : number + 3]:
            more = self._text(below)
            # Halves set largest of all may differ in weight.
            weight = first.bold == below.bold or first.font_size == self._largest
            alike = first.font_size is not None and first.font_size == below.font_size and weight
            if below.span.start in self._headings or not 1 <= len(more.split()) <= 2 or len(whole.split()) > 3:
                return
            if not alike and first.font_size is not None:
                return
            if self._judge.is_place(more) or self._judge.title_score(more) >= _UNTITLED:
                return
            whole += more if whole.endswith("-") else f" {more}"
            count = len(whole.split())
            yield whole, 0.6 + 0.1 * count if alike else -0.3 if count == 2 else -2.0

    def _score(self, name: str, line: Line) -> float:
        words = name.split()
        if not self._may_be_name(name, words):
            return _IMPOSSIBLE
        score = _BY_WORDS.get(len(words), 0.8)
        # A surname may be a trade: "Sarah Baker", "Tom Mason". The rest has to speak for it.
        score -= 1.3 * min(1.5, max(0.0, self._judge.title_score(name))) + 0.6 * self._judge.company_score(name)
        score -= 2.0 * self._judge.is_place(name)
        score += 1.0 * (self._largest is not None and line.font_size == self._largest)
        parts = [_ascii(word) for word in words]
        if self._local and any(len(part) > 2 and (part in self._local or self._local in part) for part in parts):
            score += 2.0
        return score

    def _may_be_name(self, name: str, words: Sequence[str]) -> bool:
        if not 1 <= len(words) <= 6 or len(name) > 50 or name.endswith("-"):
            return False
        if any(char.isdigit() or char in "@:;/|!?&+=" for char in name):
            return False
        if not all(_NAME_WORD.fullmatch(word) for word in words) or {word.casefold() for word in words} & self._others:
            return False
        return all(not word[0].islower() or word.casefold() in self._small for word in words)


def _largest_on_top(lines: Sequence[Line]) -> list[Line]:
    """Return the line or two that are set largest by far on the first page, wherever a side column put them."""
    sized = [line for line in lines if line.page == lines[0].page and line.font_size is not None]
    sizes = sorted({line.font_size or 0.0 for line in sized}, reverse=True)
    if len(sizes) < 2 or sizes[0] < _LARGER * sizes[1]:
        return []
    largest = [line for line in sized if line.font_size == sizes[0]]
    return largest if len(largest) <= 2 else []


def _same_row(first: Line, other: Line) -> bool:
    """Tell whether two lines of one size stand level: halves of a name that a column cut parted."""
    if first.box is None or other.box is None or first.page != other.page:
        return False
    return abs(first.box.top - other.box.top) < 2 and first.font_size == other.font_size and other.box.x0 > first.box.x0


def _ascii(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    return "".join(char for char in plain if "a" <= char <= "z")

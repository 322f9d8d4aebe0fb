"""One line of a document as the sectionizer looks at it: its text, its bullet sign, how it is set."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from matcher.domain.document import Document, Line, Span

__all__ = [
    "BULLET_SIGNS",
    "RANGE",
    "LineView",
    "Style",
    "bullet_length",
    "find_range",
    "has_contact_token",
    "view_lines",
]

# A hyphen, "o" and ">" are bullets by habit of typists, the rest by their shape.
BULLET_SIGNS = frozenset("-*+•‣▪▫■□●○◦∙·⁃◆◇◊❖▸▹►▻▶▷➢➣➤→⇒✓✔✗★☆»›>–—−§¤")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-h]\))[ \u00a0]+(?=\S)")
# Signs that are bullets even where no space parts them from the text.
_GLUED = frozenset("•‣▪●◦➢➤►✓✔")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \u00a0]+(?=\S)")
_LETTER_O = re.compile(r"o[ \u00a0]+(?=[A-Z(\"'\u201c])")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|\b(?:linkedin|github|gitlab)\.com|"
    r"(?<![\w/.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|dev|io|me|eu|co|de|pl|uk|info)\b(?:/|\s*$|\s*[|·•,;/])|"
    r"(?<![\w.])\+?\(?\d[\d ().-]{6,}\d(?!\w)|\b(?:e-?mail|phone|mobile|tel)\b\s*:?",
    re.IGNORECASE,
)
# A range of dates, roughly: enough to see that a line heads a job. matcher.evidence reads what it says.
_MONTHLIKE = r"[^\W\d_]{3,9}\.?"
_TO = r"(?:\.{2,3}|[-=\u2010-\u2015\u2212]+>?|\u2192|\b(?:to|until|till|bis|through|do|hasta|tot|au)\b)"
_NOW = (
    r"present\w*|pres[ae]nt?\b|prezent|cur+[ea]+nt|pr\u00e9sent|now\b|current|today|date\b|ongoing|this\b|heute|aktuell|derzeit|laufend|actual|"
    r"la actual|atual|attual|aujourd|actuel|en cours|oggi|hoy\b|hoje|obecnie|nadal|teraz|do dzi|heden|nu\b|p\u00e5g"
)
_YEARLIKE = r"(?:19|20)\d\d"
_ABOUT = r"(?:~\s*|(?:ca?\.?|circa|about|around)\s+)?"
_OPEN = r"(?:[-\u2010-\u2015]+>?|\u2192|onwards?\b)"
RANGE = re.compile(
    rf"(?:\b{_YEARLIKE}|['\u2019]\d\d)\)?(?:[-./]\d\d?)?(?:[-./ ]{_MONTHLIKE})?"
    rf"(?:\s*{_TO}\s*(?:{_MONTHLIKE},?\s+|\d{{1,2}}[./-])?"
    rf"(?:\(?{_YEARLIKE}|['\u2019]?\d\d\b|(?:to\s+)?(?:{_NOW})|\?)"
    rf"|\s+/\s+(?:{_MONTHLIKE},?\s+|\d{{1,2}}[./-])?{_YEARLIKE}\b)"
    rf"|(?<![\d/])(?:0?[1-9]|1[0-2])/\d\d\s*{_TO}\s*(?:(?:0?[1-9]|1[0-2])/\d\d(?![\d/])|(?:to\s+)?(?:{_NOW}))"
    # "July to December 2024": the year stands behind the second month alone.
    rf"|\b(?-i:[A-Z])[^\W\d_]{{2,8}}\.?\s*(?:[-\u2010-\u2015]|\bto\b)\s*(?-i:[A-Z])[^\W\d_]{{2,8}}\.?\s+{_YEARLIKE}\b"
    # "2021-" and "since 2021": an end that is still to come, at the edge of the line.
    rf"|^\W*(?:\d\d?[./])?{_YEARLIKE}\s?{_OPEN}(?=\s+(?-i:[A-Z])|\s*$)|{_YEARLIKE}\s?{_OPEN}(?:\W*$|[)\]])"
    rf"|(?:^\W*|[,(|\u00b7]\s*|\s[-\u2013\u2014]\s+)(?:since|seit|desde|depuis|od)\s+(?:\d\d?\.?\s+)?(?:{_MONTHLIKE}\s+|\d\d?[./-])?{_ABOUT}{_YEARLIKE}"
    rf"(?:[-.]\d\d)?(?=\W*$|,[^()]*\)\W*$|:\s)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"['\u2019]\d\d|\d/\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Numbers of telephones have at least as many: "(2020-). 9 people" is none.
_LEAST_DIGITS = 6
_ENUMERATED = frozenset({")", " ", "\u00a0"})


class Style(NamedTuple):
    """How a line is set: what headings of one document have in common."""

    capitals: bool
    bold: bool
    size: float | None


# Not frozen, which would take three times as long to make, and there is one for each line.
@dataclass(slots=True)
class LineView:
    """A line, its text without outer spaces, and where that text begins in the document. Nobody changes it.

    ``bullet`` is the length of the bullet sign; ``dated`` tells that a range of dates stands in the text, ``marked``
    that a Markdown heading sign stood before it, ``parted`` that a blank line stands above.
    """

    index: int
    line: Line
    text: str
    start: int
    bullet: int
    style: Style
    dated: bool
    marked: bool = False
    parted: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands in the line."""
        return not self.text

    @property
    def body(self) -> str:
        """The text behind the bullet sign."""
        return self.text[self.bullet :]

    @property
    def body_start(self) -> int:
        """Where the text behind the bullet sign begins in the document."""
        return self.start + self.bullet

    @property
    def end(self) -> int:
        """Where the text ends in the document."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """The text without its bullet sign."""
        return Span(self.body_start, self.end)

    @property
    def indent(self) -> float:
        """How far the text begins from the left: in points with layout, else in characters."""
        if self.line.box is not None:
            return self.line.box.x0
        typed = self.line.columns
        return float(typed[0] if typed else self.start - self.line.span.start)


def view_lines(document: Document) -> tuple[LineView, ...]:
    """Return the lines of a document, blank ones included."""
    views: list[LineView] = []
    above_blank = False
    for index, line in enumerate(document.lines):
        view = _view(document, index, line, parted=line.parted or above_blank)
        above_blank = not view.text
        views.append(view)
    return tuple(views)


def _view(document: Document, index: int, line: Line, *, parted: bool) -> LineView:
    span = line.span
    raw = document.text[span.start : span.end]
    text = raw.lstrip()
    lead = len(raw) - len(text)
    mark = _MARKDOWN_HEADING.match(text) if text.startswith("#") else None
    if mark is not None:
        lead += mark.end()
        text = raw[lead:]
    text = text.rstrip()
    size = None if line.font_size is None else round(line.font_size * 2) / 2
    style = Style(_in_capitals(text), line.bold or mark is not None, size)
    dated = find_range(text) is not None
    return LineView(index, line, text, span.start + lead, bullet_length(text), style, dated, mark is not None, parted)


def _in_capitals(text: str) -> bool:
    """Tell whether a line has two letters or more, and none of them small."""
    if text.isascii() and not text.isupper():
        return False
    letters = 0
    for char in text:
        if char.isalpha():
            if char.islower():
                return False
            letters += 1
    return letters > 1


def find_range(text: str) -> re.Match[str] | None:
    """Return the first range of dates in a text; the costly search is made only where a year may stand."""
    if "20" in text or "19" in text or _SHORT_YEAR.search(text):
        return RANGE.search(text)
    return None


def bullet_length(text: str) -> int:
    """Return how many characters of a line are its bullet sign and the space behind it, 0 without one.

    Signs nobody has heard of count too: one symbol and a space. "C# services" and "& more" do not begin with one.
    """
    if not text or (text[0].isalpha() and text[1:2] not in _ENUMERATED):
        return 0
    match = _NUMBERED.match(text) or _LETTER_O.match(text)
    if match:
        return match.end()
    length = 0
    while length < len(text) and _is_sign(text[length]):
        behind = length + 1
        while behind < len(text) and (text[behind].isspace() or text[behind] == "\u200b"):
            behind += 1
        if behind == length + 1 and behind < len(text) and text[length] not in _GLUED:
            # "-5 degrees", "*bold*": a sign that touches its word is none, but for signs that serve nothing else.
            break
        length = behind
    return length


def _is_sign(char: str) -> bool:
    if char in BULLET_SIGNS:
        return True
    return unicodedata.category(char) in {"So", "Co"} or char == "\ufffd"


def has_contact_token(text: str) -> bool:
    """Tell whether a line holds an address, a number or a label by which a person is reached.

    A range of years is no telephone number ("2019 - 2022").
    """
    match = _CONTACT.search(text)
    while match:
        if not any(char.isalpha() for char in match.group()) and sum(map(str.isdigit, match.group())) < _LEAST_DIGITS:
            match = _CONTACT.search(text, match.end())
            continue
        if len(_YEAR.findall(match.group())) < 2 and not re.fullmatch(r"[\d./ -]*", match.group().replace("+", "x")):
            return True
        if sum(char.isdigit() for char in match.group()) >= 9 and not _YEAR.search(match.group()):
            return True
        match = _CONTACT.search(text, match.end())
    return False

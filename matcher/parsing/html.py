"""Web pages, as job descriptions come: the text a browser would show, line by line, without scripts and menus."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

from matcher.domain.document import HiddenText, ParseWarning
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.plain_text import Decoded, decode
from matcher.parsing.visibility import why_hidden

__all__ = ["decode_html", "html_runs", "read_html"]

_SKIPPED = frozenset(
    {
        "script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "select", "button",
        "textarea", "nav", "audio", "video", "canvas", "dialog",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p",
        "pre", "section", "summary", "details", "table", "tbody", "thead", "tr", "ul", "caption", "br",
    }
)  # fmt: skip
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"})
_BOLD = frozenset({"b", "strong"})
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_STYLE = re.compile(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]{1,100})")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_SIZE = re.compile(r"([\d.]+)(px|pt)")
_GAP = "   "


def read_html(data: bytes) -> ReadResult:
    """Read a web page."""
    decoded = decode_html(data)
    runs, hidden = html_runs(decoded.text)
    warnings = decoded.warnings
    if any(any(char.isalnum() for char in found.text) for found in hidden):
        warnings += (ParseWarning("hidden_text", "The page holds text that a reader cannot see; it was not counted."),)
    return ReadResult((PageText(1, tuple(runs)),), 1, warnings, tuple(hidden))


def decode_html(data: bytes) -> Decoded:
    """Decode a page by what it says about itself, else like any text."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            codec = codecs.lookup(declared[1].decode("ascii"))
            if codec.name not in {"utf-16", "utf-32"}:
                return Decoded(codec.decode(data, "replace")[0])
        except (LookupError, ValueError, AssertionError, TypeError):
            pass
    return decode(data)


def html_runs(text: str) -> tuple[list[Run], list[HiddenText]]:
    """Return the lines of a page or of a piece of one, and what is hidden in it."""
    reader = _Page()
    reader.feed(text)
    reader.close()
    reader.end_line()
    return reader.runs, reader.hidden


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self.hidden: list[HiddenText] = []
        self._parts: list[str] = []
        self._letters = [0, 0]
        self._bold = 0
        self._preformatted = 0
        # The element that hides or skips what is in it: its tag, how many of that tag are open, why.
        self._closed: tuple[str, int, str | None] | None = None

    def parse_html_declaration(self, i: int) -> int:
        """Take a declaration that is none for a comment, as browsers do: "<![endif" and "<![if x" of old Word pages."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._closed is not None:
            name, depth, why = self._closed
            if tag == name:
                self._closed = (name, depth + 1, why)
            return
        if tag in _BLOCKS:
            self.end_line()
        elif tag in {"td", "th"} and any(part.strip() for part in self._parts):
            self._parts.append(_GAP)
        if tag in _VOID:
            return
        why = _hides({name: value or "" for name, value in attrs})
        if tag in _SKIPPED or why:
            self._closed = (tag, 1, why)
        elif tag == "li":
            self._parts = ["• "]
        elif tag in _HEADINGS or tag in _BOLD:
            self._bold += 1
        elif tag == "pre":
            self._preformatted += 1

    def handle_endtag(self, tag: str) -> None:
        if self._closed is not None:
            name, depth, why = self._closed
            if tag == name:
                self._closed = (name, depth - 1, why) if depth > 1 else None
            return
        if tag in _BLOCKS:
            self.end_line()
        if tag in {"li", "ul", "ol"}:
            self._parts = []  # the sign of an item without words
        if tag in _HEADINGS or tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)

    def handle_data(self, data: str) -> None:
        if self._closed is not None:
            if self._closed[2] and data.strip():
                self.hidden.append(HiddenText(" ".join(data.split()), self._closed[2]))
            return
        pieces = data.splitlines() if self._preformatted else [re.sub(r"[ \t\r\n\f]+", " ", data)]
        for number, piece in enumerate(pieces):
            if number:
                self.end_line()
            self._parts.append(piece)
            self._letters[0] += len(piece.strip())
            self._letters[1] += len(piece.strip()) if self._bold else 0

    def end_line(self) -> None:
        text = "".join(self._parts)
        if text.strip(" •"):
            letters, bold = self._letters
            self.runs.append(Run(text, bold=bold > 0 and bold >= 0.8 * letters))
            self._parts = []
            self._letters = [0, 0]
        elif "•" not in text:
            self._parts = []


def _hides(attributes: dict[str, str]) -> str | None:
    """Tell why an element cannot be seen, from what it says itself; style sheets are not applied."""
    if "hidden" in attributes:
        return "marked as hidden"
    style = {name: value.strip().lower() for name, value in _STYLE.findall(attributes.get("style", "").lower())}
    if style.get("display", "").startswith("none") or style.get("visibility", "").startswith("hidden"):
        return "marked as hidden"
    if re.match(r"0(\.0+)?\s*(!|$)", style.get("opacity", "")):
        return "transparent"
    size = _SIZE.match(style.get("font-size", ""))
    points = (
        float(size[1].strip(".") or 0) * (0.75 if size[2] == "px" else 1) if size and size[1].count(".") < 2 else None
    )
    if style.get("font-size", "").startswith("0"):
        points = 0.0
    background = _code(style.get("background-color", style.get("background", ""))) or "FFFFFF"
    return why_hidden(color=_code(style.get("color", "")), background=background, points=points)


def _code(value: str) -> str | None:
    if value.startswith("white"):
        return "FFFFFF"
    match = _HEX.search(value)
    if match is None:
        return None
    code = match[1] if len(match[1]) == 6 else "".join(char * 2 for char in match[1])
    return code.upper()

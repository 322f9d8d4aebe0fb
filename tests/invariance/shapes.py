"""The same resume in other clothes: file formats, line breaks, bullets, headings and the order of sections."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from matcher.pipeline import Upload
from tests.parsing.build_docx import docx_of, paragraph, part
from tests.parsing.build_pdf import pdf_of

__all__ = [
    "BULLETS",
    "FORMATS",
    "Line",
    "as_text",
    "blocks",
    "in_order",
    "in_western_letters",
    "rewrapped",
    "to_lines",
    "with_heads",
]

BULLETS = ("-", "*", "•", "–", "▪", "◦", "●", "‣", "+")
_SIGN = re.compile(r"\s*[-*•·–▪◦●‣+>◆]\s+")
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
# The fonts that every reader of PDF has know the letters and signs of Windows' Western code page alone.
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_PDF_WIDTH, _PDF_LINES = 92, 52


@dataclass(frozen=True)
class Line:
    """One line of a resume as its writer thinks of it. ``kind`` is head, item, text or blank."""

    kind: str
    text: str


def to_lines(text: str, heads: Sequence[str]) -> list[Line]:
    """Read a plain text; ``heads`` are the lines that are headings of sections."""
    lines = []
    for line in text.splitlines():
        if not line.strip():
            lines.append(Line("blank", ""))
        elif line.strip() in heads:
            lines.append(Line("head", line.strip()))
        elif _SIGN.match(line):
            lines.append(Line("item", _SIGN.sub("", line, count=1).rstrip()))
        else:
            lines.append(Line("text", line.rstrip()))
    return lines


def in_western_letters(text: str) -> str:
    """Return a text with letters that every font has: "Kärt" stays, "Vyškov" becomes "Vyskov"."""
    return "".join(sign if _is_western(sign) else _bare(sign) for sign in text)


def _is_western(sign: str) -> bool:
    try:
        return bool(sign.encode("cp1252"))
    except UnicodeEncodeError:
        return False


def _bare(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "-"


def as_text(lines: Sequence[Line], bullet: str = "-") -> str:
    """Write lines as plain text, each as long as it is."""
    return "\n".join(f"{bullet} {line.text}" if line.kind == "item" else line.text for line in lines) + "\n"


def rewrapped(lines: Sequence[Line], width: int, bullet: str = "-") -> str:
    """Write lines as plain text that is broken at a width; what hangs below a bullet is indented."""
    out: list[str] = []
    for line in lines:
        sign = f"{bullet} " if line.kind == "item" else ""
        out += textwrap.wrap(
            sign + line.text, width, subsequent_indent=" " * len(sign), break_on_hyphens=False, break_long_words=False
        ) or [""]
    return "\n".join(out) + "\n"


def with_heads(lines: Sequence[Line], case: Callable[[str], str]) -> list[Line]:
    """Return the lines with their headings in another letter case."""
    return [replace(line, text=case(line.text)) if line.kind == "head" else line for line in lines]


def blocks(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Return what stands above the first heading, and the sections, each with its heading."""
    starts = [index for index, line in enumerate(lines) if line.kind == "head"]
    ends = [*starts[1:], len(lines)]
    return list(lines[: starts[0]]), [list(lines[a:b]) for a, b in zip(starts, ends, strict=True)]


def in_order(lines: Sequence[Line], order: Sequence[int]) -> list[Line]:
    """Return the lines with their sections in another order."""
    top, sections = blocks(lines)
    return [*top, *(line for index in order for line in (*sections[index], Line("blank", "")))]


def _plain(lines: Sequence[Line]) -> Upload:
    return Upload(as_text(lines).encode(), "resume.txt")


def _markdown(lines: Sequence[Line]) -> Upload:
    signs = {"head": "\n## ", "item": "- "}
    # A line of its own is a paragraph of its own, as it is where two blanks or an empty line end it.
    body = "\n".join(
        f"{signs.get(line.kind, '')}{line.text}"
        + ("  " if line.kind == "text" else "\n" if line.kind == "head" else "")
        for line in lines
    )
    return Upload(body.encode(), "resume.md")


def _docx(lines: Sequence[Line]) -> Upload:
    properties = {
        "head": '<w:pStyle w:val="Heading1"/>',
        "item": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    }
    style = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    )
    body = "".join(paragraph(escape(line.text), properties=properties.get(line.kind, "")) for line in lines)
    data = docx_of(
        body,
        parts={"word/styles.xml": style, "word/numbering.xml": part("numbering", _NUMBERING)},
        relations={"rId1": ("styles", "styles.xml"), "rId2": ("numbering", "numbering.xml")},
    )
    return Upload(data, "resume.docx")


def _pdf(lines: Sequence[Line]) -> Upload:
    broken = rewrapped(lines, _PDF_WIDTH, bullet="•").split("\n")
    pages = [broken[start : start + _PDF_LINES] for start in range(0, len(broken), _PDF_LINES)]
    return Upload(pdf_of([_drawn(page) for page in pages], font=_FONT), "resume.pdf")


def _drawn(page: Sequence[str]) -> bytes:
    rows = []
    for number, text in enumerate(page):
        shown = text.lstrip().encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        indent = 10 if text.startswith(" ") else 0
        rows.append(b"BT /F1 9.5 Tf %d %g Td (%s) Tj ET" % (50 + indent, 750 - number * 13, shown))
    return b"\n".join(rows)


FORMATS: dict[str, Callable[[Sequence[Line]], Upload]] = {
    "text": _plain,
    "markdown": _markdown,
    "docx": _docx,
    "pdf": _pdf,
}

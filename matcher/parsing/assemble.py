"""Turns ordered runs into a Document: cleans the text first, then fixes every offset for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from matcher.domain.document import Document, Format, HiddenText, Line, ParseWarning, Span
from matcher.parsing.page import PageText, Run

__all__ = ["assemble", "clean_line"]

_SOFT_HYPHEN = "\u00ad"
# Icon glyphs (private use, all three areas), glyphs without a character, control characters, lone surrogates.
_DROPPED = re.compile(
    "\\(cid:\\d+\\)|[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\ufffd\ufffe\uffff\ud800-\udfff"
    "\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_SPACES = re.compile(r"[ \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x85]+")

# What parts the cells of one line, as a tabulator does.
_WIDE_GAP = re.compile(r"\t|[ \u00a0]{3,}")

# Page, run, text, whether a blank line stood above, where the wide gaps of the text are, its columns as typed.
_Cleaned = tuple[int, Run, str, bool, tuple[int, ...], tuple[int, int] | None]


def clean_line(text: str) -> str:
    """Return the text of one line without icon glyphs, unmapped glyphs and runs of spaces.

    A soft hyphen stays at the line's end, where it says that a word goes on: it is dropped when the lines are joined.
    """
    text = _SPACES.sub(" ", _DROPPED.sub(" ", _SPACES.sub(" ", text))).strip()
    open_end = text.endswith(_SOFT_HYPHEN)
    text = text.replace(_SOFT_HYPHEN, "")
    return text + _SOFT_HYPHEN if open_end and text else text


def assemble(
    pages: Sequence[PageText],
    *,
    format: Format,  # noqa: A002 - the field's name in the record
    sha256: str,
    page_count: int,
    warnings: Sequence[ParseWarning] = (),
    hidden: Sequence[HiddenText] = (),
) -> Document:
    """Build the Document of pages in reading order.

    A word parted by a soft hyphen at a line's end is put together on the first of the two lines.
    """
    lines: list[Line] = []
    parts: list[str] = []
    at = 0
    for page, run, text, parted, gaps, columns in _join_soft_hyphens(_cleaned(pages)):
        span = Span(at, at + len(text))
        placed = tuple(at + gap for gap in gaps)
        lines.append(Line(span, page, run.box, run.font_size, run.bold, parted, placed, columns))
        parts.append(text)
        at += len(text) + 1
    return Document(
        "\n".join(parts), tuple(lines), format, page_count, sha256, warnings=tuple(warnings), hidden=tuple(hidden)
    )


def _cleaned(pages: Iterable[PageText]) -> list[_Cleaned]:
    cleaned: list[_Cleaned] = []
    parted = False
    for page in pages:
        for run in page.runs:
            # A reader of plain formats may hand over a run that holds line breaks.
            for piece in run.text.splitlines() or [""]:
                text = clean_line(piece)
                if text:
                    columns = None if run.box else _columns(piece)
                    cleaned.append((page.number, run, text, parted and bool(cleaned), _gaps(piece, text), columns))
                parted = not text
    return cleaned


def _columns(raw: str) -> tuple[int, int]:
    typed = raw.expandtabs().rstrip()
    return len(typed) - len(typed.lstrip()), len(typed)


def _gaps(raw: str, text: str) -> tuple[int, ...]:
    """Return where in a cleaned line the spaces stand that were wide gaps."""
    cells = [cell for cell in map(clean_line, _WIDE_GAP.split(raw)) if cell] if _WIDE_GAP.search(raw) else []
    if len(cells) < 2 or " ".join(cells) != text:
        return ()
    ends = list(accumulate(len(cell) + 1 for cell in cells[:-1]))
    return tuple(end - 1 for end in ends)


def _join_soft_hyphens(lines: list[_Cleaned]) -> list[_Cleaned]:
    joined: list[_Cleaned] = []
    carried = ""
    for index, (page, run, original, parted, gaps, columns) in enumerate(lines):
        text = original[len(carried) :].lstrip() if carried else original
        carried = ""
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1]
            if index + 1 < len(lines):
                carried = lines[index + 1][2].split(" ", 1)[0]
                text += carried
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1]
        if text:
            joined.append((page, run, text, parted, gaps if text == original else (), columns))
    return joined

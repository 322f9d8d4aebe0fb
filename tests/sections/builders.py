"""Documents for the tests of sections and of evidence: from plain text, or line by line with boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain.document import Box, Document, Format, Line, Section, Span, Statement
from matcher.sections.sectionizer import split_sections
from matcher.sections.statements import split_statements
from matcher.taxonomy.index import Taxonomy


@dataclass(frozen=True)
class Set:
    """One line as it is set on a page."""

    text: str
    x0: float = 50.0
    width: float | None = None
    size: float = 10.0
    bold: bool = False
    gap: float = 14.0


def document_of(text: str, file_format: Format = Format.TEXT) -> Document:
    """Return a text as a document without layout; its common indentation is taken away, blank lines stay."""
    rows = text.strip("\n").split("\n")
    margin = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    return _document(
        [row[margin:] for row in rows], [None] * len(rows), [None] * len(rows), [False] * len(rows), file_format
    )


def page_of(lines: Sequence[Set | str]) -> Document:
    """Return lines as a document with boxes; half a type size is the width of a character unless told."""
    chosen = [line if isinstance(line, Set) else Set(line) for line in lines]
    top, boxes = 40.0, []
    for line in chosen:
        top += line.gap
        width = line.width if line.width is not None else len(line.text) * line.size * 0.5
        boxes.append(Box(line.x0, top, line.x0 + width, top + line.size))
    return _document(
        [line.text for line in chosen],
        boxes,
        [line.size for line in chosen],
        [line.bold for line in chosen],
        Format.PDF,
    )


def _document(
    rows: Sequence[str],
    boxes: Sequence[Box | None],
    sizes: Sequence[float | None],
    bold: Sequence[bool],
    file_format: Format,
) -> Document:
    lines, at = [], 0
    for row, box, size, heavy in zip(rows, boxes, sizes, bold, strict=True):
        lines.append(Line(Span(at, at + len(row)), 1, box, size, heavy))
        at += len(row) + 1
    return Document("\n".join(rows), tuple(lines), file_format, 1, "0" * 64)


def parts_of(document: Document, taxonomy: Taxonomy) -> tuple[tuple[Section, ...], tuple[Statement, ...]]:
    """Cut a document into its sections and statements with the shipped word lists."""
    words = taxonomy.lexicon.words
    sections = split_sections(document, taxonomy.lexicon.headings, words)
    return sections, split_statements(document, sections, words)

"""The interview kit as Markdown and as a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.reports.docx_writer import write_docx
from matcher.reports.kit import HEAD, RATINGS, Ask, Kit
from matcher.reports.phrases import place
from matcher.reports.templating import markdown_text

__all__ = ["kit_docx", "kit_markdown"]

_MARKS = {"Title": "# ", "Heading1": "## ", "Heading2": "### ", "ListBullet": "- [ ] ", "Rule": "", "": ""}
_LINES_FOR_NOTES = 2


def kit_markdown(kit: Kit) -> str:
    """Return a kit in Markdown, with boxes to tick."""
    lines: list[str] = []
    before = ""
    for style, text in _blocks(kit):
        kind = style.rstrip("+")
        if lines and not (kind == before == "ListBullet"):
            lines.append("")
        lines.append(_MARKS[kind] + (markdown_text(text) if text else "`" + "_" * 72 + "`"))
        before = kind
    return "\n".join(lines) + "\n"


def kit_docx(kit: Kit) -> bytes:
    """Return a kit as a Word file; no question splits over two pages."""
    return write_docx(_blocks(kit), title=_title(kit))


def _title(kit: Kit) -> str:
    return f"Interview kit: {kit.title}" + (f", {kit.candidate}" if kit.candidate else "")


def _blocks(kit: Kit) -> Iterator[tuple[str, str]]:
    """Yield styles and texts; a style that ends in a plus sign stays on one page with the next block."""
    yield "Title", _title(kit)
    yield "", HEAD
    number = 0
    for heading, about, asks in kit.parts:
        yield "Heading1+", heading
        yield "+", about
        for ask in asks:
            number += 1
            yield from _ask_blocks(ask, number, paged=kit.paged)
    if kit.made_with:
        yield "", kit.made_with


def _ask_blocks(ask: Ask, number: int, *, paged: bool) -> Iterator[tuple[str, str]]:
    yield "Heading2+", f"{number}. {ask.label}"
    yield "+", f"Why ask: {ask.why} {ask.reason}".strip()
    if ask.quote is not None:
        yield "+", f"The line: \u201c{ask.quote.text}\u201d ({place(ask.quote.evidence, paged=paged)})"
    yield "+", f"Question: {ask.prompt}"
    for heading, points in (*ask.points, ("Be careful about", ask.pitfalls)):
        if points:
            yield "+", f"{heading}:"
            yield from (("ListBullet+", point) for point in points)
    if ask.follow_ups:
        yield "+", "Ask next: " + " ".join(ask.follow_ups)
    yield "+", "Notes:"
    yield from (("Rule+", "") for _ in range(_LINES_FOR_NOTES))
    yield "", "Rating: " + "   ".join(f"\u2610 {one}" for one in RATINGS)

"""The inside of a Word paragraph: its visible text, the text hidden in it, and the text boxes anchored to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from matcher.parsing.characters import with_bullets
from matcher.parsing.docx_styles import Look, ParagraphStyle, Styles, attribute
from matcher.parsing.visibility import why_hidden

__all__ = ["Background", "InlineReader", "Paragraph", "alternative"]

# A wide gap: what stands right of a tab is a thing of its own, such as a date.
_TAB = "   "
_TEXT = {"w-tab": _TAB, "w-ptab": _TAB, "w-noBreakHyphen": "-", "w-softHyphen": "\u00ad", "w-br": "\n", "w-cr": "\n"}
_LEFT_OUT = frozenset({"w-del", "w-moveFrom"})
_SKIPPED = frozenset({"w-pPr", "w-rPr", "w-instrText", "w-delText", "w-rt", "w-sdtPr", "w-sdtEndPr", "w-proofErr"})
_DRAWN = frozenset({"w-drawing", "w-pict", "w-object"})
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_BULLET_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(frozen=True, slots=True)
class Background:
    """What lies behind text: six hex digits, or None where it cannot be known, as over a picture."""

    color: str | None = "FFFFFF"


@dataclass(slots=True)
class Paragraph:
    """One paragraph as read. ``boxes`` are the text boxes anchored in it; ``open_end`` if its end was deleted."""

    text: str = ""
    bold: bool = False
    points: float | None = None
    listed: bool = False
    heading: bool = False
    open_end: bool = False
    hidden: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Seen:
    """Letters counted by how they look, for the paragraph as a whole."""

    letters: int = 0
    bold_letters: int = 0
    sizes: dict[float, int] = field(default_factory=dict)


class InlineReader:
    """Reads paragraphs one after the other; fields may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[tuple[str, bool]] = []
        self.left_out = False

    def read(self, element: Element, background: Background) -> Paragraph:
        """Read one paragraph that stands on a background."""
        properties = element.find("w-pPr")
        style_id = (
            attribute(properties, "w-pStyle") if properties is not None else ""
        ) or self._styles.default_paragraph
        style = self._styles.paragraph_style(style_id).under(self._styles.paragraph(properties))
        look = self._styles.defaults.under(self._styles.look_of_style(style_id))
        paragraph = Paragraph(listed=bool(style.listed), heading=bool(style.heading))
        if properties is not None:
            paragraph.open_end = properties.find("w-rPr/w-del") is not None
        if style.shade:
            background = Background(style.shade)
        seen = _Seen()
        parts: list[str] = []
        for run in self._runs(element):
            self._read_run(run, look, style, background, paragraph, seen, parts)
        paragraph.text = "".join(parts)
        paragraph.bold = seen.letters > 0 and seen.bold_letters >= 0.8 * seen.letters
        paragraph.points = max(seen.sizes, key=lambda size: (seen.sizes[size], size)) if seen.sizes else None
        return paragraph

    def _runs(self, element: Element) -> Iterator[Element]:
        """Yield the runs in order, going into links, insertions, tags and the like."""
        for child in element:
            if child.tag in _LEFT_OUT:
                self.left_out = self.left_out or any(part.text for part in child.iter() if part.tag.endswith("ext"))
            elif child.tag == "w-r" or child.tag in _DRAWN or child.tag == "m-t":
                yield child
            elif child.tag == "mc-AlternateContent":
                yield from self._runs(alternative(child))
            elif child.tag == "w-fldSimple":
                if not _counts_pages(child.get("w-instr", "")):
                    yield from self._runs(child)
            elif child.tag not in _SKIPPED:
                yield from self._runs(child)

    def _read_run(
        self,
        run: Element,
        base: Look,
        style: ParagraphStyle,
        background: Background,
        paragraph: Paragraph,
        seen: _Seen,
        parts: list[str],
    ) -> None:
        properties = run.find("w-rPr")
        look = base
        if properties is not None:
            run_style = attribute(properties, "w-rStyle")
            if run_style:
                look = look.under(self._styles.look_of_style(run_style))
            look = look.under(self._styles.look(properties))
        text = self._text(run, paragraph)
        if not text:
            return
        why = self._why_hidden(look, style, background)
        if why and text.strip():
            paragraph.hidden.append((text, why))
            # The place of the hidden words still parts the words around it.
            parts.append(" ")
            return
        parts.append(text)
        letters = len(text.strip())
        seen.letters += letters
        seen.bold_letters += letters if look.bold else 0
        if look.size is not None and letters:
            seen.sizes[look.size] = seen.sizes.get(look.size, 0) + letters

    def _text(self, run: Element, paragraph: Paragraph) -> str:
        if run.tag in _DRAWN:
            paragraph.boxes.append(run)
            return ""
        parts: list[str] = [run.text or ""] if run.tag == "m-t" else []
        for child in run:
            if child.tag == "w-fldChar":
                self._field(child)
            elif child.tag == "w-instrText":
                self._instruct(child.text or "")
            elif child.tag in _DRAWN:
                paragraph.boxes.append(child)
            elif child.tag == "mc-AlternateContent":
                chosen = alternative(child)
                paragraph.boxes.extend(part for part in chosen if part.tag in _DRAWN)
                parts.extend(part.text or "" for part in chosen if part.tag == "w-t")
            elif self._shown():
                parts.append(_piece(child, run))
        return "".join(parts)

    def _field(self, mark: Element) -> None:
        kind = mark.get("w-fldCharType")
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruct(self, text: str) -> None:
        if self._fields and not self._fields[-1][1]:
            self._fields[-1] = (self._fields[-1][0] + text, False)

    def _shown(self) -> bool:
        """Tell whether text here is displayed: not the code of a field, and not a page number."""
        return all(shown and not _counts_pages(code) for code, shown in self._fields)

    def _why_hidden(self, look: Look, style: ParagraphStyle, background: Background) -> str | None:
        if look.vanish:
            return "marked as hidden"
        if look.transparent:
            return "transparent"
        if style.clipped:
            return "clipped away"
        return why_hidden(
            color=look.color, background=look.shade or background.color, points=look.size, scale=look.scale
        )


def _piece(child: Element, run: Element) -> str:
    if child.tag == "w-t":
        return with_bullets(child.text or "").replace("\t", _TAB)
    if child.tag == "w-sym":
        font = (child.get("w-font") or "").lower()
        return "• " if font.startswith(_BULLET_FONTS) and run.find("w-t") is None else " "
    if child.tag == "w-ruby":
        return "".join(part.text or "" for base in child.iter("w-rubyBase") for part in base.iter("w-t"))
    return _TEXT.get(child.tag, "")


def alternative(element: Element) -> Element:
    """Return the one alternative that is shown: the first with text or a drawing in it."""
    for option in element:
        if any(part.tag in {"w-t", "w-drawing", "w-pict"} for part in option.iter()):
            return option
    return element[0] if len(element) else element


def _counts_pages(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() in _PAGE_FIELDS

"""The looks of text in an OpenDocument text: styles along their parents, down to one run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from matcher.parsing.visibility import why_hidden

__all__ = ["OdtStyles", "TextLook"]

_HEX = re.compile(r"#([0-9A-Fa-f]{6})\b")
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a run looks; ``background`` is None where it cannot be known."""

    bold: bool = False
    hidden: bool = False
    color: str | None = None
    background: str | None = "FFFFFF"
    points: float | None = None
    scale: float | None = None

    def on(self, shade: str | None) -> TextLook:
        """Return this look on another background, "" for an unknown one; None leaves it as it is."""
        return self if shade is None else replace(self, background=shade or None)

    def why_hidden(self) -> str | None:
        """Return the technique that hides text of this look, None if it can be seen."""
        if self.hidden:
            return "marked as hidden"
        return why_hidden(color=self.color, background=self.background, points=self.points, scale=self.scale)


@dataclass(slots=True)
class OdtStyles:
    """The styles of both parts by family and name."""

    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    defaults: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def load(cls, content: Element, shared: Element | None) -> OdtStyles:
        """Collect the styles; those of the content go before those of styles.xml."""
        styles = cls()
        for part in (content, shared):
            for style in part.iter("style-style") if part is not None else ():
                key = (style.get("style-family", ""), style.get("style-name", ""))
                styles.elements.setdefault(key, style)
            for style in part.iter("style-default-style") if part is not None else ():
                styles.defaults.setdefault(style.get("style-family", ""), style)
        return styles

    def look(self, family: str, name: str | None, outer: TextLook) -> TextLook:
        """Return how text of a style looks inside text that looks like ``outer``."""
        look = outer
        chain = self._chain(family, name)
        if family == "paragraph" and family in self.defaults:
            chain.append(self.defaults[family])
        for style in reversed(chain):
            look = _under(look, style)
        return look

    def cell_shade(self, name: str | None) -> str | None:
        """Return the colour of a table cell, None where it has none."""
        for style in self._chain("table-cell", name):
            shade = _shade(style.find("style-table-cell-properties"))
            if shade is not None:
                return shade
        return None

    def box_shade(self, box: Element) -> str | None:
        """Return the colour of a frame or shape: "" where it is a picture or a gradient."""
        for style in self._chain("graphic", box.get("draw-style-name")):
            properties = style.find("style-graphic-properties")
            fill = properties.get("draw-fill") if properties is not None else None
            if properties is None or fill == "none":
                continue
            if fill in {"gradient", "bitmap", "hatch"}:
                return ""
            match = _HEX.match(properties.get("draw-fill-color", "") if fill == "solid" else "")
            if match:
                return match[1].upper()
            shade = _shade(properties)
            if shade is not None:
                return shade
        return None

    def _chain(self, family: str, name: str | None) -> list[Element]:
        """Return the style and its parents, nearest first; a chain that bites its tail ends."""
        chain: list[Element] = []
        while name and len(chain) < _MAX_CHAIN:
            style = self.elements.get((family, name))
            if style is None or any(style is known for known in chain):
                break
            chain.append(style)
            name = style.get("style-parent-style-name")
        return chain


def _under(look: TextLook, style: Element) -> TextLook:
    paragraph = style.find("style-paragraph-properties")
    look = look.on(_shade(paragraph))
    properties = style.find("style-text-properties")
    if properties is None:
        return look
    weight = properties.get("fo-font-weight")
    color = _HEX.match(properties.get("fo-color", ""))
    automatic = properties.get("style-use-window-font-color") == "true"
    return replace(
        look.on(_shade(properties)),
        bold=look.bold if weight is None else weight in {"bold", "600", "700", "800", "900"},
        hidden=properties.get("text-display", "none" if look.hidden else "true") == "none",
        color=None if automatic else color[1].upper() if color else look.color,
        points=_points(properties.get("fo-font-size"), look.points),
        scale=_percent(properties.get("style-text-scale"), look.scale),
    )


def _shade(properties: Element | None) -> str | None:
    match = _HEX.match(properties.get("fo-background-color", "")) if properties is not None else None
    return match[1].upper() if match else None


def _points(size: str | None, outer: float | None) -> float | None:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?)(pt|%)", size or "")
    if match is None:
        return outer
    if match[2] == "pt":
        return float(match[1])
    return outer * float(match[1]) / 100 if outer is not None else None


def _percent(scale: str | None, outer: float | None) -> float | None:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?)%", scale or "")
    return float(match[1]) if match else outer

"""The looks of text in a Word file: styles, theme colours and what they add up to for one run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from xml.etree.ElementTree import Element

__all__ = ["Look", "ParagraphStyle", "Styles", "attribute", "shade_of"]

_OFF = frozenset({"0", "false", "off", "none"})
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# What the names of colours in text mean among the names of the theme.
_THEME_NAMES = {
    "background1": "lt1", "bg1": "lt1", "light1": "lt1", "text1": "dk1", "tx1": "dk1", "dark1": "dk1",
    "background2": "lt2", "bg2": "lt2", "light2": "lt2", "text2": "dk2", "tx2": "dk2", "dark2": "dk2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_USUAL_THEME = {"lt1": "FFFFFF", "dk1": "000000", "lt2": "EEECE1", "dk2": "1F497D"}
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where nothing is said. ``color`` and ``shade`` are six hex digits; "" is automatic.

    ``size`` is in points, ``scale`` the width of letters in per cent.
    """

    bold: bool | None = None
    vanish: bool | None = None
    color: str | None = None
    size: float | None = None
    shade: str | None = None
    scale: float | None = None
    transparent: bool | None = None

    def under(self, nearer: Look) -> Look:
        """Return this look with whatever a nearer one says put over it."""
        said = {f.name: getattr(nearer, f.name) for f in fields(nearer) if getattr(nearer, f.name) is not None}
        return replace(self, **said) if said else self


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style says about whole paragraphs: whether they are list items, headings, shaded or clipped away."""

    listed: bool | None = None
    heading: bool | None = None
    shade: str | None = None
    clipped: bool | None = None

    def under(self, nearer: ParagraphStyle) -> ParagraphStyle:
        """Return this style with whatever a nearer one says put over it."""
        said = {f.name: getattr(nearer, f.name) for f in fields(nearer) if getattr(nearer, f.name) is not None}
        return replace(self, **said) if said else self


@dataclass(slots=True)
class Styles:
    """The styles of a file by their ids, resolved along what they are based on."""

    elements: dict[str, Element] = field(default_factory=dict)
    theme: dict[str, str] = field(default_factory=dict)
    defaults: Look = field(default_factory=Look)
    default_paragraph: str | None = None
    _looks: dict[str, Look] = field(default_factory=dict)
    _paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)

    @classmethod
    def load(cls, styles: Element | None, theme: Element | None) -> Styles:
        """Read the parts styles.xml and theme1.xml; either may be missing."""
        loaded = cls(theme=dict(_USUAL_THEME))
        for color in theme.iterfind(".//a-clrScheme/*") if theme is not None else ():
            value = next(iter(color), None)
            code = value.get("lastClr") or value.get("val") if value is not None else None
            if code and _HEX.fullmatch(code):
                loaded.theme[color.tag.partition("-")[2]] = code
        if styles is not None:
            for style in styles.iterfind("w-style"):
                style_id = style.get("w-styleId")
                if style_id:
                    loaded.elements.setdefault(style_id, style)
                    if style.get("w-type") == "paragraph" and style.get("w-default", "0") not in _OFF:
                        loaded.default_paragraph = style_id
            loaded.defaults = loaded.look(styles.find("w-docDefaults/w-rPrDefault/w-rPr"))
        return loaded

    def look_of_style(self, style_id: str | None) -> Look:
        """Return the look that a paragraph or character style gives its runs."""
        if style_id not in self._looks:
            look = Look()
            for style in self._chain(style_id):
                look = self.look(style.find("w-rPr")).under(look)
            self._looks[style_id or ""] = look
            return look
        return self._looks[style_id]

    def paragraph_style(self, style_id: str | None) -> ParagraphStyle:
        """Return what a style says about whole paragraphs."""
        if style_id not in self._paragraphs:
            found = ParagraphStyle()
            for style in self._chain(style_id):
                name = attribute(style, "w-name").lower()
                named = name in {"title", "subtitle"} or name.startswith("heading")
                own = self.paragraph(style.find("w-pPr"))
                found = replace(own, heading=own.heading or named or None).under(found)
            self._paragraphs[style_id or ""] = found
            return found
        return self._paragraphs[style_id]

    def table_may_shade(self, style_id: str | None) -> bool:
        """Tell whether a table style colours any cell: then light text in the table may well be visible."""
        return any(
            (self.color(shade, "w-fill", "w-themeFill") or "FFFFFF").upper() != "FFFFFF"
            for style in self._chain(style_id)
            for shade in style.iter("w-shd")
        )

    def look(self, properties: Element | None) -> Look:
        """Read the properties of a run."""
        if properties is None:
            return Look()
        size = _number(attribute(properties, "w-sz"))
        shading = properties.find("w-shd")
        color = properties.find("w-color")
        text_fill = properties.find("w14-textFill")
        highlight = attribute(properties, "w-highlight")
        shade = shade_of(shading, self) or (_HIGHLIGHTS.get(highlight) if highlight else None)
        return Look(
            bold=_switch(properties.find("w-b")),
            vanish=_switch(properties.find("w-vanish")) or _switch(properties.find("w-specVanish")),
            color=self.color(color, "w-val", "w-themeColor") if color is not None else None,
            size=None if size is None else size / 2,
            shade=shade,
            scale=_number(attribute(properties, "w-w").rstrip("%")),
            transparent=None if text_fill is None else _transparent(text_fill),
        )

    def paragraph(self, properties: Element | None) -> ParagraphStyle:
        """Read the properties of a paragraph."""
        if properties is None:
            return ParagraphStyle()
        number = properties.find("w-numPr/w-numId")
        outline = _number(attribute(properties, "w-outlineLvl"))
        spacing = properties.find("w-spacing")
        line = _number(spacing.get("w-line", "")) if spacing is not None else None
        exact = spacing is not None and spacing.get("w-lineRule") == "exact"
        return ParagraphStyle(
            listed=None if number is None else number.get("w-val") not in {None, "0"},
            heading=None if outline is None else outline < 9,
            shade=shade_of(properties.find("w-shd"), self),
            # Lines set to less than 2 points (40 twentieths) cut their letters away.
            clipped=True if exact and line is not None and line < 40 else None,
        )

    def color(self, element: Element | None, value: str, theme: str) -> str | None:
        """Return a colour as six hex digits, "" for the automatic one; a theme colour goes before the value."""
        if element is None:
            return None
        named = element.get(theme)
        if named:
            code = self.theme.get(_THEME_NAMES.get(named, named))
            if code:
                kind = theme.removesuffix("Color")
                return _tinted(code, element.get(f"{kind}Tint"), element.get(f"{kind}Shade"))
        code = element.get(value, "")
        return code.upper() if _HEX.fullmatch(code) else ""

    def _chain(self, style_id: str | None) -> list[Element]:
        """Return the style and those it is based on, nearest first; a chain that bites its tail ends."""
        chain: list[Element] = []
        while style_id and len(chain) < _MAX_CHAIN:
            style = self.elements.get(style_id)
            if style is None or any(style is known for known in chain):
                break
            chain.append(style)
            style_id = attribute(style, "w-basedOn") or None
        return chain


_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
    "lightGray": "C0C0C0",
}  # fmt: skip


def attribute(element: Element, child: str) -> str:
    """Return the value of a child such as ``<w:sz w:val="20"/>``, "" where there is none."""
    found = element.find(child)
    return found.get("w-val", "") if found is not None else ""


def shade_of(shading: Element | None, styles: Styles) -> str | None:
    """Return the colour behind shaded text as six hex digits; None where nothing is shaded."""
    if shading is None:
        return None
    fill = styles.color(shading, "w-fill", "w-themeFill")
    pattern = shading.get("w-val", "clear")
    if pattern == "solid":
        return styles.color(shading, "w-color", "w-themeColor") or "000000"
    share = _number(pattern[3:]) if pattern.startswith("pct") else None
    if share is not None:
        return _mixed(fill or "FFFFFF", styles.color(shading, "w-color", "w-themeColor") or "000000", share / 100)
    return fill or None


def _switch(element: Element | None) -> bool | None:
    return None if element is None else element.get("w-val", "1").lower() not in _OFF


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _transparent(fill: Element) -> bool:
    if fill.find("w14-noFill") is not None:
        return True
    alpha = next(fill.iter("w14-alpha"), None)
    amount = _number(alpha.get("w14-val", "")) if alpha is not None else None
    return amount is not None and amount > 90_000


def _tinted(code: str, tint: str | None, shade: str | None) -> str:
    """Apply a tint (towards white) or a shade (towards black), each given as two hex digits of what stays."""
    for towards, amount in (("FFFFFF", tint), ("000000", shade)):
        if amount and re.fullmatch(r"[0-9A-Fa-f]{1,2}", amount):
            code = _mixed(towards, code, int(amount, 16) / 255)
    return code.upper()


def _mixed(base: str, over: str, share: float) -> str:
    pairs = ((int(base[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{min(255, max(0, round(b + (o - b) * share))):02X}" for b, o in pairs)

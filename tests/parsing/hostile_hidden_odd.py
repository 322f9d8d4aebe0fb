"""Rarer ways to hide words: groups, blending, masks, patterns, letters of drawings; ODT and RTF; and their controls."""

from __future__ import annotations

from tests.parsing.build_pdf import RESUME, escaped, pdf_of, shown
from tests.parsing.hostile_case import Hostile
from tests.parsing.test_odt import odt_of

__all__ = ["ODD_HIDDEN_CASES"]

TERMS = ("Fortran", "Haskell", "Erlang", "COBOL", "Prolog", "Clojure", "Elixir", "Smalltalk")
_LINE = " ".join(TERMS)
_SAID = frozenset({"hidden_text"})
_VISIBLE = shown(RESUME)
_BOX = b"60 290 500 30 re f "


def _stream(data: bytes, entries: bytes) -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def _text(before: bytes, *, font: bytes = b"F1") -> bytes:
    return b"q %s BT /%s 11 Tf 72 300 Td (%s) Tj ET Q" % (before, font, escaped(_LINE))


def _pdf(hidden: bytes, resources: bytes = b"", *extra: bytes, page: bytes = b"") -> bytes:
    return pdf_of([_VISIBLE + b"\n" + hidden], resources=resources, page_entries=page, extra=extra)


_FONT = b"/Resources << /Font << /F1 1 0 R >> /ExtGState << /Whole << /ca 1 /CA 1 /SMask /None >> >> >>"
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] " + _FONT
_GROUP = _FORM + b" /Group << /S /Transparency >>"
_STATES = (
    b"/ExtGState << /Thin << /ca 0 /CA 0 >> /Times << /BM /Multiply >> /Screen << /BM /Screen >> "
    b"/Mask << /SMask << /S /Luminosity /G 2 0 R >> >> /Faint << /ca 0.2 >> >> "
)
_TILES = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>"
_IMAGE = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
_FADE = (
    b"/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function "
    b"<< /FunctionType 2 /N 1 /C0 [%d] /C1 [%d] >> >> >>"
)
_PATTERN = b"/Pattern << /P 2 0 R >>"
_DRAW = b"q 500 0 0 30 60 290 cm /I Do Q "
_PICTURE = b"/XObject << /I 2 0 R >>"
_LETTERS = (
    b"/T3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 "
    b"/LastChar 126 /Widths [%s] /CharProcs << %s >> /Encoding << /Differences [32 %s] >> /Resources << >> >>"
)
_NAMES = [f"n{code}" if not chr(code).isalpha() else chr(code) for code in range(32, 127)]


def _drawn_letters(drawing: bytes) -> bytes:
    """A resume with the hidden line in a font whose letters are all the same drawing."""
    procs = " ".join(f"/{name} 2 0 R" for name in _NAMES).encode()
    names = " ".join(f"/{name}" for name in _NAMES).encode()
    letters = _LETTERS % (b"600 " * len(_NAMES), procs, names)
    data = _pdf(_text(b"", font=b"T3"), b"", _stream(drawing, b""))
    # The font belongs into the resources' dictionary of fonts, which the builder writes.
    return data.replace(b"/F1 1 0 R", b"/F1 1 0 R " + letters, 1)


_PDFS = {
    "transparent group": _pdf(
        b"q /Thin gs /X Do Q", _STATES + b"/XObject << /X 2 0 R >>", _stream(_text(b"/Whole gs"), _GROUP)
    ),
    "white that multiplies": _pdf(b"q 0.8 g " + _BOX + b"Q " + _text(b"/Times gs 1 g"), _STATES),
    "black that lightens": _pdf(_text(b"/Screen gs 0 g"), _STATES),
    "light and thin": _pdf(_text(b"/Faint gs 0.75 g"), _STATES),
    "soft mask of nothing": _pdf(_text(b"/Mask gs"), _STATES, _stream(b"", _GROUP)),
    "soft mask of black": _pdf(_text(b"/Mask gs"), _STATES, _stream(b"0 g 0 0 612 792 re f", _GROUP)),
    "pattern of white": _pdf(_text(b"/Pattern cs /P scn"), _PATTERN, _stream(b"1 g 0 0 9 9 re f", _TILES)),
    "pattern of nothing": _pdf(_text(b"/Pattern cs /P scn"), _PATTERN, _stream(b"", _TILES)),
    "white outlines": _pdf(_text(b"1 Tr 1 G")),
    "white in white outlines": _pdf(_text(b"2 Tr 1 G 1 g")),
    "white on a bar that is not painted": _pdf(b"q 60 w 0 G 0 300 m 612 300 l n Q " + _text(b"1 g")),
    "white on a white picture": _pdf(_DRAW + _text(b"1 g"), _PICTURE, _stream(b"\xff", _IMAGE)),
    "white on a white shading": _pdf(b"q 60 290 500 30 re W n /S sh Q " + _text(b"1 g"), _FADE % (1, 1)),
    "under a picture with an opaque mask": _pdf(
        _text(b"") + _DRAW, _PICTURE, _stream(b"\x80", _IMAGE + b" /SMask 3 0 R"), _stream(b"\xff", _IMAGE)
    ),
    "under a note": _pdf(
        _text(b""),
        b"",
        b"<< /Type /Annot /Subtype /Stamp /Rect [60 290 560 320] /AP << /N 3 0 R >> >>",
        _stream(b"1 g 0 0 500 30 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 500 30]"),
        page=b"/Annots [2 0 R]",
    ),
    "outside of letters that clip": _pdf(b"q BT 7 Tr /F1 9 Tf 72 20 Td (.) Tj ET 0 Tr " + _text(b"") + b" Q"),
    "letters of a font that draws nothing": _drawn_letters(b"600 0 d0"),
    "letters of a font that draws in white": _drawn_letters(b"600 0 d0 1 g 0 0 600 700 re f"),
    "layer that shows if all are off": _pdf(
        b"/OC /L BDC " + _text(b"") + b" EMC",
        b"/Properties << /L << /Type /OCMD /OCGs [2 0 R] /P /AllOff >> >>",
        b"<< /Type /OCG /Name (on) >>",
    ),
}
_SEEN_PDFS = {
    "white on a picture": _pdf(_DRAW + _text(b"1 g"), _PICTURE, _stream(b"\x40", _IMAGE)),
    "white on a shading": _pdf(b"q 60 290 500 30 re W n /S sh Q " + _text(b"1 g"), _FADE % (0, 1)),
    "black that multiplies": _pdf(_text(b"/Times gs"), _STATES),
    "soft mask of white": _pdf(_text(b"/Mask gs"), _STATES, _stream(b"1 g 0 0 612 792 re f", _GROUP)),
    "pattern of black": _pdf(_text(b"/Pattern cs /P scn"), _PATTERN, _stream(b"0 0 9 9 re f", _TILES)),
    "white with black outlines": _pdf(_text(b"2 Tr 1 g 0 G")),
    "letters of drawings": _drawn_letters(b"600 0 0 0 600 700 d1 0 0 600 700 re f"),
    "group": _pdf(b"/X Do", b"/XObject << /X 2 0 R >>", _stream(_text(b""), _GROUP)),
}

_STYLE = '<style:style style:name="T" style:family="text"><style:text-properties %s/></style:style>'
_ODT_LINES = "".join(f"<text:p>{line}</text:p>" for line in RESUME)
_ODT_HIDDEN = f'{_ODT_LINES}<text:p><text:span text:style-name="T">{_LINE}</text:span></text:p>'
_ODTS = {
    "marked as hidden": odt_of(_ODT_HIDDEN, styles=_STYLE % 'text:display="none"'),
    "white": odt_of(_ODT_HIDDEN, styles=_STYLE % 'fo:color="#FFFFFF"'),
    "one point": odt_of(_ODT_HIDDEN, styles=_STYLE % 'fo:font-size="1pt"'),
    "hidden section": odt_of(
        f'{_ODT_LINES}<text:section text:name="s" text:display="none"><text:p>{_LINE}</text:p></text:section>'
    ),
}
_RTF_HEAD = r"{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red0\green0\blue64;}" + "\\par ".join(RESUME) + "\\par "
_RTFS = {
    "marked as hidden": rf"{{\v {_LINE}}}",
    "marked as hidden without a group": rf"\v {_LINE}\v0  end",
    "white": rf"{{\cf1 {_LINE}}}",
    "half a point": rf"{{\fs1 {_LINE}}}",
}
_SEEN_RTFS = {"white on dark": rf"{{\cf1\chcbpat2 {_LINE}}}", "no longer hidden": rf"{{\v\v0 {_LINE}}}"}


def _hidden(name: str, data: bytes, filename: str = "resume.pdf") -> Hostile:
    return Hostile(name, lambda: data, filename, warnings=_SAID, shown=("Eastmoor",), absent=TERMS)


def _seen(name: str, data: bytes, filename: str = "resume.pdf") -> Hostile:
    return Hostile(name, lambda: data, filename, shown=TERMS, all_seen=True)


ODD_HIDDEN_CASES = (
    *(_hidden(f"PDF hidden: {name}", data) for name, data in _PDFS.items()),
    *(_seen(f"PDF seen: {name}", data) for name, data in _SEEN_PDFS.items()),
    *(_hidden(f"ODT hidden: {name}", data, "resume.odt") for name, data in _ODTS.items()),
    *(_hidden(f"RTF hidden: {name}", f"{_RTF_HEAD}{run}}}".encode(), "resume.rtf") for name, run in _RTFS.items()),
    *(_seen(f"RTF seen: {name}", f"{_RTF_HEAD}{run}}}".encode(), "resume.rtf") for name, run in _SEEN_RTFS.items()),
)

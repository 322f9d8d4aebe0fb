"""Files with words that a reader cannot see, and controls whose light or small words can be seen."""

from __future__ import annotations

from tests.parsing.build_docx import docx_of, paragraph, part, table, text_box
from tests.parsing.build_pdf import RESUME, escaped, pdf_of, shown
from tests.parsing.hostile_case import Hostile

__all__ = ["HIDDEN_CASES"]

TERMS = ("Fortran", "Haskell", "Erlang", "COBOL", "Prolog", "Clojure", "Elixir", "Smalltalk")
_LINE = " ".join(TERMS)
_VISIBLE = shown(RESUME)
_SAID = frozenset({"hidden_text"})


def _text(operators: bytes, *, size: float = 11, x: float = 72, y: float = 300) -> bytes:
    return b"q %s BT /F1 %g Tf %g %g Td (%s) Tj ET Q" % (operators, size, x, y, escaped(_LINE))


def _pdf(
    hidden: bytes, *, resources: bytes = b"", page: bytes = b"", catalog: bytes = b"", extra: tuple[bytes, ...] = ()
) -> bytes:
    return pdf_of([_VISIBLE + b"\n" + hidden], resources=resources, page_entries=page, catalog=catalog, extra=extra)


_BOX = b"0 0 1 rg 60 290 500 30 re f "
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n\x80\nendstream"
)
_LAYER = b"<< /Type /OCG /Name (off) >>"
_SEE_THROUGH = b"/ExtGState << /G << /ca 0 /CA 0 >> >>"

_PDFS = {
    "white, grey scale": _pdf(_text(b"1 g")),
    "white, RGB": _pdf(_text(b"1 1 1 rg")),
    "white, CMYK": _pdf(_text(b"0 0 0 0 k")),
    "near white": _pdf(_text(b"0.98 0.98 0.98 rg")),
    "render mode 3": _pdf(_text(b"3 Tr")),
    "render mode 3 kept over text objects": _pdf(b"q BT 3 Tr ET " + _text(b"") + b" Q"),
    "render mode 7": _pdf(_text(b"7 Tr")),
    "left of the page": _pdf(_text(b"", x=-5000)),
    "below the page": _pdf(_text(b"", y=-300)),
    "outside the crop box": _pdf(_text(b"", y=20), page=b"/CropBox [0 100 612 792]"),
    "one point": _pdf(_text(b"", size=1)),
    "scaled down": _pdf(_text(b"0.05 0 0 0.05 72 300 cm", size=11, x=0, y=0)),
    "squeezed": _pdf(_text(b"1 Tz")),
    "covered by a box": _pdf(_text(b"") + b" q " + _BOX + b" Q"),
    "covered by a picture": _pdf(
        _text(b"") + b" q 500 0 0 30 60 290 cm /I Do Q", resources=b"/XObject << /I 2 0 R >>", extra=(_PICTURE,)
    ),
    "colour of the box behind": _pdf(b"q " + _BOX + b"Q " + _text(b"0 0 1 rg")),
    "transparent": _pdf(_text(b"/G gs"), resources=_SEE_THROUGH),
    "layer switched off": _pdf(
        b"/OC /L BDC " + _text(b"") + b" EMC",
        resources=b"/Properties << /L 2 0 R >>",
        catalog=b"/OCProperties << /OCGs [2 0 R] /D << /OFF [2 0 R] >> >>",
        extra=(_LAYER,),
    ),
    "clipped away": _pdf(b"q 0 0 5 5 re W n " + _text(b"") + b" Q"),
}
_SEEN_PDFS = {
    "white on a dark box": _pdf(b"q " + _BOX + b"Q " + _text(b"1 g")),
    "seven points": _pdf(_text(b"", size=7)),
    "grey": _pdf(_text(b"0.55 g")),
}

_LINES = "".join(paragraph(line) for line in RESUME)
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    "</a:clrScheme></a:themeElements></a:theme>"
)
_STYLE = part(
    "styles",
    '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Ghost"/></w:style>',
)
_DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'


def _docx(run: str, *, properties: str = "") -> bytes:
    return docx_of(
        _LINES + paragraph(_LINE, run=run, properties=properties),
        parts={"word/theme/theme1.xml": _THEME, "word/styles.xml": _STYLE},
        relations={"t": ("theme", "theme/theme1.xml"), "s": ("styles", "styles.xml")},
    )


_DOCXS = {
    "vanish": _docx("<w:vanish/>"),
    "white": _docx('<w:color w:val="FFFFFF"/>'),
    "near white": _docx('<w:color w:val="FDFDFD"/>'),
    "theme white": _docx('<w:color w:val="000000" w:themeColor="background1"/>'),
    "half a point": _docx('<w:sz w:val="1"/>'),
    "by style": _docx('<w:rStyle w:val="Heir"/>'),
    "colour of its shading": _docx('<w:color w:val="1F3864"/>' + _DARK),
    "squeezed": _docx('<w:w w:val="1"/>'),
    "no fill": _docx("<w14:textFill><w14:noFill/></w14:textFill>"),
    "line of no height": _docx("", properties='<w:spacing w:line="1" w:lineRule="exact"/>'),
    "white in a table": docx_of(_LINES + table([[paragraph(_LINE, run='<w:color w:val="FFFFFF"/>')]])),
    "white in a text box": docx_of(
        _LINES + "<w:p>" + text_box(paragraph(_LINE, run='<w:color w:val="FFFFFF"/>')) + "</w:p>"
    ),
}
_WHITE = '<w:color w:val="FFFFFF"/>'
_SEEN_DOCXS = {
    "white on dark shading": _docx(_WHITE + _DARK),
    "white in a dark paragraph": _docx(_WHITE, properties=_DARK),
    "white in a dark cell": docx_of(_LINES + table([[f"<w:tcPr>{_DARK}</w:tcPr>" + paragraph(_LINE, run=_WHITE)]])),
    "white in a dark text box": docx_of(
        _LINES
        + "<w:p>"
        + text_box(paragraph(_LINE, run=_WHITE), filled='<a:solidFill><a:srgbClr val="203040"/></a:solidFill>')
        + "</w:p>"
    ),
    "grey": _docx('<w:color w:val="A6A6A6"/>'),
    "six points": _docx('<w:sz w:val="12"/>'),
}

HIDDEN_CASES = (
    *(
        Hostile(f"PDF hidden: {name}", lambda d=data: d, warnings=_SAID, shown=("Eastmoor",), absent=TERMS)
        for name, data in _PDFS.items()
    ),
    *(Hostile(f"PDF seen: {name}", lambda d=data: d, shown=TERMS, all_seen=True) for name, data in _SEEN_PDFS.items()),
    *(
        Hostile(
            f"Word hidden: {name}", lambda d=data: d, "resume.docx", warnings=_SAID, shown=("Eastmoor",), absent=TERMS
        )
        for name, data in _DOCXS.items()
    ),
    *(
        Hostile(f"Word seen: {name}", lambda d=data: d, "resume.docx", shown=TERMS, all_seen=True)
        for name, data in _SEEN_DOCXS.items()
    ),
)

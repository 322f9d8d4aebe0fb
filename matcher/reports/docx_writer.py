"""Writes plain Word files (Office Open XML): title, headings, paragraphs and bullets, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

__all__ = ["write_docx"]

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Style ids and names are Word's own, so that its outline and every reader know them. Sizes are half points.
_STYLES = {
    "Title": ("Title", 36, True, 0),
    "Heading1": ("heading 1", 26, True, 240),
    "Heading2": ("heading 2", 22, True, 160),
    "ListBullet": ("List Bullet", 21, False, 40),
}
_BULLET = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_RULE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="7A828C"/></w:pBdr>'
    '<w:spacing w:before="240" w:after="0"/>'
)


def write_docx(blocks: Iterable[tuple[str, str]], *, title: str) -> bytes:
    """Return a Word file of blocks in their order.

    Args:
        blocks: pairs of a style ("Title", "Heading1", "Heading2", "ListBullet", "Rule" for a line to write on, "" for
            plain) and a text. A style that ends in "+" keeps the block on one page with the next one.
        title: for the file's properties.
    """
    body = "".join(_paragraph(style, text) for style, text in blocks)
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'  # noqa: E501 - one element
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>',
        "word/document.xml": f'<w:document xmlns:w="{_MAIN}"><w:body>{body}{page}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(
            ("styles", f"{_OFFICE}/styles", "styles.xml"), ("numbering", f"{_OFFICE}/numbering", "numbering.xml")
        ),
        "word/styles.xml": f'<w:styles xmlns:w="{_MAIN}">{_styles()}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_MAIN}">{_BULLET}</w:numbering>',
    }
    return _archive(parts)


def _archive(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            # A fixed time: the clock would give other bytes on every day.
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, _HEAD + text)
    return out.getvalue()


def _paragraph(style: str, text: str) -> str:
    kept, style = style.endswith("+"), style.rstrip("+")
    properties = f'<w:pStyle w:val="{style}"/>' if style in _STYLES else ""
    # The order of these is fixed by the schema of paragraph properties.
    properties += "<w:keepNext/><w:keepLines/>" if kept else ""
    if style == "ListBullet":
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    if style == "Rule":
        properties += _RULE
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _styles() -> str:
    usual = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'  # noqa: E501 - one element
    return usual + "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr><w:spacing w:before="{before}" '
        f'w:after="60"/></w:pPr><w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for key, (name, size, bold, before) in _STYLES.items()
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{to}"/>' for key, kind, to in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    named = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/numbering.xml": f"{_WORD}.numbering+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    inner = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in named.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )

"""Writes small Word files part by part, sound ones and broken ones."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from tests.parsing.build_pdf import RESUME

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into an archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def paragraph(text: str, *, run: str = "", properties: str = "") -> str:
    """Return a paragraph of one run; ``run`` are run properties, ``properties`` those of the paragraph."""
    inner = f"<w:rPr>{run}</w:rPr>" if run else ""
    outer = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{outer}<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(rows: Sequence[Sequence[str]], properties: str = "") -> str:
    """Return a table of cells that hold block markup."""
    body = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{body}</w:tbl>"


def text_box(content: str, *, filled: str = "", behind: str = "0") -> str:
    """Return a run with a text box in both forms, as Word writes it: the newer one and its fallback."""
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wp:anchor behindDoc='{behind}'><wp:extent cx='2000000' cy='2000000'/><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:spPr>{filled}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def docx_of(
    body: str,
    *,
    parts: Mapping[str, str | bytes] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
    main_type: str = MAIN_TYPE,
    strict: bool = False,
) -> bytes:
    """Write a Word file.

    Args:
        body: markup of the body.
        parts: further parts by name, markup of a root element's inside or bytes as they are.
        relations: id to (kind, target) for what the main part refers to; a target with "://" is external.
        main_type: content type of the main part.
        strict: write the strict dialect.
    """
    base = STRICT_OFFICE if strict else OFFICE
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": relations_part({"rId1": ("officeDocument", "word/document.xml")}, base),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations_part(relations or {}, base),
    }
    if strict:
        main = str(files["word/document.xml"])
        main = main.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        )
        files["word/document.xml"] = main.replace(OFFICE, STRICT_OFFICE)
    files.update(parts or {})
    return zipped(files)


def relations_part(relations: Mapping[str, tuple[str, str]], base: str = OFFICE) -> str:
    """Return a relationships part."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{base}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def part(tag: str, inside: str) -> str:
    """Return a part with a root element of the main namespace."""
    return f"<w:{tag} {NAMESPACES}>{inside}</w:{tag}>"


def clean_docx() -> bytes:
    """Return a sound resume."""
    return docx_of("".join(paragraph(line) for line in RESUME))

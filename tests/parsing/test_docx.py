"""Word files as a whole: which parts are read, in which order, and what is told."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from matcher.errors import InputError
from matcher.parsing.docx import read_docx
from matcher.parsing.limits import Limits
from tests.parsing.build_docx import docx_of, paragraph, part, zipped


def _lines(data: bytes) -> list[str]:
    return [run.text for run in read_docx(data, Limits()).pages[0].runs]


def _codes(data: bytes) -> set[str]:
    return {warning.code for warning in read_docx(data, Limits()).warnings}


def _with_margins(settings: str = "", section: str = "") -> bytes:
    """A file with three headers, one footer, a footnote and an endnote."""
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="h{number}"/>'
        for number, kind in enumerate(("default", "first", "even"))
    )
    body = (
        paragraph("body") + f'<w:sectPr>{references}<w:footerReference w:type="default" r:id="f"/>{section}</w:sectPr>'
    )
    return docx_of(
        body,
        parts={
            "word/header0.xml": part("hdr", paragraph("Mara") + paragraph("mara@example.com")),
            "word/header1.xml": part("hdr", paragraph("Mara") + paragraph("first page")),
            "word/header2.xml": part("hdr", paragraph("even page")),
            "word/header3.xml": part("hdr", paragraph("never used")),
            "word/footer0.xml": part("ftr", paragraph("foot")),
            "word/footnotes.xml": part("footnotes", f"<w:footnote>{paragraph('footnote')}</w:footnote>"),
            "word/endnotes.xml": part("endnotes", f"<w:endnote>{paragraph('endnote')}</w:endnote>"),
            "word/settings.xml": part("settings", settings),
        },
        relations={
            **{f"h{number}": ("header", f"header{number}.xml") for number in range(4)},
            "f": ("footer", "/word/footer0.xml"),
            "n": ("footnotes", "footnotes.xml"),
            "e": ("endnotes", "endnotes.xml"),
            "s": ("settings", "settings.xml"),
        },
    )


def test_headers_come_first_and_notes_last() -> None:
    assert _lines(_with_margins()) == ["Mara", "mara@example.com", "body", "foot", "footnote", "endnote"]


def test_headers_that_are_shown_come_once_and_others_not_at_all() -> None:
    data = _with_margins("<w:evenAndOddHeaders/>", "<w:titlePg/>")

    assert _lines(data)[:5] == ["Mara", "first page", "mara@example.com", "even page", "body"]


def test_the_strict_dialect_reads_the_same() -> None:
    body = paragraph("Mara") + paragraph("Engineer", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')

    assert _lines(docx_of(body, strict=True)) == _lines(docx_of(body)) == ["Mara", "• Engineer"]


def test_the_main_part_may_have_another_name() -> None:
    data = docx_of(
        "",
        parts={
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="a" Type="x/officeDocument" Target="/word/main7.xml"/></Relationships>',
            "word/main7.xml": part("document", f"<w:body>{paragraph('Mara')}</w:body>"),
        },
    )

    assert _lines(data) == ["Mara"]


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ({}, set()),
        ({"a": ("hyperlink", "https://example.org")}, set()),
        ({"a": ("image", "https://example.org/i.png")}, {"external_references"}),
        ({"a": ("attachedTemplate", "file:///c/x.dotm")}, {"external_references"}),
        ({"a": ("package", "embeddings/x.xlsx")}, {"embedded_files"}),
        ({"a": ("aFChunk", "chunk.htm")}, {"embedded_files"}),
        ({"a": ("control", "activeX1.xml")}, {"active_content"}),
    ],
)
def test_what_else_the_file_holds_is_told(relations: dict[str, tuple[str, str]], expected: set[str]) -> None:
    assert _codes(docx_of(paragraph("Mara"), relations=relations)) == expected


def test_an_empty_comments_part_is_no_comment() -> None:
    relations = {"c": ("comments", "comments.xml")}

    assert (
        _codes(docx_of(paragraph("x"), parts={"word/comments.xml": part("comments", "")}, relations=relations)) == set()
    )


@pytest.mark.parametrize(
    ("main_type", "words"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macros"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "PowerPoint"),
    ],
)
def test_other_files_in_the_same_wrapping_are_named(main_type: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as refused:
        read_docx(docx_of(paragraph("x"), main_type=main_type), Limits())

    assert refused.value.code == "type_unsupported"


def test_a_template_is_read_like_a_document() -> None:
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

    assert _lines(docx_of(paragraph("Mara"), main_type=main_type)) == ["Mara"]


def test_a_dark_page_makes_white_text_visible() -> None:
    white = paragraph("light", run='<w:color w:val="FFFFFF"/>')
    data = docx_of(white, parts={"word/settings.xml": part("settings", "<w:displayBackgroundShape/>")},
                   relations={"s": ("settings", "settings.xml")})  # fmt: skip
    dark = _replaced(data, "<w:body>", '<w:background w:color="102030"/><w:body>')

    assert _lines(dark) == ["light"]
    assert _lines(data) == []


def _replaced(data: bytes, old: str, new: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zipped({name: archive.read(name).replace(old.encode(), new.encode()) for name in archive.namelist()})

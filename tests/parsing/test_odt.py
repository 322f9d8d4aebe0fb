"""OpenDocument texts."""

from __future__ import annotations

import pytest

from matcher.errors import InputError
from matcher.parsing.limits import Limits
from matcher.parsing.odt import read_odt
from matcher.parsing.page import ReadResult
from tests.parsing.build_docx import zipped

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
    )
)
NAMESPACES = f'{_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt_of(body: str, *, styles: str = "", shared: str = "", parts: dict[str, str] | None = None) -> bytes:
    """Write an OpenDocument text: ``styles`` are automatic styles, ``shared`` is the inside of styles.xml."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": f"<office:document-styles {NAMESPACES}>{shared}</office:document-styles>",
            **(parts or {}),
        }
    )


def _style(name: str, properties: str, family: str = "text") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {properties}/></style:style>'
    )


def _read(data: bytes) -> ReadResult:
    return read_odt(data, Limits())


def _lines(data: bytes) -> list[str]:
    return [run.text for run in _read(data).pages[0].runs]


def _cell(text: str) -> str:
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


_INNER = "<text:list><text:list-item><text:p>two</text:p></text:list-item></text:list>"
_LIST = (
    "<text:list><text:list-item><text:p>one</text:p><text:p>more</text:p></text:list-item>"
    f"<text:list-item>{_INNER}</text:list-item></text:list>"
)
_BOX = "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
_NOTE = (
    "<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>n</text:p></text:note-body></text:note>"
)
_LOCKED = f"<manifest:x {NAMESPACES}><manifest:encryption-data/></manifest:x>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>Mara</text:p><text:h>Skills</text:h>", ["Mara", "Skills"]),
        ("<text:p>Go <text:span>and</text:span> Rust</text:p>", ["Go and Rust"]),
        ("<text:p>2019<text:tab/>Acme</text:p>", ["2019   Acme"]),
        ("<text:p>a<text:line-break/>b</text:p>", ["a", "b"]),
        ("<text:p>a<text:s text:c='3'/>b</text:p>", ["a   b"]),
        ("<text:p><text:a xlink:href='x'>link</text:a></text:p>", ["link"]),
        (_LIST, ["• one", "more", "• two"]),
        (
            f"<table:table><table:table-row>{_cell('2019')}{_cell('Acme')}</table:table-row></table:table>",
            ["2019   Acme"],
        ),
        (f"<text:p>a{_BOX}</text:p>", ["a", "box"]),
        (f"<text:p>a{_NOTE}</text:p><text:p>b</text:p>", ["a", "b", "n"]),
        ("<text:section><text:p>in</text:p></text:section>", ["in"]),
        ("<text:p>Page <text:page-number>2</text:page-number></text:p>", ["Page "]),
        ("<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>", ["new"]),
        ("<text:p>a<office:annotation><text:p>note</text:p></office:annotation>b</text:p>", ["ab"]),
    ],
)
def test_the_text_is_what_a_reader_sees(body: str, expected: list[str]) -> None:
    assert _lines(odt_of(body)) == expected


def test_headers_come_first_and_footers_last() -> None:
    shared = (
        "<style:header><text:p>Mara</text:p></style:header><style:header-left><text:p>Mara</text:p></style:header-left>"
        "<style:footer><text:p>foot</text:p></style:footer>"
    )

    assert _lines(odt_of("<text:p>body</text:p>", shared=shared)) == ["Mara", "body", "foot"]


@pytest.mark.parametrize(
    "properties",
    ['text:display="none"', 'fo:color="#ffffff"', 'fo:font-size="1pt"', 'style:text-scale="1%"'],
)
def test_hidden_text_is_kept_apart(properties: str) -> None:
    body = '<text:p>seen <text:span text:style-name="T">ghost</text:span></text:p>'

    result = _read(odt_of(body, styles=_style("T", properties)))

    assert [hidden.text for hidden in result.hidden] == ["ghost"]
    assert "ghost" not in result.pages[0].runs[0].text
    assert [warning.code for warning in result.warnings] == ["hidden_text"]


def test_white_on_a_dark_cell_is_seen() -> None:
    styles = _style("T", 'fo:color="#ffffff"') + (
        '<style:style style:name="C" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#102030"/></style:style>'
    )
    cell = '<table:table-cell table:style-name="C"><text:p><text:span text:style-name="T">seen</text:span></text:p>'

    assert _lines(odt_of(f"<table:table><table:table-row>{cell}</table:table-cell></table:table-row></table:table>",
                         styles=styles)) == ["seen"]  # fmt: skip


def test_a_hidden_section_is_kept_apart() -> None:
    result = _read(odt_of('<text:section text:display="none"><text:p>ghost</text:p></text:section><text:p>x</text:p>'))

    assert [hidden.text for hidden in result.hidden] == ["ghost"]


@pytest.mark.parametrize(
    ("parts", "body", "code"),
    [
        ({"Basic/Standard/Module1.xml": "<x/>"}, "", "active_content"),
        ({"Object 1/content.xml": "<x/>"}, "", "embedded_files"),
        ({}, '<text:p><draw:image xlink:href="https://example.org/i.png"/></text:p>', "external_references"),
        ({}, "<text:tracked-changes><text:p>old</text:p></text:tracked-changes>", "ignored_parts"),
    ],
)
def test_what_else_the_file_holds_is_told(parts: dict[str, str], body: str, code: str) -> None:
    warnings = _read(odt_of(f"<text:p>x</text:p>{body}", parts=parts)).warnings

    assert [warning.code for warning in warnings] == [code]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"META-INF/manifest.xml": _LOCKED}, "password_protected"),
        ({"content.xml": "<!DOCTYPE x><x/>"}, "file_unsafe"),
        ({"content.xml": "<x/>"}, "file_corrupt"),
    ],
)
def test_odd_files_are_refused(parts: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as refused:
        _read(odt_of("<text:p>x</text:p>", parts=parts))

    assert refused.value.code == code

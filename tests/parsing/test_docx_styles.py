"""Styles of Word files and what they add up to."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from matcher.parsing.docx_styles import Look, ParagraphStyle, Styles
from matcher.parsing.limits import ZipLimits
from matcher.parsing.xml_tree import ElementCount, parse_xml
from tests.parsing.build_docx import NAMESPACES, part

STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/>'
    '<w:rPr><w:sz w:val="30"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/>'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr>'
    "</w:tblStylePr></w:style>",
)


def _parse(markup: str) -> Element:
    return parse_xml(markup.encode(), ElementCount(ZipLimits()))


@pytest.fixture
def styles() -> Styles:
    return Styles.load(_parse(STYLES), None)


def _properties(inside: str) -> Element:
    return _parse(f"<w:rPr {NAMESPACES}>{inside}</w:rPr>")


def test_a_style_takes_over_what_it_is_based_on(styles: Styles) -> None:
    assert styles.defaults.size == 11
    assert styles.default_paragraph == "Normal"
    assert styles.look_of_style("Mine") == Look(bold=True, size=15)
    assert styles.paragraph_style("Mine") == ParagraphStyle(heading=True)
    assert styles.paragraph_style("Item") == ParagraphStyle(listed=True)


def test_styles_in_a_circle_and_unknown_ones_end(styles: Styles) -> None:
    assert styles.look_of_style("B").vanish is True
    assert styles.look_of_style("nowhere") == Look()
    assert styles.look_of_style(None) == Look()


def test_a_table_style_with_colours_is_told(styles: Styles) -> None:
    assert styles.table_may_shade("Dark")
    assert not styles.table_may_shade("Normal")


@pytest.mark.parametrize(
    ("inside", "color"),
    [
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ('<w:color w:val="auto"/>', ""),
        ('<w:color w:val="odd"/>', ""),
        ('<w:color w:val="000000" w:themeColor="background1"/>', "FFFFFF"),
        ('<w:color w:val="000000" w:themeColor="background1" w:themeShade="80"/>', "808080"),
        ('<w:color w:val="FFFFFF" w:themeColor="text1" w:themeTint="80"/>', "7F7F7F"),
        ('<w:color w:val="FFFFFF" w:themeColor="text1"/>', "000000"),
        ('<w:color w:val="4472C4" w:themeColor="accent1"/>', "4472C4"),
        ("", None),
    ],
)
def test_a_colour_of_the_theme_goes_before_the_value(styles: Styles, inside: str, color: str | None) -> None:
    assert styles.look(_properties(inside)).color == color


@pytest.mark.parametrize(
    ("inside", "shade"),
    [
        ('<w:shd w:val="clear" w:fill="102030"/>', "102030"),
        ('<w:shd w:val="clear" w:fill="auto"/>', None),
        ('<w:shd w:val="solid" w:color="102030"/>', "102030"),
        ('<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>', "808080"),
        ('<w:highlight w:val="yellow"/>', "FFFF00"),
        ("", None),
    ],
)
def test_what_lies_behind_a_run(styles: Styles, inside: str, shade: str | None) -> None:
    assert styles.look(_properties(inside)).shade == shade


def test_the_theme_is_read_from_its_part() -> None:
    theme = _parse(
        f'<a:theme {NAMESPACES}><a:clrScheme><a:accent1><a:srgbClr val="ABCDEF"/></a:accent1></a:clrScheme></a:theme>'
    )

    assert Styles.load(None, theme).theme["accent1"] == "ABCDEF"

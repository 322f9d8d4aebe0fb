"""What colour lies behind text in shapes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from matcher.parsing.docx_drawings import box_background, is_backdrop, is_off_page
from matcher.parsing.docx_inline import Background
from matcher.parsing.docx_styles import Styles
from matcher.parsing.limits import ZipLimits
from matcher.parsing.xml_tree import ElementCount, parse_xml
from tests.parsing.build_docx import NAMESPACES


def _element(markup: str) -> Element:
    root = parse_xml(f"<w:x {NAMESPACES}>{markup}</w:x>".encode(), ElementCount(ZipLimits()))
    return root[0]


@pytest.mark.parametrize(
    ("shape", "color"),
    [
        ("<wps:wsp/>", "FFFFFF"),
        ("<wps:wsp><wps:spPr><a:noFill/></wps:spPr></wps:wsp>", "FFFFFF"),
        ('<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="102030"/></a:solidFill></wps:spPr></wps:wsp>', "102030"),
        ('<wps:wsp><wps:spPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></wps:spPr></wps:wsp>', "000000"),
        ('<wps:wsp><wps:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></wps:spPr></wps:wsp>', None),
        ("<wps:wsp><wps:spPr><a:gradFill/></wps:spPr></wps:wsp>", None),
        ('<wps:wsp><wps:spPr/><wps:style><a:fillRef idx="1"/></wps:style></wps:wsp>', None),
        ('<wps:wsp><wps:spPr/><wps:style><a:fillRef idx="0"/></wps:style></wps:wsp>', "FFFFFF"),
        ("<v:shape/>", "FFFFFF"),
        ('<v:rect fillcolor="#102030 [3204]"/>', "102030"),
        ('<v:rect fillcolor="black"/>', "000000"),
        ('<v:rect fillcolor="teal"/>', None),
        ('<v:rect filled="f" fillcolor="#102030"/>', "FFFFFF"),
    ],
)
def test_a_box_has_the_colour_of_its_fill(shape: str, color: str | None) -> None:
    styles = Styles.load(None, None)

    assert box_background(_element(shape), styles, Background()).color == color


@pytest.mark.parametrize(
    ("attributes", "inside", "expected"),
    [
        ('behindDoc="1"', "<a:blip/>", True),
        ('behindDoc="1"', "<wps:spPr><a:solidFill/></wps:spPr>", True),
        ('behindDoc="1"', '<a:fillRef idx="2"/>', True),
        ('behindDoc="1"', "<wps:spPr><a:noFill/></wps:spPr>", False),
        ('behindDoc="0"', "<a:blip/>", False),
    ],
)
def test_a_backdrop_is_filled_and_lies_behind(attributes: str, inside: str, expected: bool) -> None:
    markup = f'<wp:anchor {attributes}><wp:extent cx="7000000" cy="2000000"/>{inside}</wp:anchor>'

    assert is_backdrop(_element(markup)) is expected


def test_an_ornament_is_no_backdrop() -> None:
    markup = '<wp:anchor behindDoc="1"><wp:extent cx="70000" cy="70000"/><a:blip/></wp:anchor>'

    assert not is_backdrop(_element(markup))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<wp:posOffset>-99999999</wp:posOffset>", True),
        ("<wp:posOffset>4200000</wp:posOffset>", False),
        ("<wp:posOffset>odd</wp:posOffset>", False),
        ('<v:shape style="position:absolute;margin-left:-5000pt;width:9pt"/>', True),
        ('<v:shape style="left:72pt;top:30in"/>', True),
        ('<v:shape style="margin-left:30pt;margin-top:700pt"/>', False),
    ],
)
def test_a_drawing_far_outside_is_off_the_page(inside: str, expected: bool) -> None:
    assert is_off_page(_element(f"<w:drawing>{inside}</w:drawing>")) is expected

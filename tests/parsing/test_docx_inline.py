"""The inside of Word paragraphs."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from matcher.parsing.docx_inline import Background, InlineReader, Paragraph
from matcher.parsing.docx_styles import Styles
from matcher.parsing.limits import ZipLimits
from matcher.parsing.xml_tree import ElementCount, parse_xml
from tests.parsing.build_docx import NAMESPACES, paragraph


def _element(markup: str) -> Element:
    return parse_xml(markup.replace(">", f" {NAMESPACES}>", 1).encode(), ElementCount(ZipLimits()))


def _read(markup: str) -> Paragraph:
    return InlineReader(Styles()).read(_element(markup), Background())


def _t(text: str, run: str = "") -> str:
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_CODE = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
_ABOVE = "<w:rt><w:r><w:t>above</w:t></w:r></w:rt>"
_RUBY = f"<w:r><w:ruby>{_ABOVE}<w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
_SPARE = f"<mc:Fallback>{_t('two')}</mc:Fallback>"


def _alpha(amount: int) -> str:
    color = f'<w14:srgbClr><w14:alpha w14:val="{amount}"/></w14:srgbClr>'
    return f"<w14:textFill><w14:solidFill>{color}</w14:solidFill></w14:textFill>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (_t("Py") + _t("thon"), "Python"),
        ("<w:r><w:t>2019</w:t><w:tab/><w:t>Acme</w:t></w:r>", "2019   Acme"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one\ntwo"),
        ("<w:r><w:t>back</w:t><w:noBreakHyphen/><w:t>end</w:t></w:r>", "back-end"),
        (f"<w:hyperlink>{_t('mara@example.com')}</w:hyperlink>", "mara@example.com"),
        (f"<w:ins>{_t('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        (f"<w:moveTo>{_t('here')}</w:moveTo><w:moveFrom>{_t('there')}</w:moveFrom>", "here"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{_t('tagged')}</w:sdtContent></w:sdt>", "tagged"),
        (f"<w:smartTag>{_t('place')}</w:smartTag>", "place"),
        (f'<w:fldSimple w:instr="AUTHOR">{_t("Mara")}</w:fldSimple>', "Mara"),
        (f'{_t("Page ")}<w:fldSimple w:instr=" PAGE ">{_t("2")}</w:fldSimple>', "Page "),
        (_mark("begin") + _CODE + _mark("separate") + _t("link") + _mark("end"), "link"),
        (_mark("begin") + _t("code") + _mark("separate") + _t("shown") + _mark("end"), "shown"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>' + _t("item"), "• item"),
        (_RUBY, "base"),
        (f"<mc:AlternateContent><mc:Choice>{_t('one')}</mc:Choice>{_SPARE}</mc:AlternateContent>", "one"),
        (f"<mc:AlternateContent><mc:Choice/>{_SPARE}</mc:AlternateContent>", "two"),
        (_t("seen") + _t("ghost", "<w:vanish/>") + _t("seen"), "seen seen"),
        (_t("seen", '<w:vanish w:val="0"/>'), "seen"),
    ],
)
def test_the_text_is_what_a_reader_sees(inside: str, expected: str) -> None:
    assert _read(f"<w:p>{inside}</w:p>").text == expected


@pytest.mark.parametrize(
    ("run", "why"),
    [
        ("<w:vanish/>", "marked as hidden"),
        ('<w:color w:val="ffffff"/>', "colour of the background"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', "colour of the background"),
        ('<w:sz w:val="2"/>', "too small to read"),
        ('<w:w w:val="1"/>', "squeezed"),
        (_alpha(100_000), "transparent"),
    ],
)
def test_hidden_text_is_kept_apart_with_its_technique(run: str, why: str) -> None:
    read = _read(f"<w:p>{_t('ghost', run)}</w:p>")

    assert (read.text.strip(), read.hidden) == ("", [("ghost", why)])


@pytest.mark.parametrize(
    "run",
    [
        '<w:color w:val="auto"/>',
        '<w:color w:val="808080"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="203040"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:color="203040"/>',
        '<w:sz w:val="14"/>',
        _alpha(20_000),
    ],
)
def test_visible_text_is_read(run: str) -> None:
    assert _read(f"<w:p>{_t('seen', run)}</w:p>").text == "seen"


def test_bold_and_size_are_those_of_most_letters() -> None:
    read = _read("<w:p>" + _t("Engineer, Acme", '<w:b/><w:sz w:val="24"/>') + _t(" x", '<w:sz w:val="20"/>') + "</w:p>")

    assert (read.bold, read.points) == (True, 12.0)


def test_a_list_item_and_a_heading_are_told() -> None:
    item = _read(paragraph("x", properties='<w:numPr><w:numId w:val="3"/></w:numPr>'))
    none = _read(paragraph("x", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'))
    heading = _read(paragraph("x", properties='<w:outlineLvl w:val="0"/>'))

    assert (item.listed, none.listed, heading.heading) == (True, False, True)


def test_left_out_text_is_noticed() -> None:
    reader = InlineReader(Styles())

    reader.read(_element("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"), Background())

    assert reader.left_out

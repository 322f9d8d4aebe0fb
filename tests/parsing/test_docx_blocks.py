"""Paragraphs, tables and text boxes of Word files in reading order."""

from __future__ import annotations

from matcher.parsing.docx_blocks import BlockReader
from matcher.parsing.docx_styles import Styles
from matcher.parsing.limits import ZipLimits
from matcher.parsing.page import Run
from matcher.parsing.xml_tree import ElementCount, parse_xml
from tests.parsing.build_docx import paragraph, part, table, text_box

BOLD = "<w:b/>"
LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def _runs(body: str) -> list[Run]:
    return BlockReader(Styles()).read(parse_xml(part("body", body).encode(), ElementCount(ZipLimits())))


def _lines(body: str) -> list[str]:
    return [run.text for run in _runs(body)]


def _box(*lines: str) -> str:
    return "<w:p>" + text_box("".join(paragraph(line) for line in lines)) + "</w:p>"


def test_list_items_get_a_sign_and_headings_do_not() -> None:
    body = (
        paragraph("Built", properties=LIST)
        + paragraph("• Ran", properties=LIST)
        + paragraph("Skills", properties=LIST + '<w:outlineLvl w:val="1"/>')
    )

    assert _lines(body) == ["• Built", "• Ran", "Skills"]


def test_cells_of_a_layout_table_stay_whole() -> None:
    left = paragraph("SKILLS") + paragraph("Java, Go")
    right = paragraph("EXPERIENCE") + paragraph("Acme", run=BOLD)

    assert _lines(table([[left, right]])) == ["SKILLS", "Java, Go", "EXPERIENCE", "Acme"]


def test_a_row_of_date_and_text_is_one_line() -> None:
    assert _lines(table([[paragraph("2019 - 2021"), paragraph("Engineer")]])) == ["2019 - 2021   Engineer"]


def test_a_table_in_a_cell_and_a_tagged_row_are_read() -> None:
    inner = table([[paragraph("a 1"), paragraph("b")]])
    body = table([[inner + paragraph("after")]]).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>", 1)
    body = body[: body.rindex("</w:tr>")] + "</w:tr></w:sdtContent></w:sdt></w:tbl>"

    assert _lines(body) == ["a 1   b", "after"]


def test_a_deleted_row_is_left_out() -> None:
    body = table([[paragraph("old")]]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")

    assert _lines(body) == []


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Post</w:t></w:r></w:p>"

    assert _lines(first + paragraph("gres")) == ["Postgres"]


def test_a_text_box_is_read_once() -> None:
    assert _lines(_box("mara@example.com")) == ["mara@example.com"]


def test_a_short_text_box_stays_beside_its_paragraph() -> None:
    body = paragraph("Engineer") + _box("2019 - 2021") + paragraph("Built")

    assert _lines(body) == ["Engineer", "2019 - 2021", "Built"]


def test_a_sidebar_in_a_text_box_waits_for_the_next_section() -> None:
    body = (
        _box("CONTACT", "mara@example.com", "SKILLS", "Java")
        + paragraph("Mara Lindqvist", run=BOLD + '<w:sz w:val="40"/>')
        + paragraph("Backend Engineer", run=BOLD)
        + paragraph("SUMMARY", run=BOLD + '<w:sz w:val="28"/>')
        + paragraph("Builds things.")
        + paragraph("EXPERIENCE", run=BOLD + '<w:sz w:val="28"/>')
    )

    assert _lines(body) == [
        "Mara Lindqvist", "Backend Engineer", "CONTACT", "mara@example.com", "SKILLS", "Java", "SUMMARY",
        "Builds things.", "EXPERIENCE",
    ]  # fmt: skip


def test_a_sidebar_without_headings_around_it_comes_last() -> None:
    assert _lines(_box("SKILLS", "Java", "Go") + paragraph("Mara")) == ["Mara", "SKILLS", "Java", "Go"]


def test_a_box_in_a_box_is_read_once() -> None:
    inner = "<w:p>" + text_box(paragraph("inner")) + "</w:p>"

    assert _lines("<w:p>" + text_box(paragraph("outer") + inner) + "</w:p>") == ["outer", "inner"]


def test_hidden_words_are_collected() -> None:
    reader = BlockReader(Styles())
    body = part("body", paragraph("ghost", run="<w:vanish/>"))

    runs = reader.read(parse_xml(body.encode(), ElementCount(ZipLimits())))

    assert runs == []
    assert [hidden.text for hidden in reader.hidden] == ["ghost"]


def test_a_box_off_the_page_is_hidden() -> None:
    reader = BlockReader(Styles())
    shifted = text_box(paragraph("ghost")).replace("<wp:extent", "<wp:posOffset>-99999999</wp:posOffset><wp:extent")

    runs = reader.read(parse_xml(part("body", f"<w:p>{shifted}</w:p>").encode(), ElementCount(ZipLimits())))

    assert runs == []
    assert [(hidden.text, hidden.technique) for hidden in reader.hidden] == [("ghost", "off the page")]

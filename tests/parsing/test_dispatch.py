"""Each format goes to its reader, and what comes back is whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.domain.document import Format
from matcher.errors import InputError
from matcher.parsing.dispatch import read_file
from matcher.parsing.limits import Limits
from tests.parsing.build_docx import clean_docx, docx_of, paragraph
from tests.parsing.build_pdf import clean_pdf, pdf_of
from tests.parsing.test_odt import odt_of

QUICK = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
POSTING = json.dumps({"@type": "JobPosting", "title": "Engineer", "description": "Go " * 100})


@pytest.mark.parametrize(
    ("data", "given_format", "read_as"),
    [
        (clean_pdf(), Format.PDF, Format.PDF),
        (clean_docx(), Format.DOCX, Format.DOCX),
        (odt_of("<text:p>Go</text:p>"), Format.ODT, Format.ODT),
        (b"{\\rtf1 Go}", Format.RTF, Format.RTF),
        (b"# Go", Format.MARKDOWN, Format.MARKDOWN),
        (b"Go", Format.TEXT, Format.TEXT),
        (b"<p>Go", Format.HTML, Format.HTML),
        (b'{"skills": [{"name": "Go"}]}', Format.JSON_RESUME, Format.JSON_RESUME),
        (POSTING.encode(), Format.JSON_RESUME, Format.JOB_POSTING),
        (f'<script type="application/ld+json">{POSTING}</script>'.encode(), Format.HTML, Format.JOB_POSTING),
    ],
)
def test_every_format_has_its_reader(data: bytes, given_format: Format, read_as: Format) -> None:
    document = read_file(data, given_format, Limits())

    assert document.format is read_as
    assert document.text
    assert len(document.sha256) == 64


@pytest.mark.parametrize(
    ("data", "file_format", "code"),
    [
        (pdf_of([b""]), Format.PDF, "no_text_layer"),
        (b"- - -", Format.TEXT, "file_empty"),
        (b"<p></p>", Format.HTML, "file_empty"),
        (b'{"basics": {}}', Format.JSON_RESUME, "file_empty"),
        (b"{\\rtf1 }", Format.RTF, "file_empty"),
    ],
)
def test_a_file_without_words_is_never_a_success(data: bytes, file_format: Format, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_file(data, file_format, Limits())

    assert refused.value.code == code


def test_disguised_letters_are_told() -> None:
    document = read_file("Post\u200bgreSQL".encode(), Format.TEXT, Limits())

    assert [warning.code for warning in document.warnings] == ["characters_normalized"]


_FRAGMENTS = {
    Format.RTF: [
        "{",
        "}",
        "\\par ",
        "\\'e9",
        "\\u-5 ?",
        "\\*",
        "\\trowd",
        "\\cell ",
        "\\row",
        "{\\header ",
        "\\v ",
        "\\uc9 ",
        "{\\fonttbl{\\f0\\fcharset2 x;}",
        "\\f0 ",
        "\\bin5 ",
        "text",
        "\\fs",
        "{\\shptxt ",
        "\\",
        "\\cf99 ",
    ],
    Format.HTML: [
        "<p>",
        "</p>",
        "<li>",
        "<div hidden>",
        "</div>",
        "<td>",
        "<script>",
        "</script>",
        "&#x41;",
        "&bad;",
        "<!--",
        "-->",
        "text",
        "<",
        "<pre>",
        "\n",
        "<h1>",
        "</h1",
        "style='color:#fff'",
        "<b style='font-size:.px'>",
    ],
    Format.MARKDOWN: [
        "# ",
        "- ",
        "**",
        "_",
        "`",
        "```",
        "[a](b)",
        "![",
        "](",
        "|",
        "\n",
        "---",
        "text",
        "<b>",
        "\\*",
        "~~",
        "> ",
    ],
    Format.JSON_RESUME: ["{", "}", '"basics"', ":", "[", "]", '"work"', ",", "null", "1", '"@type"', '"JobPosting"'],
}


@QUICK
@given(st.data())
def test_our_own_readers_raise_nothing_but_refusals(data: st.DataObject) -> None:
    file_format = data.draw(st.sampled_from(sorted(_FRAGMENTS)))
    pieces = data.draw(st.lists(st.sampled_from(_FRAGMENTS[file_format]), max_size=40))
    text = "".join(pieces)
    try:
        document = read_file(text.encode(), file_format, Limits())
    except InputError:
        return
    assert document.text


def test_hidden_text_counts_as_text() -> None:
    data = docx_of(paragraph("seen") + paragraph("ghost " * 10, run="<w:vanish/>"))

    assert read_file(data, Format.DOCX, Limits(max_characters=70)).text == "seen"
    with pytest.raises(InputError) as refused:
        read_file(data, Format.DOCX, Limits(max_characters=40))
    assert refused.value.code == "text_too_long"

"""Postings that were copied as the markup of a page or as structured data are read for what they show."""

from __future__ import annotations

import json

import pytest

from matcher.domain.document import Format
from matcher.errors import ErrorCode, InputError
from matcher.parsing.copied import parse_pasted_posting, parse_posting
from matcher.parsing.limits import Limits

POSTING = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Developer", "skills": ["Go", "Java"]}
PAGE = "<h2>Developer</h2><ul><li>Go &amp; Java</li></ul>"


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"<!doctype html><html><body>{PAGE}</body></html>",
        "<ul><li>Developer</li><li>Go &amp; Java</li></ul>",
        PAGE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
    ],
)
def test_pasted_markup_is_read_as_the_page_shows_it(text: str) -> None:
    shown = parse_pasted_posting(text).text
    assert "<" not in shown
    assert "Developer" in shown
    assert "Go & Java" in shown


def test_the_plain_lines_above_the_markup_stay_lines() -> None:
    lines = parse_pasted_posting("Developer\nKettle Ltd\n<p>We need</p><ul><li>Go</li><li>Java</li></ul>").text.split(
        "\n"
    )
    assert lines[:3] == ["Developer", "Kettle Ltd", "We need"]


@pytest.mark.parametrize("data", [POSTING, [POSTING], {"@graph": [POSTING]}, [{"@type": "Organization"}, POSTING]])
def test_structured_data_is_read_under_any_name(data: object) -> None:
    text = json.dumps(data)
    assert parse_pasted_posting(text).format is Format.JOB_POSTING
    for name in ("job.txt", "job.md", "", "job.json"):
        assert "Java" in parse_posting(text.encode(), filename=name).text


@pytest.mark.parametrize("text", ["Developer\n\nGo & Java", "List<String> and a < b", "{curly} Go", "[1] Go", "a<br>b"])
def test_plain_text_is_taken_as_it_stands(text: str) -> None:
    document = parse_pasted_posting(text)
    assert (document.text, document.format) == (text, Format.TEXT)


def test_a_page_under_the_name_of_a_text_is_read_and_other_names_are_still_compared() -> None:
    assert "Go & Java" in parse_posting(PAGE.encode(), filename="job.txt").text
    with pytest.raises(InputError) as caught:
        parse_posting(b"%PDF-1.4 no more", filename="job.txt")
    assert caught.value.code is ErrorCode.TYPE_MISMATCH


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        parse_pasted_posting("<p>" + "a " * 60, limits=Limits(max_characters=100))
    assert caught.value.code is ErrorCode.TEXT_TOO_LONG

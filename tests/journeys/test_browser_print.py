"""The report on paper: what a browser prints of the print view, read again by our own reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from matcher.domain.document import Document
from matcher.parsing.reader import parse_document
from matcher.pipeline import Upload
from tests.journeys.browsing import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(visit: Callable[..., Visit], sample: Upload, post: Callable[..., Any]) -> Document:
    report = post("/", file=sample, role="lead-backend-engineer").location
    seen = visit(dark=True)
    seen.go(f"{report}?view=print")
    return parse_document(seen.page.pdf(prefer_css_page_size=True))


def _lines(document: Document, page: int) -> list[str]:
    return [document.quote(line.span) for line in document.lines if line.page == page]


def test_all_of_the_report_is_open(printed: Document) -> None:
    assert "A good answer covers" in printed.text
    assert "Mentored two junior developers" in printed.text


def test_nothing_on_paper_asks_to_be_clicked(printed: Document) -> None:
    for words in ("see it in the text", "How it came about", "Print view", "delete it now", "Tick it off"):
        assert words not in printed.text


def test_no_sentence_is_torn_over_two_pages_and_no_heading_is_left_behind(printed: Document) -> None:
    for page in range(2, printed.pages + 1):
        first = _lines(printed, page)[0]
        assert first[0].isupper() or first[0].isdigit() or first[0] in "\u2022\u25cf-", (page, first)
    for page in range(1, printed.pages):
        assert _lines(printed, page)[-1] not in {"What to do next", "Listed, not shown", "For every interview"}, page


def test_no_question_of_an_interview_kit_splits_over_two_pages(
    visit: Callable[..., Visit], sample: Upload, resume: Upload, post: Callable[..., Any]
) -> None:
    ranking = post("/screenings", files=[sample, resume], role="lead-backend-engineer", hide_names="on").location
    seen = visit(dark=True)
    for path in ("/kit", "/resumes/A2/kit"):
        seen.go(f"{ranking}{path}")
        kit = parse_document(seen.page.pdf(prefer_css_page_size=True))

        questions = 0
        for page in range(1, kit.pages + 1):
            text = "\n".join(_lines(kit, page))
            begun, rated = len(re.findall(r"^\d+\. ", text, re.MULTILINE)), text.count("Nothing heard")
            assert begun == rated, (path, page)
            questions += begun
        assert questions == seen.page.locator("article.ask").count()
        assert "Download for Word" not in kit.text

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from matcher.domain.judgement import Status, Verdict
from matcher.domain.report import JobFacts, Report
from matcher.reports.render import MEDIA_TYPES, render, render_screening
from matcher.reports.screening import rank_rows
from tests.reports.builders import AS_OF, ROLE, a_report, a_result, a_score, an_evidence

EVIL = "<script>alert(1)</script> [x](javascript:1) PostgreSQL"


def states() -> dict[str, Report]:
    nothing = (a_result(status=Status.MISSING, verdict=Verdict.ABSENT, credit=0.0),)
    return {
        "usual": a_report(),
        "nothing shown": a_report(results=nothing, met=0),
        "all shown": replace(a_report(results=(a_result(),)), gaps=()),
        "too little read": a_report(score=replace(a_score(None, 0, 100), withheld="too_little_read")),
        "a job": replace(a_report(), role=None, job=JobFacts("Engineer", "0" * 64)),
        "nothing to say of the file": a_report(readability=()),
    }


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
@pytest.mark.parametrize("state", list(states()))
def test_every_form_tells_every_state(state: str, form: str) -> None:
    report = states()[state]

    told = render(report, form)

    assert told.endswith("\n")
    assert "Relational databases" in told


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_form_says_the_same(form: str) -> None:
    told = render(a_report(), form).replace("\\", "")

    badges = ["Not shown yet", "Named, not claimed", "Only listed", "Only related", "Shown in part", "Shown"]
    for words in ("1 of 6 must-haves is shown", "likely between 63 and 73", "A good answer covers", *badges):
        assert words in told, words


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_no_score_is_told_as_such(form: str) -> None:
    told = render(states()["too little read"], form)

    assert "No score" in told
    assert "of 100" not in told


def test_markup_from_a_resume_stays_text() -> None:
    report = a_report(results=(a_result(evidence=(an_evidence(EVIL),), label=EVIL, reason=EVIL),))

    page, markdown = render(report, "html"), render(report, "md")

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(", markdown)


def test_the_page_stands_alone() -> None:
    page = render(a_report(), "html")

    assert "<style>" in page
    assert not re.search(r"<script|<link|src=|href=\"(?!#)|url\(", page)
    assert "<details>" not in page


def test_the_same_report_gives_the_same_bytes() -> None:
    for form in ("text", "md", "html", "json"):
        assert render(a_report(), form) == render(a_report(), form)


@pytest.mark.parametrize(("form", "begins"), [("text", "Lead back-end engineer\n"), ("json", "{"), ("csv", '"rank"')])
def test_a_screening_has_its_forms(form: str, begins: str) -> None:
    screening = rank_rows([("a.pdf", a_report())], role=ROLE, as_of=AS_OF)

    assert render_screening(screening, form).startswith(begins)


def test_every_form_has_its_media_type() -> None:
    assert set(MEDIA_TYPES) == {"text", "json", "md", "html", "csv", "xlsx", "docx"}

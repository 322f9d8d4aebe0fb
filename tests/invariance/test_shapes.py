"""The same resume in another file format, at another width, with other bullets: same verdicts, score and questions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.pipeline import Matcher, Upload
from tests.invariance.outcomes import named, outcome, outcome_of_text, resume_names
from tests.invariance.shapes import (
    BULLETS,
    FORMATS,
    Line,
    as_text,
    blocks,
    in_order,
    in_western_letters,
    rewrapped,
    with_heads,
)

quick = settings(derandomize=True, database=None, deadline=None, max_examples=20)
resumes = st.sampled_from(resume_names())
# Read otherwise as PDF, whose letters tell no heading of its own making and no table of years (known shortfalls).
NOT_AS_PDF = {
    *("nurse_node_dunedin", "php_freelancer_cluj", "stale_specialist"),
    *("flows_and_salesforce", "odd_jobs_part_time", "telegram_lead"),
}
# A list of skills behind its heading on one line is told from the entry above it only at the end of the document.
NOT_IN_ANOTHER_ORDER = {"shop_kassel"}


def _upload(text: str) -> Upload:
    return Upload(text.encode(), "resume.txt")


@pytest.mark.parametrize("name", ["markdown", "docx", "pdf"])
def test_the_file_format_changes_nothing(matcher: Matcher, name: str) -> None:
    @quick
    @given(resumes)
    def check(resume: str) -> None:
        if name == "pdf" and resume in NOT_AS_PDF:
            return
        lines = [Line(line.kind, in_western_letters(line.text)) for line in named(matcher, resume)]

        assert outcome(matcher, FORMATS[name](lines)) == outcome_of_text(matcher, as_text(lines))

    check()


def test_breaking_its_lines_at_another_width_changes_nothing(matcher: Matcher) -> None:
    @quick
    @given(resumes, st.sampled_from((64, 72, 78, 80, 96)))
    def check(resume: str, width: int) -> None:
        lines = named(matcher, resume)

        assert outcome(matcher, _upload(rewrapped(lines, width))) == outcome_of_text(matcher, as_text(lines))

    check()


def test_another_sign_before_its_items_changes_nothing(matcher: Matcher) -> None:
    @quick
    @given(resumes, st.sampled_from(BULLETS))
    def check(resume: str, bullet: str) -> None:
        lines = named(matcher, resume)

        assert outcome(matcher, _upload(as_text(lines, bullet))) == outcome_of_text(matcher, as_text(lines))

    check()


@pytest.mark.parametrize("case", [str.upper, str.title])
def test_the_letter_case_of_its_headings_changes_nothing(matcher: Matcher, case: Callable[[str], str]) -> None:
    @quick
    @given(resumes)
    def check(resume: str) -> None:
        lines = named(matcher, resume)

        assert outcome(matcher, _upload(as_text(with_heads(lines, case)))) == outcome_of_text(matcher, as_text(lines))

    check()


def test_another_order_of_its_sections_changes_nothing(matcher: Matcher) -> None:
    @quick
    @given(resumes, st.randoms(use_true_random=False))
    def check(resume: str, random: st.random.Random) -> None:
        lines = named(matcher, resume)
        if resume in NOT_IN_ANOTHER_ORDER or not any(line.kind == "head" for line in lines):
            return
        order = list(range(len(blocks(lines)[1])))
        random.shuffle(order)

        assert outcome(matcher, _upload(as_text(in_order(lines, order)))) == outcome_of_text(matcher, as_text(lines))

    check()


def test_saying_a_thing_twice_changes_nothing(matcher: Matcher) -> None:
    @quick
    @given(resumes, st.integers(0, 40))
    def check(resume: str, number: int) -> None:
        lines = named(matcher, resume)
        items = [index for index, line in enumerate(lines) if line.kind == "item"]
        if not items:
            return
        at = items[number % len(items)]
        twice = [*lines[: at + 1], lines[at], *lines[at + 1 :]]

        assert outcome(matcher, _upload(as_text(twice))) == outcome_of_text(matcher, as_text(lines))

    check()

from __future__ import annotations

from datetime import date

import pytest

from matcher.evidence.prompts import find_prompts
from matcher.pipeline import Matcher, Upload

HEAD = "Ada Byte\nada@example.org\n\nExperience\nEngineer, Quillmere Freight\nJanuary 2018 - present\n"


def _prompts(matcher: Matcher, line: str) -> list[str]:
    parts = matcher.parts(HEAD + line)
    return [parts.document.quote(span) for span in find_prompts(parts.document, parts.statements)]


@pytest.mark.parametrize(
    "line",
    [
        "- [Describe your tasks, with figures.]",
        "- [Kubernetes: what you ran on it, and for whom].",
        "- [A long prompt that goes on about databases and\n  wraps over two lines.]",
        "[Two sentences about what you do best, with Kafka if you can.]",
    ],
)
def test_a_sentence_in_brackets_is_what_a_template_asks(matcher: Matcher, line: str) -> None:
    assert len(_prompts(matcher, line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "- Ran Kubernetes [EKS] for three years in production.",
        "- [Acme] Built the billing service in Go and [later] Rust.",
        "- [Built] the billing service in Go with [PostgreSQL]",
        "- [Go] [PostgreSQL] [Kafka] [Redis] [Terraform] [Docker]",
        "- [Go, PostgreSQL, Kafka]",
        "- Built the billing service in Go (with two others, in a year).",
    ],
)
def test_other_brackets_are_a_way_of_writing(matcher: Matcher, line: str) -> None:
    assert _prompts(matcher, line) == []


def test_a_prompt_that_was_left_standing_shows_nothing(matcher: Matcher, as_of: date) -> None:
    def shown(line: str) -> str:
        report = matcher.report(
            Upload((HEAD + line).encode(), "a.txt"), matcher.role("lead-backend-engineer"), as_of=as_of
        )
        return next(one.verdict.value for one in report.requirements if one.id == "relational-databases")

    assert shown("- Ran PostgreSQL for the tariff service, with replicas.") == "demonstrated"
    assert shown("- [PostgreSQL: what you ran on it, for whom, and what came of it.]") == "absent"

from __future__ import annotations

from dataclasses import fields

from matcher.domain import judgement, report


def names(record: type) -> set[str]:
    return {field.name for field in fields(record)}


def test_the_report_carries_the_keys_of_the_contract() -> None:
    assert names(report.Report) == {
        "role",
        "job",
        "as_of",
        "score",
        "coverage",
        "requirements",
        "gaps",
        "readability",
        "warnings",
        "taxonomy",
        "input",
        "tips",
    }
    assert names(judgement.Score) >= {"value", "low", "high", "range_because", "withheld", "version"}
    assert names(report.Evidence) >= {"text", "hit", "page", "line", "line_end", "start", "end", "section", "skill"}
    assert names(report.GapReport) >= {"requirement", "label", "short", "rank", "why", "gain", "questions"}


def test_no_part_of_a_report_names_the_person() -> None:
    every = {
        name
        for record in report.__all__
        if hasattr(getattr(report, record), "__dataclass_fields__")
        for name in names(getattr(report, record))
    }

    assert every.isdisjoint({"name", "email", "phone", "contact", "location"})

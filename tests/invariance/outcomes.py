"""What may not change: the verdict on each requirement, the score, and the questions in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from matcher.pipeline import Matcher, Upload
from tests.invariance.shapes import Line, to_lines

__all__ = ["AS_OF", "ROLES", "Outcome", "named", "outcome", "outcome_of_text", "resume_names"]

AS_OF = date(2026, 11, 1)
ROLES = ("lead-backend-engineer", "senior-backend-engineer")
_FOLDER = Path(__file__).resolve().parents[1] / "evaluation" / "matching" / "resumes"


@dataclass(frozen=True)
class Outcome:
    """The result of one resume against one role."""

    verdicts: dict[str, tuple[str, str]]
    score: float | None
    questions: list[tuple[str, list[str]]]


@cache
def resume_names() -> tuple[str, ...]:
    """Return the names of our judged resumes."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


@cache
def named(matcher: Matcher, name: str) -> tuple[Line, ...]:
    """Return one of our judged resumes line by line; its headings are those that the product finds."""
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    parts = matcher.read(Upload(text.encode(), "resume.txt"), as_of=AS_OF).parts
    heads = [parts.document.quote(section.heading).strip() for section in parts.sections if section.heading]
    return tuple(to_lines(text, heads))


def outcome(matcher: Matcher, upload: Upload) -> dict[str, Outcome]:
    """Return what an upload comes to against each role."""
    reading = matcher.read(upload, as_of=AS_OF)
    found = {}
    for role in ROLES:
        report = matcher.judge(reading, matcher.role(role), as_of=AS_OF)
        found[role] = Outcome(
            {one.id: (one.status.value, one.verdict.value) for one in report.requirements},
            report.score.value,
            [(gap.requirement, [question.id for question in gap.questions]) for gap in report.gaps],
        )
    return found


@cache
def outcome_of_text(matcher: Matcher, text: str) -> dict[str, Outcome]:
    """Return what a plain text comes to."""
    return outcome(matcher, Upload(text.encode(), "resume.txt"))

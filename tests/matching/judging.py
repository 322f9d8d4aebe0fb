"""Judging one requirement of one small resume, for the tests of matching."""

from __future__ import annotations

from matcher.domain.report import Report, RequirementResult
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, resume

__all__ = ["report_on", "verdict_on"]


def report_on(matcher: Matcher, *parts: str, role: str = "lead-backend-engineer") -> Report:
    """The report on a resume with these parts."""
    return matcher.report(resume(*parts), matcher.role(role), as_of=AS_OF)


def verdict_on(
    matcher: Matcher, requirement: str, *parts: str, role: str = "lead-backend-engineer"
) -> RequirementResult:
    """The judgement on one requirement."""
    return next(one for one in report_on(matcher, *parts, role=role).requirements if one.id == requirement)

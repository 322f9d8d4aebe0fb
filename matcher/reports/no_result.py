"""What a recruiter is told where there is no result, in the words of the pages."""

from __future__ import annotations

import json

from matcher.reports.language import gettext

__all__ = ["problem_words"]


def problem_words(code: str | None, problem: str | None = None) -> str:
    """Tell why there is no result.

    Args:
        code: of the order, where its resume did not come.
        problem: of the match as JSON, where the resume could not be read.
    """
    if problem:
        return str(json.loads(problem).get("detail", ""))
    told = {
        "no_resume": gettext("There is no resume with this candidate."),
        "resume_gone": gettext("The address of the resume has expired. Order it again."),
        "resume_refused": gettext("The address of the resume is none that we call."),
        "resume_too_large": gettext("The resume is larger than we read."),
        "resume_no_document": gettext("What stands at the address of the resume is no document."),
        "resume_unreachable": gettext("The resume could not be fetched. Order it again."),
        "role_gone": gettext("The role profile is no longer there. Choose another one."),
        "quota_used": gettext("The quota of resumes for today is used up."),
    }
    return told.get(code or "", gettext("There is no result for this resume."))

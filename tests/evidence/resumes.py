"""Small resumes for the tests of evidence and matching: one job, and what a test adds."""

from __future__ import annotations

from datetime import date

from matcher.pipeline import Upload

AS_OF = date(2026, 11, 1)


def resume(*parts: str) -> Upload:
    """A resume with these parts under a name."""
    return Upload("\n\n".join(["Ada Quillmere\nBack-end developer", *parts]).encode(), "ada.txt")


def job(
    *lines: str, title: str = "Backend Developer", dates: str = "01/2018 - present", company: str = "Larkfield Freight"
) -> str:
    """An experience section with one job."""
    return "Experience\n" + entry(*lines, title=title, dates=dates, company=company)


def entry(
    *lines: str, title: str = "Backend Developer", dates: str = "01/2018 - present", company: str = "Larkfield Freight"
) -> str:
    """One job, to be put under the heading of another."""
    return "\n".join([f"{title}, {company}, {dates}", *(f"- {line}" for line in lines)])

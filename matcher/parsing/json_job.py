"""Job descriptions in the layout that goes with JSON Resume, told in the words of schema.org JobPosting."""

from __future__ import annotations

from typing import Any

__all__ = ["job_as_posting"]

# Field of the job layout, and the field of a JobPosting that says the same.
_SAME = (
    ("title", "title"),
    ("company", "hiringOrganization"),
    ("location", "jobLocation"),
    ("responsibilities", "responsibilities"),
    ("qualifications", "qualifications"),
    ("experience", "experienceRequirements"),
)
# One of these beside a title makes a job of a JSON file; a resume has none of them at its top.
_SIGNS = frozenset({"description", "responsibilities", "qualifications", "experience", "salary", "remote"})
_RESUME = frozenset({"basics", "work", "education"})


def job_as_posting(fields: Any) -> dict[str, Any] | None:
    """Return a JobPosting for a job in the layout of JSON Resume's job schema; None if it is something else.

    Example: ``{"title": "Engineer", "skills": [{"name": "Data", "keywords": ["Kafka"]}]}`` asks for "Data: Kafka".
    """
    if not isinstance(fields, dict) or _RESUME & fields.keys() or not isinstance(fields.get("title"), str):
        return None
    skills = [_skill(entry) for entry in fields["skills"]] if isinstance(fields.get("skills"), list) else []
    if not _SIGNS & fields.keys() and not any(skills):
        return None
    posting: dict[str, Any] = {theirs: fields[ours] for ours, theirs in _SAME if fields.get(ours)}
    location = posting.get("jobLocation")
    if isinstance(location, dict):
        posting["jobLocation"] = {"addressLocality": location.get("city")}
    summary = fields.get("description")
    return {
        **posting,
        "@type": "JobPosting",
        "description": summary if isinstance(summary, str) else "",
        "skills": [text for text in skills if text],
    }


def _skill(entry: Any) -> str:
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, dict):
        return ""
    name = entry.get("name") if isinstance(entry.get("name"), str) else ""
    keywords = entry.get("keywords")
    words = ", ".join(word for word in keywords if isinstance(word, str)) if isinstance(keywords, list) else ""
    return ": ".join(filter(None, (name, words)))

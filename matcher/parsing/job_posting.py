"""Job descriptions as schema.org JobPosting in JSON-LD, alone or inside a web page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from matcher.parsing.html import decode_html, html_runs
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.plain_text import decode

__all__ = ["find_posting", "read_job_posting"]

_SCRIPT = re.compile(
    r"<script[^>]{0,300}?application/ld\+json[^>]{0,300}>(.{1,500000}?)</script>", re.IGNORECASE | re.DOTALL
)
# Fields of free text and the headings that posts give them.
_PARTS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Requirements"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
    ("skills", "Skills"),
    ("jobBenefits", "Benefits"),
)
_MAX_DEPTH = 20
# A page may carry a stub of a posting beside the real text.
_MIN_DESCRIPTION = 200


def find_posting(data: bytes, *, page: bool) -> dict[str, Any] | None:
    """Return the posting in a JSON file or in a web page, None if there is none worth reading instead of the page.

    Raises:
        ValueError, RecursionError: the JSON file is broken.
    """
    if not page:
        return next(_postings(json.loads(decode(data).text)), None)
    for script in _SCRIPT.findall(decode_html(data).text):
        try:
            posting = next(_postings(json.loads(script)), None)
        except (ValueError, RecursionError):
            continue
        if posting and len(str(posting.get("description", ""))) >= _MIN_DESCRIPTION:
            return posting
    return None


def read_job_posting(posting: dict[str, Any]) -> ReadResult:
    """Write a posting out as the text of a job description."""
    runs = [Run(title, bold=True) for title in _texts(posting.get("title") or posting.get("name"))]
    where = [*_texts(posting.get("hiringOrganization")), *_texts(posting.get("jobLocation"))]
    if where:
        runs.append(Run(", ".join(where)))
    runs += _prose(posting.get("description"))
    for field, heading in _PARTS:
        lines = [run for text in _texts(posting.get(field)) for run in _prose(text)]
        if lines:
            runs += [Run(heading, bold=True), *lines]
    return ReadResult((PageText(1, tuple(runs)),), 1)


def _postings(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        kinds = value.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield value
        else:
            yield from _postings(value.get("@graph"), depth + 1)
    elif isinstance(value, list):
        for entry in value:
            yield from _postings(entry, depth + 1)


def _prose(value: Any) -> list[Run]:
    """Descriptions are HTML by the book and plain lines in practice."""
    if not isinstance(value, str):
        return []
    if re.search(r"<[a-zA-Z/][^>]*>|&(?:lt|#60);", value):
        text = value if "<" in value else value.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        return html_runs(text)[0]
    return [Run(line) for line in value.splitlines() if line.strip()]


def _texts(value: Any, depth: int = 0) -> list[str]:
    """Return the words of a field, which may be a text, a thing with a name, or a list of either."""
    if depth > _MAX_DEPTH:
        return []
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [text for entry in value for text in _texts(entry, depth + 1)]
    if isinstance(value, dict):
        months = value.get("monthsOfExperience")
        if isinstance(months, int | float) and not isinstance(months, bool) and 0 < months < 1_000:
            return [f"{months / 12:g} years of experience"]
        for key in ("name", "description", "credentialCategory", "addressLocality", "address"):
            found = _texts(value.get(key), depth + 1)
            if found:
                return found
    return []

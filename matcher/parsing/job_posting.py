"""Job descriptions as schema.org JobPosting in JSON-LD, alone or inside a web page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from matcher.parsing.html import decode_html, html_runs
from matcher.parsing.json_job import job_as_posting
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.plain_text import decode

__all__ = ["find_posting", "read_job_posting"]

_SCRIPT = re.compile(
    r"<script[^>]{0,300}?application/ld\+json[^>]{0,300}>(.{1,500000}?)</script>", re.IGNORECASE | re.DOTALL
)
_HEADING = re.compile(r"<(?:h1|title)\b[^>]{0,300}>.{1,500}?</(?:h1|title)>", re.IGNORECASE | re.DOTALL)
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
_MOST_MONTHS = 1_000
# A value that the vocabulary of job search names for a field without a demand.
_NONE = frozenset({"no requirements", "none", "n/a"})
# A page may carry a stub of a posting beside the real text.
_MIN_DESCRIPTION = 200


def find_posting(data: bytes, *, page: bool) -> dict[str, Any] | None:
    """Return the posting in a JSON file or in a web page, None if there is none worth reading instead of the page.

    Raises:
        ValueError, RecursionError: the JSON file is broken.
    """
    if not page:
        fields = json.loads(decode(data).text)
        return next(_postings(fields), None) or job_as_posting(fields)
    found: list[dict[str, Any]] = []
    text = decode_html(data).text
    for script in _SCRIPT.findall(text):
        try:
            found += _postings(json.loads(script))
        except (ValueError, RecursionError):
            continue
    full = [posting for posting in found if len(str(posting.get("description", ""))) >= _MIN_DESCRIPTION]
    # A page may list other openings beside the one that it is about; its own is the one that its heading names.
    heading = " ".join(run.text for part in _HEADING.findall(text) for run in html_runs(part)[0]).lower()
    return next((p for p in full if str(p.get("title") or "\0").lower() in heading), next(iter(full), None))


def read_job_posting(posting: dict[str, Any]) -> ReadResult:
    """Write a posting out as the text of a job description."""
    runs = [Run(title, bold=True) for title in _texts(posting.get("title") or posting.get("name"))]
    where = [*_texts(posting.get("hiringOrganization")), *_texts(posting.get("jobLocation"))]
    if where:
        runs.append(Run(", ".join(where)))
    runs += [run for text in _texts(posting.get("description")) for run in _prose(text)]
    for field, heading in _PARTS:
        texts = [text for text in _texts(posting.get(field)) if text.strip().lower() not in _NONE]
        if field == "educationRequirements" and texts and posting.get("experienceInPlaceOfEducation") in {True, "true"}:
            texts = [f"{text} or equivalent experience" for text in texts]
        lines = [run for text in texts for run in _prose(text)]
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
            for inner in value.values():
                yield from _postings(inner, depth + 1)
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


def _number(value: Any) -> float:
    """Return a number that may be written as text; 0 for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return 0
    try:
        return float(value)
    except (ValueError, OverflowError):
        return 0


def _texts(value: Any, depth: int = 0) -> list[str]:
    """Return the words of a field, which may be a text, a thing with a name, or a list of either."""
    if depth > _MAX_DEPTH:
        return []
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [text for entry in value for text in _texts(entry, depth + 1)]
    if isinstance(value, dict):
        months = _number(value.get("monthsOfExperience"))
        if 0 < months < _MOST_MONTHS:
            return [f"{months / 12:g} years of experience", *_texts(value.get("description"), depth + 1)]
        for key in ("name", "description", "credentialCategory", "addressLocality", "address"):
            found = _texts(value.get(key), depth + 1)
            if found:
                return found
    return []

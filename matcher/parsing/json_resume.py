"""JSON Resume files: written out as the resume that they describe, with its headings and bullets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from matcher.errors import ErrorCode
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.plain_text import decode
from matcher.parsing.refusals import refusal

__all__ = ["read_json_resume"]

# The sections in the order of a printed resume: key, heading, fields of an entry's head (the first one that is there
# of each group; names of before version 1.0 too), whether an entry without an end still runs.
_SECTIONS = (
    ("work", "Experience", (("position",), ("name", "company"), ("location",)), True),
    ("projects", "Projects", (("name",), ("entity",)), False),
    ("volunteer", "Volunteering", (("position",), ("organization",)), True),
    ("education", "Education", (("studyType",), ("area",), ("institution",), ("score", "gpa")), False),
    ("certificates", "Certificates", (("name",), ("issuer",)), False),
    ("awards", "Awards", (("title",), ("awarder",)), False),
    ("publications", "Publications", (("name",), ("publisher",)), False),
    ("skills", "Skills", (("name",), ("level",)), False),
    ("languages", "Languages", (("language",), ("fluency",)), False),
    ("interests", "Interests", (("name",),), False),
    ("references", "References", (("name",),), False),
)
_PROSE = ("description", "summary", "reference")
_BULLETS = ("highlights", "courses")
_DATES = ("date", "releaseDate")


def read_json_resume(data: bytes) -> ReadResult:
    """Read a file in the layout of JSON Resume.

    Raises:
        InputError: ``file_corrupt`` if it is not JSON, ``type_unsupported`` if it is JSON about something else.
    """
    decoded = decode(data)
    try:
        fields = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise refusal(ErrorCode.FILE_CORRUPT) from error
    if not isinstance(fields, dict) or not ({"basics", *(key for key, *_ in _SECTIONS)} & set(fields)):
        raise refusal(
            ErrorCode.TYPE_UNSUPPORTED,
            message="{name} is JSON, but neither a JSON Resume nor a JobPosting.",
        )
    runs = [*_basics(_mapping(fields.get("basics")))]
    for key, heading, head, runs_on in _SECTIONS:
        lines = [line for entry in _list(fields.get(key)) for line in _entry(entry, head, runs_on=runs_on)]
        if lines:
            runs += [Run(heading, bold=True), *lines]
    return ReadResult((PageText(1, tuple(runs)),), 1, decoded.warnings)


def _basics(basics: dict[str, Any]) -> Iterator[Run]:
    for key in ("name", "label"):
        if _text(basics.get(key)):
            yield Run(_text(basics.get(key)), bold=key == "name")
    location = _mapping(basics.get("location"))
    place = ", ".join(filter(None, (_text(location.get(key)) for key in ("city", "region", "countryCode"))))
    links = [_text(profile.get("url")) or _text(profile.get("username")) for profile in _list(basics.get("profiles"))]
    contact = [_text(basics.get("email")), _text(basics.get("phone")), place, _text(basics.get("url")), *links]
    if any(contact):
        yield Run(" | ".join(filter(None, contact)))
    if _text(basics.get("summary")):
        yield Run("Summary", bold=True)
        yield from _lines(basics.get("summary"))


def _entry(entry: dict[str, Any], head: tuple[tuple[str, ...], ...], *, runs_on: bool) -> Iterator[Run]:
    groups = (next((_text(entry.get(key)) for key in group if _text(entry.get(key))), "") for group in head)
    title = ", ".join(filter(None, groups))
    keywords = [text for text in map(_text, _plain_list(entry.get("keywords"))) if text]
    if keywords:
        title = f"{title}: {', '.join(keywords)}" if title else ", ".join(keywords)
    period = _period(entry, runs_on=runs_on)
    if title:
        yield Run(title, bold=not keywords and bool(period))
    if period:
        yield Run(period)
    for key in _PROSE:
        yield from _lines(entry.get(key))
    for key in _BULLETS:
        for text in map(_text, _plain_list(entry.get(key))):
            if text:
                yield Run(f"• {text}")


def _period(entry: dict[str, Any], *, runs_on: bool) -> str:
    start, end = _text(entry.get("startDate"))[:7], _text(entry.get("endDate"))[:7]
    if start and (end or runs_on):
        return f"{start} – {end or 'Present'}"
    return start or end or next((_text(entry.get(key))[:7] for key in _DATES if _text(entry.get(key))), "")


def _lines(value: Any) -> Iterator[Run]:
    yield from (Run(line) for line in _text(value).splitlines() if line.strip())


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _list(value: Any) -> list[dict[str, Any]]:
    return [entry if isinstance(entry, dict) else {"name": entry} for entry in _plain_list(value)]

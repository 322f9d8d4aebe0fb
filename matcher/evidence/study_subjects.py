"""Finds the subject of a degree in the text beside the degree's name: "BSc (Hons) in Computer Science, 2014"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matcher.evidence.degrees import DegreeMatch, SchoolJudge

__all__ = ["Told", "subject_before", "told_subject"]

_FIELD = re.compile(
    r"^\.?\s*(?:degree\s+)?(?:\((?:hons|honours|honors)\)\s*)?(?:\b(?:in|of|en|em|im|w|di|de|i)\b|,|:|-|\u2013|\u2014|\()\s*(?P<field>[^,;|()\u2013\u2014]+)"
)
_PLAIN_FIELD = re.compile(r"^\.?\s+(?P<field>[A-Z][^,;|()\u2013\u2014]+)")
# "Gegradueerde informatica (two years)": one small word that nothing but a sign follows.
_SMALL_FIELD = re.compile(r"^\s+(?P<field>[^\W\d_]{5,})\s*(?=[(,;|]|$)")
_BRACKET = re.compile(r"\s*\((?P<note>[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Told:
    """The subject that is told behind a degree's name, and where degree and subject end in the text."""

    subject: str | None
    end: int


def told_subject(text: str, degree: DegreeMatch, schools: SchoolJudge) -> Told:
    """Read the subject behind a degree's name; without one the entry ends with the name."""
    begin = _behind_note(text, degree.end, schools)
    rest = text[begin:]
    match = _FIELD.match(rest) or _PLAIN_FIELD.match(rest) or _SMALL_FIELD.match(rest)
    subject = match["field"].strip(" .") if match else None
    if match is None or (subject and not _may_be_subject(subject, schools)):
        return Told(None, degree.end)
    return Told(subject, begin + match.end())


def subject_before(text: str, schools: SchoolJudge) -> str | None:
    """Return the subject that stands before a degree's name: "Computer Science, BSc"."""
    subject = text.split(",")[0].strip(" ,-")
    return subject if subject and len(subject.split()) <= 5 and not schools.is_school(text) else None


def _behind_note(text: str, at: int, schools: SchoolJudge) -> int:
    """Return where a degree's name goes on behind a note in brackets: a length, a short form, "(Hons)"."""
    note = _BRACKET.match(text, at)
    if note is None:
        return at
    told = note["note"].strip()
    short = told.isupper() and len(told) <= 4
    noted = short or re.search(r"\d|\byears?\b|\bmonths?\b|\bhon", told, re.IGNORECASE)
    return note.end() if noted or schools.degree(told) is not None else at


def _may_be_subject(text: str, schools: SchoolJudge) -> bool:
    if schools.is_school(text) or re.search(r"\d", text):
        return False
    return text[0].isupper() or len(text.split()) <= 4

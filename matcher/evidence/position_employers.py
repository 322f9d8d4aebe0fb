"""Parts the name of an employer from what follows it: its town, a department, brackets."""

from __future__ import annotations

import re

from matcher.evidence.names import NameJudge

__all__ = ["comma_pieces", "employer_of", "is_like_a_town", "without_town"]

_TOWN = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]*(?:[ .'\u2019-]{1,2}[^\W\d_]+){0,3}")
_BRACKETED = re.compile(r"\s*\((?P<inner>[^()]+)\)$")
_IN_TOWN = re.compile(r"(?P<name>.+?)\s+in\s+(?P<town>[^,]+)$")
# The last partner of "Quill, Hart & Lowe"; "Quill, Sales & Marketing" has a word that is no name before its comma.
_PARTNER = re.compile(r"\s*[A-Z\u00c0-\u00de][\w'\u2019-]*\.? & [A-Z\u00c0-\u00de][\w'\u2019-]*\.?")
_PARTNERS = re.compile(r"(?:[A-Z\u00c0-\u00de][\w'\u2019-]* ?){1,2}")
_MOST_TOWN_WORDS = 3


def comma_pieces(text: str, judge: NameJudge) -> list[str]:
    """Return what the commas of a text part; a legal form, a grade and the last of several partners part nothing.

    Example: "Engineer, Grade II, Quill, Hart & Lowe, Inc." gives "Engineer, Grade II" and "Quill, Hart & Lowe, Inc.".
    """
    pieces: list[str] = []
    depth = 0
    for piece in text.split(","):
        whole = depth > 0 or judge.is_suffix(piece) or judge.is_grade(piece)
        if pieces and (whole or _goes_on(pieces[-1], piece, judge)):
            pieces[-1] += "," + piece
        else:
            pieces.append(piece.strip())
        depth += piece.count("(") - piece.count(")")
    return [piece for piece in pieces if piece]


def _goes_on(before: str, piece: str, judge: NameJudge) -> bool:
    if not _PARTNER.fullmatch(piece) or not _PARTNERS.fullmatch(before):
        return False
    return max(judge.title_score(before), judge.title_score(piece)) < 1


def is_like_a_town(text: str, judge: NameJudge) -> bool:
    """Tell whether a text may be a town that nobody has listed: few words, none of them of titles or employers."""
    words = text.split()
    if not 0 < len(words) <= _MOST_TOWN_WORDS or not _TOWN.fullmatch(text) or (text.isupper() and len(text) < 5):
        return False
    return judge.company_score(text) <= 0 and judge.title_score(text) <= 0 and not judge.is_department(text)


def without_town(text: str, judge: NameJudge) -> str:
    """Take the town from "Tern Freight in Larvik"."""
    match = _IN_TOWN.fullmatch(text)
    if match and (judge.is_place(match["town"]) or is_like_a_town(match["town"], judge)):
        return match["name"]
    return text


def employer_of(text: str, judge: NameJudge, *, towns: bool = True) -> str:
    """Take from an employer what follows its name: a town in brackets and, where ``towns`` may, one behind a comma."""
    bracketed = _BRACKETED.search(text)
    if bracketed and bracketed.start() > 0 and is_like_a_town(bracketed["inner"], judge):
        text = text[: bracketed.start()]
    pieces = comma_pieces(text, judge) if towns else []
    if len(pieces) > 1 and judge.company_score(", ".join(pieces[1:])) <= max(1.2, judge.company_score(pieces[0])):
        return pieces[0]
    return text

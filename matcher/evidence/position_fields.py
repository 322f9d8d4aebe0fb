"""Cuts the head of a job into its fields, and chooses which of them is the title and which the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from matcher.evidence.names import NameJudge
from matcher.evidence.position_units import HeadLine

__all__ = ["Choice", "Field", "Orientation", "choose", "fields_of", "orientation_of"]

# What parts the fields of one line beside a comma. A slash does not: "CI/CD", "Engineer / Architect".
_SIGN = r"\s*[|\u00b7\u2022\u2023\u25cf\uff5c]\s*|\s+[-\u2010-\u2015\u2212]+\s+|\s*[\u2013\u2014]\s*|\s{2,}|\t|\s+//?\s+"
_SIGNS = re.compile(_SIGN)
_JOINT = re.compile(_SIGN + r"|\s+(?:at|@|bei|chez)\s+(?=[^\W_])|\s*@\s+", re.IGNORECASE)
_LABEL = re.compile(r"^\s*([^\W\d_][\w ]{1,20}?)\s*:\s*")
# A length, an explanation: what stands in brackets behind a name and is no part of it.
_NOTE = re.compile(r"\s*\((?:\d[^()]*(?:month|year|yr|mo)s?\b[^()]*|[^()]*,[^()]*,[^()]*|via [^()]*|formerly [^()]*|acquired [^()]*)\)\s*$")
_EDGE = " \t,;|\u00b7\u2022:*_`~-\u2010\u2011\u2012\u2013\u2014\u2212/#"
_LATE_JOINT = re.compile(r"\s+(?:in|for|with|by)\s+(?=[A-Z])")
_NOT_EMPLOYERS = frozenset({"test", "training", "residence", "charge", "chief", "law"})
_NAME_WORDS = 9
_SURE = 2.5


@dataclass(frozen=True, slots=True)
class Field:
    """One part of a head. ``line`` is the number of its line, ``label`` what the writer called it, if anything.

    ``joint`` is how it was parted from the field before it on the same line.
    """

    text: str
    line: int
    label: str | None = None
    joint: str = ""
    place: str | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Title and employer of one head, and how sure the words make it which is which."""

    title: str | None
    company: str | None
    margin: float
    title_first: bool
    rating: float = 0.0


@dataclass(frozen=True, slots=True)
class Orientation:
    """What the heads of a section have in common."""

    title_first: bool = True
    certain: bool = False
    single_field: bool = False


def fields_of(
    lines: Sequence[HeadLine], judge: NameJudge, labels: Mapping[str, str], *, at_joins: bool = True
) -> list[Field]:
    """Cut head lines into fields, without dates, places, employment types and marks.

    With ``at_joins`` the word "at" parts two fields; schools have it in their names.

    ``labels`` maps the words before a colon to what they announce: "title", "company", "date".
    """
    found: list[Field] = []
    joint = _JOINT if at_joins else _SIGNS
    for number, line in enumerate(lines):
        for piece in _without_period(line, judge):
            found += _piece_fields(piece, number, judge, labels, joint, bold=line.bold)
    return [one for one in found if one.text and not judge.is_employment_type(one.text)]


def _without_period(line: HeadLine, judge: NameJudge) -> Iterator[str]:
    if line.period is None:
        yield line.text
        return
    start = line.period.span.start - line.span.start
    end = line.period.span.end - line.span.start
    before, after = line.text[:start], line.text[end:]
    yield before
    # Behind the dates a whole sentence may begin: the text that a floating head stands beside.
    if re.match(r"\s*[|,:\u00b7\u2013\u2014-]", after) or not _reads_as_body(after, judge):
        yield after


def _reads_as_body(text: str, judge: NameJudge) -> bool:
    words = text.split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    if len(words) > 2 * _NAME_WORDS:
        return True
    return len(words) > 5 and (small > 1 or len(words) > _NAME_WORDS) and judge.title_score(text) < 1.5


def _piece_fields(
    piece: str, line: int, judge: NameJudge, labels: Mapping[str, str], joints: re.Pattern[str], *, bold: bool
) -> Iterator[Field]:
    at, joint = 0, ""
    cuts = [*joints.finditer(piece), None]
    for cut in cuts:
        text = piece[at : cut.start() if cut else len(piece)]
        label = None
        match = _LABEL.match(text)
        if match and match.group(1).casefold() in labels:
            label, text = labels[match.group(1).casefold()], text[match.end() :]
        text = _trimmed(_NOTE.sub("", text))
        place = None
        if judge.is_place(text):
            text, place = "", text
        elif text:
            text, place = judge.split_place(text)
            text = _trimmed(text)
        if text and any(char.isalnum() for char in text) and label != "date":
            yield Field(text, line, label, joint, place, bold)
        if cut:
            at, joint = cut.end(), cut.group().strip() or " "


def _trimmed(text: str) -> str:
    text = text.strip(_EDGE)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text).strip(_EDGE)
    for left, right in ("()", "[]"):
        if text.count(left) > text.count(right):
            text = text.rstrip(left + " ") if text.endswith(left) else text.lstrip(left) if text.startswith(left) else text
        elif text.count(right) > text.count(left):
            text = text.lstrip(right + " ") if text.startswith(right) else text.rstrip(right) if text.endswith(right) else text
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return text.strip(_EDGE).removesuffix("**")


def choose(fields: Sequence[Field], judge: NameJudge, orientation: Orientation) -> Choice:
    """Choose title and employer among the fields of one head."""
    labelled = {one.label: one.text for one in fields if one.label}
    if "title" in labelled or "company" in labelled:
        rest = [one for one in fields if not one.label]
        other = _joined(rest, rest[0]) if rest else None
        title, company = labelled.get("title"), labelled.get("company")
        return Choice(title or other, company or (other if title else None), 0.0, title_first=True)
    options = [*_pairs(fields, judge, orientation), *_halves(fields, judge, orientation)]
    if not options:
        return _alone(fields, judge)
    rating, best = max(options, key=lambda option: option[0])
    return replace(best, rating=rating)


def _pairs(fields: Sequence[Field], judge: NameJudge, orientation: Orientation) -> Iterator[tuple[float, Choice]]:
    """Rate every two fields that stand apart by a line or a sign."""
    near = list(fields[:4])
    for i, first in enumerate(near):
        for j, second in enumerate(near):
            if i == j:
                continue
            title, company = first.text, _employer(second.text, judge)
            margin = _lean(title, judge) - _lean(company, judge)
            rating = margin + 1.0 * (min(i, j) == 0) + 0.5 * (abs(i - j) == 1) + 1.0
            rating -= 1.5 * (_unlikely(title) + _unlikely(company))
            rating += (1.5 if orientation.certain else 0.4) * (1 if (i < j) == orientation.title_first else -1)
            if first.bold != second.bold:
                rating += 0.2 * first.bold
            rating -= 0.6 * (max(i, j) > 1)
            if orientation.single_field and "," in near[0].text:
                rating -= 2.0
            chosen = Choice(_whole(near, i, j, judge, title=True), _whole(near, j, i, judge, title=False), margin, i < j)
            yield rating, chosen


def _whole(fields: Sequence[Field], at: int, other: int, judge: NameJudge, *, title: bool) -> str:
    """Return a field with the parts that a dash cut off it, where nothing else of the head shares its line.

    Example: "State University - IT Service Desk" above "Data Analyst" is one employer.
    """
    mine = [one for one in fields if one.line == fields[at].line]
    text = fields[at].text
    if fields[other].line != fields[at].line and len(mine) > 1 and (mine[0] is fields[at] or not title):
        if all(one.joint in {"\u2013", "\u2014", "-"} for one in mine[1:]):
            text = f" {mine[1].joint} ".join(one.text for one in mine)
    return text if title else _employer(text, judge)


def _halves(fields: Sequence[Field], judge: NameJudge, orientation: Orientation) -> Iterator[tuple[float, Choice]]:
    """Rate every way to cut the first field in two at a comma: "Engineer, Payments, Acme" or "Acme, Engineer"."""
    if not fields:
        return
    bonus = 1.0 if len(fields) == 1 or orientation.single_field else -2.0
    parted = _late_cut(fields[0].text, judge)
    if parted and len(fields) == 1:
        yield 9.0, Choice(parted[0], _employer(parted[1], judge), 1.0, title_first=True)
    pieces = _comma_pieces(fields[0].text, judge)
    for cut in range(1, len(pieces)):
        left, right = ", ".join(pieces[:cut]), ", ".join(pieces[cut:])
        for title, company, title_first in ((left, right, True), (right, left, False)):
            margin = _lean(title, judge) - _lean(company, judge)
            rating = margin + bonus + (1.5 if orientation.certain else 0.4) * (
                1 if title_first == orientation.title_first else -1
            )
            # An employer with a comma inside is rarer than a title with one.
            rating -= 0.5 * (company.count(",") > 0) + 0.3 * (title.count(",") > 0)
            rating -= 1.5 * (_unlikely(title) + _unlikely(company))
            yield rating, Choice(title, company, margin, title_first)


def _comma_pieces(text: str, judge: NameJudge) -> list[str]:
    pieces: list[str] = []
    depth = 0
    for piece in text.split(","):
        if pieces and (depth > 0 or judge.is_suffix(piece)):
            pieces[-1] += "," + piece
        else:
            pieces.append(piece.strip())
        depth += piece.count("(") - piece.count(")")
    return [piece for piece in pieces if piece]


def _late_cut(text: str, judge: NameJudge) -> tuple[str, str] | None:
    """Cut "Backend developer in Mekong Pay"; "Engineer in Test" stays whole."""
    for joint in _LATE_JOINT.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        if judge.title_score(left) < _SURE or right.casefold().split()[0] in _NOT_EMPLOYERS:
            continue
        if joint.group().strip() == "in" or judge.company_score(right) > 0:
            return left, right
    return None


def _alone(fields: Sequence[Field], judge: NameJudge) -> Choice:
    if not fields:
        return Choice(None, None, 0.0, title_first=True)
    text = fields[0].text
    parted = _late_cut(text, judge)
    if parted:
        return Choice(parted[0], _employer(parted[1], judge), 1.0, title_first=True)
    match = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if match and judge.title_score(match[1]) >= _SURE and judge.company_score(match[2]) >= _SURE:
        return Choice(match[1], match[2], 1.0, title_first=True)
    lean = _lean(text, judge)
    if lean > 0:
        return Choice(text, None, lean, title_first=True)
    return Choice(None, _employer(text, judge), lean, title_first=False)


def _lean(text: str, judge: NameJudge) -> float:
    """Return how much more a text reads like a title than like an employer.

    Behind a sure title and a comma stands a field of work: the "Payments" of "Engineer, Payments" is no employer.
    """
    title = judge.title_score(text)
    first, _, rest = text.partition(",")
    named = first if rest and judge.title_score(first) >= _SURE and judge.company_score(rest) < 3.0 else text
    return title - judge.company_score(named)


def _employer(text: str, judge: NameJudge) -> str:
    """Take from an employer what follows its name behind a comma: a town nobody has listed, a department."""
    pieces = _comma_pieces(text, judge)
    if len(pieces) > 1 and judge.company_score(", ".join(pieces[1:])) <= max(1.2, judge.company_score(pieces[0])):
        return pieces[0]
    return text


def _unlikely(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return len(words) > _NAME_WORDS or text[0].islower() or len(words) > 5 and small > 1 or text.endswith((".", ":")) and len(words) > 4


def _joined(fields: Sequence[Field], first: Field) -> str:
    return first.text if len(fields) == 1 else fields[0].text


def orientation_of(heads: Sequence[Sequence[Field]], judge: NameJudge) -> Orientation:
    """Find what the heads of a section have in common: one layout serves all of them."""
    told = [head for head in heads if head]
    single = sum(len(head) == 1 and "," in head[0].text for head in told)
    lone = single * 2 > len(told)
    free = Orientation(single_field=lone)
    lean = 0.0
    for head in told:
        choice = choose(head, judge, free)
        if choice.title and choice.company:
            lean += choice.margin if choice.title_first else -choice.margin
    return Orientation(lean >= 0, certain=abs(lean) >= 2.0, single_field=lone)

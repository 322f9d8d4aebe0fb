"""Cuts the head of a job into its fields: what its line breaks, signs and dates part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.evidence.names import NameJudge
from matcher.evidence.position_labels import FormLabels
from matcher.evidence.position_units import HeadLine

__all__ = ["Field", "fields_of"]

# What parts the fields of one line beside a comma. A slash does not: "CI/CD", "Engineer / Architect".
_SIGN = (
    r"\s*[|\u00b7\u2022\u2023\u25cf\uff5c]\s*|\s*;\s+"
    r"|\s+[-\u2010-\u2015\u2212]+\s+|\s*[\u2013\u2014]\s*|\s{2,}|\t|\s+//?\s+"
)
_SIGNS = re.compile(_SIGN)
_JOINT = re.compile(_SIGN + r"|\s+(?:at|@|bei|chez)\s+(?=[^\W_])|\s*@\s+", re.IGNORECASE)
_LABEL = re.compile(r"^\s*([^\W\d_][\w ]{1,20}?)\s*:\s*")
# "Software Engineer (Tern Freight, Oslo)": a title, and in brackets who employed it.
_IN_BRACKETS = re.compile(r"(?P<title>[^()]{3,60}?(?:\([^()]*\))?)\s*\((?P<rest>[^()]+(?:\([^()]*\)[^()]*)*)\)[,.\s]*")
_ADDRESS = re.compile(
    r"\(?(?:https?://|www\.)\S+|^\s*[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|dev|io|eu)/?\S*\s*$", re.IGNORECASE
)
# A length, an explanation: what stands in brackets behind a name and is no part of it.
_NOTE = re.compile(
    r"\s*\((?:\d[^()]*(?:month|year|yr|mo)s?\b[^()]*|[^()]*,[^()]*,[^()]*|(?:via|formerly|acquired) [^()]*)\)\s*$"
)
_BRACKETED = re.compile(r"\([^()]*\)")
# The number of an entry that is no list sign: "[1] Developer", "2.1 Developer".
_NUMBERED = re.compile(r"\s*(?:\[\d{1,2}\]|\d{1,2}\.\d{1,2}\.?|\d{1,2}\))\s+(?=[^\W\d_])")
_STOP = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z\u00c0-\u00de])")
_NAMED = re.compile(r"(?P<name>[^\W\d_][^:.,;]{1,40}):\s+(?P<rest>\S.*)")
_EDGE = " \t,;|\u00b7\u2022:*_`~-\u2010\u2011\u2012\u2013\u2014\u2212/#"
_NAME_WORDS = 9
_SURE = 2.5
_LEGAL_FORM = 3.0


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


def fields_of(lines: Sequence[HeadLine], judge: NameJudge, labels: FormLabels, *, at_joins: bool = True) -> list[Field]:
    """Cut head lines into fields, without dates, places, employment types and marks.

    With ``at_joins`` the word "at" parts two fields; schools have it in their names.

    ``labels`` know what the labels of a form announce: "title", "company", "date", "other" (a place, a sector).
    """
    found: list[Field] = []
    joint = _JOINT if at_joins else _SIGNS
    for number, line in enumerate(lines):
        for piece in _parts_of(line, judge, labels):
            found += _piece_fields(piece, number, judge, labels, joint, bold=line.bold)
    return [one for one in found if one.text and not judge.is_employment_type(one.text)]


def _parts_of(line: HeadLine, judge: NameJudge, labels: FormLabels) -> Iterator[str]:
    """Yield the pieces of a line, without its dates, cut where a colon or brackets part title, employer and town."""
    label = labels.at_start(line.text)
    if label and label.kind == "date" and line.period:
        yield line.text[max(label.end, line.period.span.end - line.span.start) :]
        return
    if label and not line.period:
        yield line.text
        return
    for piece in _without_period(line, judge):
        inner = _IN_BRACKETS.fullmatch(piece.strip(_EDGE + "("))
        if inner and judge.title_score(inner["title"]) >= _SURE and _is_employer(inner["rest"], judge):
            yield f"{inner['title']}\t{inner['rest']}"
            continue
        before, colon, after = piece.partition(": ")
        yield (
            f"{before}\t{after}"
            if colon and not labels.kind(before) and _parts_at_colon(before, after, judge)
            else piece
        )


def _is_employer(text: str, judge: NameJudge) -> bool:
    """Tell the employer from the field of work in the brackets behind a title: a legal form or a town tells."""
    rest, place = judge.split_place(text)
    return judge.company_score(text) >= _LEGAL_FORM or (bool(place) and bool(rest) and judge.title_score(rest) < _SURE)


def _parts_at_colon(before: str, after: str, judge: NameJudge) -> bool:
    """Tell "Tern Freight: Developer" and "Oslo: Tern Freight" from a label and its value."""
    name = before.strip(_EDGE)
    if not name or not after.strip() or _small(after):
        return False
    if judge.is_place(name):
        return True
    titled = judge.title_score(after.split(",")[0]) >= _SURE
    return titled and not judge.is_employment_type(name) and len(name.split()) <= _NAME_WORDS


def _without_period(line: HeadLine, judge: NameJudge) -> Iterator[str]:
    if line.period is None:
        if not _tells(line.text, judge):
            yield line.text
        return
    start = line.period.span.start - line.span.start
    end = line.period.span.end - line.span.start
    before, after = line.text[:start], line.text[end:]
    yield from _sentences(before, judge)
    # Behind the dates a whole sentence may begin: the text that a floating head stands beside.
    head = _head_of(after, judge)
    if head is not None:
        yield head
    elif re.match(r"\s*[|,:\u00b7\u2013\u2014-]", after) or not _reads_as_body(after, judge):
        yield after


def _sentences(text: str, judge: NameJudge) -> list[str]:
    """Part what full stops part: "Tern Freight, Oslo. Junior developer, ". Those of "Inc." and "J. Smith" do not."""
    parts, at = [], 0
    for stop in _STOP.finditer(text):
        word = text[: stop.start()].rsplit(None, 1)[-1]
        if judge.is_short_form(word):
            continue
        parts.append(text[at : stop.start()])
        at = stop.end()
    return [*parts, text[at:]]


def _head_of(text: str, judge: NameJudge) -> str | None:
    """Return what heads a job where prose follows it on the line of the dates; None where none does.

    Example: "Tern Freight: quote engine. Symfony 6, MySQL." gives "Tern Freight", "Tern Freight, back end. Go and
    Redis." gives "Tern Freight, back end".
    """
    text = text.lstrip(_EDGE)
    first, *rest = _sentences(text, judge)
    told = bool(rest) or first != text or text.endswith(".")
    name = _NAMED.match(first)
    if name and judge.title_score(name["rest"].split(",")[0]) < _SURE and (told or _small(name["rest"])):
        return name["name"]
    if not told or len(first.split()) > _NAME_WORDS + 3 or not first:
        return None
    last = first.rsplit(None, 1)[-1]
    # "Inc." keeps its dot; that of "AS." ends the sentence.
    return first if judge.is_suffix(last) and not last.isupper() else first.removesuffix(".")


def _small(text: str) -> bool:
    return sum(word[0].islower() for word in text.split()) * 2 > len(text.split())


def _tells(text: str, judge: NameJudge) -> bool:
    """Tell a line about the employer from its name: "A chain of nine kitchens"."""
    words = _BRACKETED.sub(" ", text).split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    named = judge.title_score(text) >= 1.0 or judge.company_score(text) >= _SURE
    return len(words) > 3 and small > 1 and not named


def _reads_as_body(text: str, judge: NameJudge) -> bool:
    words = _BRACKETED.sub(" ", text).split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    if len(words) > 2 * _NAME_WORDS:
        return True
    return len(words) > 5 and (small > 1 or len(words) > _NAME_WORDS) and judge.title_score(text) < 1.0


def _piece_fields(
    piece: str, line: int, judge: NameJudge, labels: FormLabels, joints: re.Pattern[str], *, bold: bool
) -> Iterator[Field]:
    number = _NUMBERED.match(piece)
    at, joint, awaited = number.end() if number else 0, "", None
    cuts = [*(cut for cut in joints.finditer(piece) if not _parts_titles(piece, cut, judge)), None]
    for cut in cuts:
        text = piece[at : cut.start() if cut else len(piece)]
        label, awaited = awaited, None
        named, match = labels.at_start(text), _LABEL.match(text)
        if named:
            label, text = named.kind, text[named.end :]
            # "Employer   Tern": a gap or a tab parts the label from its value.
            awaited = label if not text.strip() else None
        elif match and judge.is_employment_type(match.group(1)):
            # "Permanent: junior developer"
            text = text[match.end() :]
        elif match and match.group(1).isupper() and not text[match.end() :].isupper():
            # "THE ADVENTURE: Larkfield Freight"
            text = text[match.end() :]
        text = _trimmed(_NOTE.sub("", _ADDRESS.sub("", text)))
        place = None
        if judge.is_place(text):
            text, place = "", text
        elif text:
            text, place = judge.split_place(text)
            text = _trimmed(text)
        if text and any(char.isalnum() for char in text) and label not in {"date", "other"}:
            yield Field(text, line, label, joint, place, bold)
        if cut:
            at, joint = cut.end(), cut.group().strip() or " "


def _parts_titles(piece: str, cut: re.Match[str], judge: NameJudge) -> bool:
    """Tell a slash between two titles of one person: "Tech Lead / Architect"."""
    if cut.group().strip() != "/":
        return False
    before, after = _SIGNS.split(piece[: cut.start()])[-1], _JOINT.split(piece[cut.end() :])[0]
    return min(judge.title_score(before), judge.title_score(after)) >= _SURE


def _trimmed(text: str) -> str:
    text = text.strip(_EDGE)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text).strip(_EDGE)
    for left, right in ("()", "[]"):
        if text.count(left) > text.count(right):
            text = (
                text.rstrip(left + " ") if text.endswith(left) else text.lstrip(left) if text.startswith(left) else text
            )
        elif text.count(right) > text.count(left):
            text = (
                text.lstrip(right + " ")
                if text.startswith(right)
                else text.rstrip(right)
                if text.endswith(right)
                else text
            )
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return text.strip(_EDGE).removesuffix("**")

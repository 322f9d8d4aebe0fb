"""Chooses which field of a job's head is the title and which the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.evidence.names import NameJudge
from matcher.evidence.position_employers import comma_pieces, employer_of, is_like_a_town, without_town
from matcher.evidence.position_fields import Field

__all__ = ["Choice", "Orientation", "choose", "orientation_of"]

_LATE_JOINT = re.compile(r"\s+(?:in|for|with|by)\s+(?=[A-Z])")
_NOT_EMPLOYERS = frozenset({"test", "training", "residence", "charge", "chief", "law"})
_AT = frozenset({"at", "@", "bei", "chez"})
_MARKS = " *_#\t"
_NAME_WORDS = 9
_SURE = 2.5
_LEGAL_FORM = 3.0
# What the neighbours of a head say about its order weighs as much as half a sure title; less where they disagree.
_CERTAIN_ORDER = 1.5
_LIKELY_ORDER = 0.4
# "Backend developer in Mekong Pay": surer than any cut at a comma.
_PARTED_BY_WORD = 9.0
# A head that is a title, an employer and a town weighs more than the rarity of an employer of two parts.
_WHOLE_HEAD = 3.5
_DASHES = frozenset({"\u2013", "\u2014", "-"})


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
    """What the heads of a section have in common.

    ``towns_follow`` tells that what stands behind an employer and a comma may be a town that nobody has listed,
    ``towns_last`` that heads of three parts end in one: "Developer, Tern Freight, Larvik".
    """

    title_first: bool = True
    certain: bool = False
    single_field: bool = False
    towns_follow: bool = True
    towns_last: bool = False


def choose(fields: Sequence[Field], judge: NameJudge, orientation: Orientation) -> Choice:
    """Choose title and employer among the fields of one head."""
    if [one.label for one in fields] == ["title"] and _employer_behind_comma(fields[0].text, judge):
        fields = [replace(fields[0], label=None)]
    labelled = {one.label: one.text for one in fields if one.label}
    if "title" in labelled or "company" in labelled:
        rest = [one for one in fields if not one.label]
        other = rest[0].text if rest else None
        title, company = labelled.get("title"), labelled.get("company")
        company = employer_of(company, judge, towns=orientation.towns_follow) if company else other if title else None
        return Choice(title or other, company, 0.0, title_first=True)
    options = [*_pairs(fields, judge, orientation), *_halves(fields, judge, orientation)]
    if not options:
        return _alone(fields, judge)
    rating, best = max(options, key=lambda option: option[0])
    return replace(best, rating=rating)


def _employer_behind_comma(text: str, judge: NameJudge) -> bool:
    """Tell whether a form names the employer on the line of the title: "Position: Developer, Tern Ltd"."""
    return any(judge.company_score(piece) >= _SURE for piece in comma_pieces(text, judge)[1:])


def _pairs(fields: Sequence[Field], judge: NameJudge, orientation: Orientation) -> Iterator[tuple[float, Choice]]:
    """Rate every two fields that stand apart by a line or a sign."""
    near = list(fields[:4])
    for i, first in enumerate(near):
        for j, second in enumerate(near):
            if i == j:
                continue
            towns = orientation.towns_follow and not any(one.place for one in near)
            title, company = first.text, employer_of(second.text, judge, towns=towns)
            margin = _lean(title, judge) - _lean(company, judge)
            rating = margin + 1.0 * (min(i, j) == 0) + 0.5 * (abs(i - j) == 1) + 1.0
            rating -= 1.5 * (_unlikely(title) + _unlikely(company))
            rating += _order_weight(orientation) * (1 if (i < j) == orientation.title_first else -1)
            if second.joint.casefold() in _AT and j == i + 1:
                rating += 3.0
            rating -= 3.0 * (first.joint.casefold() in _AT and i == j + 1)
            if first.bold != second.bold:
                rating += 0.2 * first.bold
            rating -= 0.6 * (max(i, j) > 1)
            if orientation.single_field and "," in near[0].text:
                rating -= 2.0
            chosen = Choice(
                _whole(near, i, j, judge),
                employer_of(_whole(near, j, i, judge, title=False), judge, towns=towns),
                margin,
                i < j,
            )
            yield rating, chosen


def _whole(fields: Sequence[Field], at: int, other: int, judge: NameJudge, *, title: bool = True) -> str:
    """Return a field with the parts that a dash cut off it, where nothing else of the head shares its line.

    Example: "State University - IT Service Desk" above "Data Analyst" is one employer.
    """
    mine = [one for one in fields if one.line == fields[at].line]
    text = fields[at].text
    if not title and judge.company_score(text) >= _LEGAL_FORM:
        # "Tern Pvt. Ltd. - Card Issuing": the legal form ends the name.
        return text
    parted = fields[other].line != fields[at].line and len(mine) > 1 and (mine[0] is fields[at] or not title)
    if parted and all(one.joint in _DASHES for one in mine[1:]):
        text = f" {mine[1].joint} ".join(one.text for one in mine)
    return text


def _halves(fields: Sequence[Field], judge: NameJudge, orientation: Orientation) -> Iterator[tuple[float, Choice]]:
    """Rate every way to cut the first field in two at a comma: "Engineer, Payments, Acme" or "Acme, Engineer"."""
    if not fields:
        return
    bonus = 1.0 if len(fields) == 1 or orientation.single_field else -2.0
    parted = _late_cut(fields[0].text, judge)
    if parted and len(fields) == 1:
        yield _PARTED_BY_WORD, Choice(parted[0], employer_of(parted[1], judge), 1.0, title_first=True)
    pieces = comma_pieces(fields[0].text, judge)
    for cut in range(1, len(pieces)):
        left, right = ", ".join(pieces[:cut]), ", ".join(pieces[cut:])
        for title, company, title_first in ((left, right, True), (right, left, False)):
            margin = _lean(title, judge) - _lean(company, judge)
            rating = margin + bonus + _order_weight(orientation) * (1 if title_first == orientation.title_first else -1)
            # An employer of two parts is far rarer than a title of two ("Engineer, Payments").
            parts = len(pieces) - cut if title_first else cut
            whole = parts == 2 and judge.is_department(company.rpartition(",")[2])
            rating -= 2.0 * (parts > 1 and not whole) + 0.3 * (title.count(",") > 0)
            # "Assistant, Prairie College" is no title: a name of an employer stands behind its comma.
            rating -= 4.0 * any(
                " " in piece and judge.company_score(piece) >= _SURE for piece in comma_pieces(title, judge)[1:]
            )
            rating -= 1.5 * (_unlikely(title) + _unlikely(company))
            if title_first and orientation.towns_last and _ends_in_town(pieces, judge):
                rating += _WHOLE_HEAD if cut == len(pieces) - 2 else 0.0
                company = pieces[cut]
            yield rating, Choice(title, company, margin, title_first)


def _late_cut(text: str, judge: NameJudge) -> tuple[str, str] | None:
    """Cut "Backend developer in Mekong Pay"; "Engineer in Test" stays whole."""
    for joint in _LATE_JOINT.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        if judge.title_score(left) < _SURE or right.casefold().split()[0].strip(",;.") in _NOT_EMPLOYERS:
            continue
        before = left.rpartition(",")[2].strip()
        if before != left and judge.company_score(f"{before}{joint.group()}{right}") >= _SURE:
            # "Engineer, Office for Coastal Records": the word stands inside the name.
            continue
        behind = _behind_place(right, judge)
        if behind and (joint.group().strip() in {"in", "with"} or _names_employer(right, judge)):
            return left.strip(_MARKS), without_town(behind, judge)
    return None


def _names_employer(text: str, judge: NameJudge) -> bool:
    """Tell the "Tern Freight, Larvik" of "Developer for Tern Freight, Larvik" from a field of work."""
    if judge.company_score(text) > 0:
        return True
    pieces = comma_pieces(text, judge)
    return len(pieces) == 2 and " " in pieces[0] and is_like_a_town(pieces[1], judge)


def _behind_place(text: str, judge: NameJudge) -> str:
    """Return what follows a place at the start of a text: the "Tern" of "Leeds, UK, Tern"."""
    pieces = comma_pieces(text, judge)
    for count in (2, 1):
        if judge.is_place(", ".join(pieces[:count])):
            return ", ".join(pieces[count:])
    return text


def _alone(fields: Sequence[Field], judge: NameJudge) -> Choice:
    if not fields:
        return Choice(None, None, 0.0, title_first=True)
    text = fields[0].text
    parted = _late_cut(text, judge)
    if parted:
        return Choice(parted[0], employer_of(parted[1], judge), 1.0, title_first=True)
    match = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if match and judge.title_score(match[1]) >= _SURE and judge.company_score(match[2]) >= _SURE:
        return Choice(match[1], match[2], 1.0, title_first=True)
    lean = _lean(text, judge)
    if lean > 0:
        return Choice(text, None, lean, title_first=True)
    return Choice(None, employer_of(text, judge), lean, title_first=False)


def _order_weight(orientation: Orientation) -> float:
    return _CERTAIN_ORDER if orientation.certain else _LIKELY_ORDER


def _lean(text: str, judge: NameJudge) -> float:
    """Return how much more a text reads like a title than like an employer.

    Behind a sure title and a comma stands a field of work: the "Payments" of "Engineer, Payments" is no employer.
    """
    title = judge.title_score(text)
    first, _, rest = text.partition(",")
    named = first if rest and judge.title_score(first) >= _SURE and judge.company_score(rest) < 3.0 else text
    return title - judge.company_score(named)


def _unlikely(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return (
        len(words) > _NAME_WORDS
        or text[0].islower()
        or (len(words) > 5 and small > 1)
        or (text.endswith((".", ":")) and len(words) > 4)
    )


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
    return Orientation(lean >= 0, abs(lean) >= 2.0, lone, _towns_follow(told, judge), _towns_last(told, judge))


def _towns_follow(heads: Sequence[Sequence[Field]], judge: NameJudge) -> bool:
    """Tell whether most heads have something behind the comma of a name: their towns, where none is a known place."""
    if any(one.place for head in heads for one in head):
        return True
    tailed = sum(
        any("," in one.text and judge.title_score(one.text.split(",")[0]) < _SURE for one in head) for head in heads
    )
    return tailed * 2 >= len(heads)


def _towns_last(heads: Sequence[Sequence[Field]], judge: NameJudge) -> bool:
    """Tell whether the heads are title, employer and town, rather than title, field of work and employer."""
    votes = 0
    for field in (one for head in heads for one in head[:1]):
        pieces = comma_pieces(field.text, judge)
        if len(pieces) < 2 or judge.title_score(pieces[0]) < _SURE:
            continue
        if field.place and not judge.is_department(pieces[-1]):
            votes += 1
        elif len(pieces) > 2:
            votes += 1 if _ends_in_town(pieces, judge) else -1
    return votes > 0


def _ends_in_town(pieces: Sequence[str], judge: NameJudge) -> bool:
    """Tell "Developer", "Tern Freight", "Larvik" from "Developer", "Payments", "Tern"."""
    if len(pieces) < 3 or not is_like_a_town(pieces[-1], judge):
        return False
    return judge.company_score(pieces[-2]) > 0 or len(pieces[-2].split()) > len(pieces[-1].split())

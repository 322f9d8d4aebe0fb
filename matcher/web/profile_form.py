"""A role profile as the fields of a form: all that was typed, also what cannot be read, so that it comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from matcher.requirements.naming import signal_names, skill_names
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_schema import ProfileFile, ProfileQuestion, ProfileRequirement

__all__ = ["ProfileForm", "form_of_profile", "form_sent", "question_row", "requirement_row"]

Row = dict[str, str]
_REQUIREMENT = (
    "id", "label", "kind", "importance", "weight", "level", "min_years", "partial_years", "any_of", "related",
    "signals", "met", "partial", "missing", "quote",
)  # fmt: skip
_QUESTION = ("id", "prompt", "kind", "for", "answer_points", "follow_ups", "listen_for")
_MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """What stands in the fields. ``based_on`` is the version that was opened for editing.

    ``left_out`` are questions of the bank that are not asked.
    """

    based_on: str
    title: str
    seniority: str
    summary: str
    degree: str
    degree_or_years: bool
    requirements: list[Row]
    questions: list[Row]
    left_out: frozenset[str] = field(default=frozenset())


def form_of_profile(profile: ProfileFile, number: int, taxonomy: Taxonomy) -> ProfileForm:
    """Return the form of a profile that is stored."""
    return ProfileForm(
        based_on=str(number),
        title=profile.title,
        seniority=profile.seniority,
        summary=profile.summary,
        degree=profile.degree.level if profile.degree else "",
        degree_or_years=bool(profile.degree and profile.degree.equivalent_ok),
        requirements=[requirement_row(entry, taxonomy) for entry in profile.requirements],
        questions=[question_row(entry) for entry in profile.questions],
        left_out=frozenset(profile.left_out),
    )


def form_sent(sent: MultiDict[str, str], left_out: frozenset[str]) -> ProfileForm:
    """Return the form as it was sent, without the rows that were marked to be removed.

    Args:
        sent: the fields.
        left_out: the bank's questions that are not asked, which this form leaves as they are.
    """
    return ProfileForm(
        based_on=sent.get("based_on", ""),
        title=sent.get("title", ""),
        seniority=sent.get("seniority", ""),
        summary=sent.get("summary", ""),
        degree=sent.get("degree", ""),
        degree_or_years="degree_or_years" in sent,
        requirements=_rows(sent, "r", _REQUIREMENT),
        questions=_rows(sent, "q", _QUESTION),
        left_out=left_out,
    )


def requirement_row(entry: ProfileRequirement, taxonomy: Taxonomy) -> Row:
    """Return the fields of one requirement, skills by their names."""
    skills = skill_names(taxonomy)
    criteria = entry.criteria
    return {
        "id": entry.id,
        "label": entry.label,
        "kind": entry.kind,
        "importance": entry.importance,
        "weight": f"{entry.weight:g}",
        "level": entry.level,
        "min_years": _number(entry.min_years),
        "partial_years": _number(entry.partial_years),
        "any_of": skills.show(entry.any_of),
        "related": skills.show(entry.related),
        "signals": signal_names(taxonomy).show(entry.signals),
        "met": criteria.met if criteria else "",
        "partial": criteria.partial if criteria else "",
        "missing": criteria.missing if criteria else "",
        "quote": entry.quote or "",
    }


def question_row(entry: ProfileQuestion) -> Row:
    """Return the fields of one question of the team's own, a point on each line."""
    return {
        "id": entry.id,
        "prompt": entry.prompt,
        "kind": entry.kind,
        "for": entry.requirements[0] if entry.requirements else "",
        "answer_points": _lines(entry.answer_points),
        "follow_ups": _lines(entry.follow_ups),
        "listen_for": _lines(entry.listen_for),
    }


def _rows(sent: Mapping[str, str], letter: str, names: Sequence[str]) -> list[Row]:
    """Read numbered rows ("r0-label") until one is not there."""
    rows = []
    for number in range(_MOST_ROWS):
        prefix = f"{letter}{number}-"
        if f"{prefix}id" not in sent:
            break
        if f"{prefix}remove" not in sent:
            rows.append({name: sent.get(prefix + name, "").replace("\r\n", "\n").strip() for name in names})
    return rows


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(texts)

"""From the fields of a form to a role profile, with everything that is wrong blamed on its field."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Mapping
from typing import Any

from matcher.requirements.naming import Names, signal_names, skill_names, split_names
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile import ProfileFault, profile_from_data
from matcher.taxonomy.profile_schema import ProfileFile, ProfileQuestion, ProfileRequirement
from matcher.taxonomy.profile_sources import entry_of
from matcher.web.problems import Problem
from matcher.web.profile_form import ProfileForm, Row

__all__ = ["field_of", "problem_of_fault", "read_form"]

_REQUIREMENT_FIELDS = dict.fromkeys(("", "requirement", "id", "sources", "checklist", "quote"), "label") | {
    "criteria": "met"
}
_QUESTION_FIELDS = dict.fromkeys(("", "id", "sources", "skills", "levels"), "prompt") | {"requirements": "for"}


def read_form(
    form: ProfileForm, base: ProfileFile, taxonomy: Taxonomy
) -> tuple[ProfileFile | None, tuple[Problem, ...]]:
    """Return the profile that a form describes, None if it cannot be saved so, and what is wrong with it.

    What the form does not show of an entry (its checklist, its sources, its sentence in the job description) is kept
    from ``base``, or from our own requirement of that name.
    """
    reader = _Reader(base, taxonomy)
    data = {
        "title": form.title.strip(),
        "seniority": form.seniority,
        "summary": form.summary.strip(),
        "requirements": [reader.requirement(number, row) for number, row in enumerate(form.requirements)],
        "questions": [reader.question(row) for row in form.questions],
        "left_out": sorted(form.left_out),
        "sources": list(base.sources),
        "degree": reader.degree(form),
    }
    profile, faults = profile_from_data(data, taxonomy)
    blamed = {problem.field for problem in reader.problems}
    # What could not be read is not there, so that rules would tell of it a second time.
    broken = (problem_of_fault(fault) for fault in faults if fault.blocking)
    problems = (*reader.problems, *(problem for problem in broken if problem.field not in blamed))
    return (None if problems else profile), problems


def problem_of_fault(fault: ProfileFault) -> Problem:
    """Return a fault as a problem of its field."""
    return _problem(field_of(fault), fault.message, fault.remedy)


def field_of(fault: ProfileFault) -> str:
    """Return which field of the form a place of the profile stands in: r2-any_of for ("requirements", 2, "any_of")."""
    match fault.path:
        case ("requirements", int(number), *rest):
            return f"r{number}-{_REQUIREMENT_FIELDS.get(_last_key(rest), _last_key(rest))}"
        case ("questions", int(number), *rest):
            return f"q{number}-{_QUESTION_FIELDS.get(_last_key(rest), _last_key(rest))}"
        case ("requirements",):
            return "add"
        case (str(key), *_) if key in {"title", "seniority", "summary", "degree"}:
            return key
    return "form"


def _last_key(path: list[str | int]) -> str:
    return next((key for key in reversed(path) if isinstance(key, str)), "")


def _problem(field: str, message: str, remedy: str) -> Problem:
    return Problem(422, "profile_invalid", "The profile cannot be saved so", message, remedy, field)


class _Reader:
    """Reads rows and collects what cannot be read."""

    def __init__(self, base: ProfileFile, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._degree = base.degree
        self._asked: Mapping[str, ProfileRequirement] = {one.id: one for one in base.requirements}
        self._questions: Mapping[str, ProfileQuestion] = {one.id: one for one in base.questions}
        self._ids: set[str] = set()
        self._asked_ids: set[str] = set()
        self.problems: list[Problem] = []

    def requirement(self, number: int, row: Row) -> dict[str, Any]:
        """Return one requirement as data."""
        place = f"r{number}-"
        identifier = row["id"] or self._new_id(row["label"], self._ids)
        self._ids.add(identifier)
        skills, signals = skill_names(self._taxonomy), signal_names(self._taxonomy)
        criteria = {name: row[name] for name in ("met", "partial", "missing")}
        return self._kept(identifier) | {
            "id": identifier,
            "label": row["label"],
            "kind": row["kind"],
            "importance": row["importance"],
            "weight": self._number(place + "weight", row["weight"], 1),
            "level": row["level"],
            "min_years": self._number(place + "min_years", row["min_years"], None),
            "partial_years": self._number(place + "partial_years", row["partial_years"], None),
            "any_of": self._named(place + "any_of", row["any_of"], skills),
            "related": self._named(place + "related", row["related"], skills),
            "signals": self._named(place + "signals", row["signals"], signals),
            "criteria": criteria if any(criteria.values()) else None,
        }

    def question(self, row: Row) -> dict[str, Any]:
        """Return one question as data; what it studies beside the chosen requirement is kept."""
        known = self._questions.get(row["id"])
        studies = [row["for"]] if row["for"] else []
        if known is not None and studies and studies[0] in known.requirements:
            studies = [name for name in known.requirements if name in self._ids]
        kept = known.model_dump(mode="json", exclude_defaults=True) if known else {}
        identifier = row["id"] or self._new_id(row["prompt"], self._asked_ids)
        self._asked_ids.add(identifier)
        return kept | {
            "id": identifier,
            "prompt": row["prompt"],
            "kind": row["kind"],
            "requirements": studies,
            "answer_points": _points(row["answer_points"]),
            "follow_ups": _points(row["follow_ups"]),
            "listen_for": _points(row["listen_for"]),
        }

    def degree(self, form: ProfileForm) -> dict[str, Any] | None:
        """Return the degree that is asked for; a must-have where the requirement that asks for it is one."""
        if not form.degree:
            return None
        asking = [row["importance"] for row in form.requirements if row["kind"] == "degree"]
        before = self._degree.required if self._degree else True
        return {
            "level": form.degree,
            "required": "required" in asking if asking else before,
            "equivalent_ok": form.degree_or_years,
        }

    def _kept(self, identifier: str) -> dict[str, Any]:
        """Return what the form does not show of a requirement."""
        known = self._asked.get(identifier)
        if known is None:
            own = self._taxonomy.requirements.get(identifier)  # type: ignore[call-overload]
            if own is None:
                return {}
            known = entry_of(own)
        return {"checklist": list(known.checklist), "quote": known.quote, "sources": list(known.sources)}

    def _named(self, field: str, text: str, names: Names) -> list[str]:
        found, unknown = names.read(split_names(text))
        if unknown:
            message = f"We do not know {', '.join(unknown)}."
            self._blame(field, message, "Try another name for it, or leave it out.")
        return list(found)

    def _number(self, field: str, text: str, nothing: float | None) -> float | None:
        if not text:
            return nothing
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self._blame(field, f"“{text[:20]}” is no number.", "Write it like 2 or 1.5.")
            return nothing
        return value

    def _new_id(self, label: str, given: set[str]) -> str:
        """Return an identifier made from a label that no other entry has or had."""
        plain = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-")[:60].rstrip("-")
        stem = plain if plain[:1].isalpha() else f"r-{plain}".rstrip("-")
        taken = {*given, *self._asked, *self._questions}
        names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        return next(name for name in names if name not in taken)

    def _blame(self, field: str, message: str, remedy: str) -> None:
        self.problems.append(_problem(field, message, remedy))


def _points(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]

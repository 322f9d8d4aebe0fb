"""The plain-text listings of the commands that are not reports; each is made from the same shape as the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["parse_text", "questions_text", "requirements_text", "role_text", "roles_text"]

Shape = dict[str, Any]


def parse_text(shape: Shape) -> str:
    """Return what was read from one resume, for a terminal."""
    lines = [f"{shape['format'].upper()}, {_count(shape['pages'], 'page')}, {_count(len(shape['lines']), 'line')}"]
    months = shape["experience_months"]
    lines.append(f"Dated experience: {_span(months) if months is not None else 'not stated'}")
    contact = ", ".join(value for value in shape["contact"].values() if value)
    lines += ["", f"Contact: {contact or 'not found'}", "", "Positions"]
    lines += [f"  {_position(position)}" for position in shape["positions"]] or ["  none found"]
    lines += ["", "Education"]
    lines += [f"  {_education(entry)}" for entry in shape["education"]] or ["  none found"]
    lines += ["", "Skills"]
    lines += [f"  {_skill(skill)}" for skill in shape["skills"]] or ["  none found"]
    if shape["unrecognised"]:
        names = dict.fromkeys(name["text"] for name in shape["unrecognised"])
        lines += ["", "Not recognised, and not judged", f"  {', '.join(names)}"]
    if shape["warnings"]:
        lines += ["", "How it was read"]
        lines += [f"  {warning['message']} ({warning['code']})" for warning in shape["warnings"]]
    sections = {section["start"]: section["kind"] for section in shape["sections"]}
    lines += ["", "Text"]
    for line in shape["lines"]:
        if line["start"] in sections:
            lines.append(f"  --- {sections[line['start']]}")
        lines.append(f"  {shape['text'][line['start'] : line['end']]}")
    return "\n".join(lines)


def requirements_text(shape: Shape) -> str:
    """Return a job description's requirements, for a terminal."""
    lines = [shape["title"]]
    if shape["level"]:
        lines.append(f"Level: {shape['level']}")
    if shape["min_years"] is not None:
        lines.append(f"Experience: {shape['min_years']:g} years or more")
    if shape["degree"]:
        lines.append(f"Degree: {shape['degree']['level']}")
    for importance, title in (("required", "Must have"), ("preferred", "Nice to have")):
        chosen = [entry for entry in shape["requirements"] if entry["importance"] == importance]
        if chosen:
            lines += ["", title, *(line for entry in chosen for line in _requirement(entry))]
    return "\n".join(lines)


def roles_text(shapes: Sequence[Shape]) -> str:
    """Return the list of role profiles, for a terminal."""
    width = max((len(shape["id"]) for shape in shapes), default=0)
    return "\n".join(
        f"{shape['id']:<{width}}  {shape['title']}: {shape['required']} must-haves, {shape['preferred']} nice-to-haves"
        for shape in shapes
    )


def role_text(shape: Shape) -> str:
    """Return one role profile, for a terminal."""
    lines = [shape["title"], shape["summary"]]
    for importance, title in (("required", "Must have"), ("preferred", "Nice to have")):
        chosen = [entry for entry in shape["requirements"] if entry["importance"] == importance]
        if not chosen:
            continue
        lines += ["", title]
        for entry in chosen:
            lines.append(f"  {entry['label']}")
            if entry["criteria"]:
                lines.append(f"    shown when: {entry['criteria']['met']}")
    return "\n".join(lines)


def questions_text(shapes: Iterable[Shape]) -> str:
    """Return study cards, for a terminal."""
    blocks = []
    for shape in shapes:
        lines = [f"{shape['prompt']}  [{shape['kind']}, {shape['id']}]"]
        lines += [f"  - {point}" for point in shape["answer_points"]]
        lines += [f"  watch out: {pitfall}" for pitfall in shape["pitfalls"]]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) if blocks else "No question found."


def _position(position: Shape) -> str:
    name = ", ".join(part for part in (position["title"], position["company"]) if part) or "untitled"
    end = "present" if position["current"] else position["end"] or "?"
    return f"{name} ({position['start']} to {end})" if position["start"] else f"{name} (no dates)"


def _education(entry: Shape) -> str:
    return ", ".join(part for part in (entry["degree"], entry["institution"], entry["end"]) if part)


def _skill(skill: Shape) -> str:
    length = f", {_span(skill['months'])}" if skill["months"] is not None else ""
    return f"{skill['name']}: {skill['level']}{length}, named {_count(len(skill['mentions']), 'time')}"


def _requirement(entry: Shape) -> list[str]:
    years = f" ({entry['min_years']:g}+ years)" if entry["min_years"] is not None else ""
    lines = [f"  {entry['label']}{years}"]
    if entry["quote"]:
        lines.append(f"    “{entry['quote']['text']}”")
    return lines


def _span(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [_count(years, "year")] if years else []
    if rest or not parts:
        parts.append(_count(rest, "month"))
    return " ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

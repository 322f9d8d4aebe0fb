"""Reads what a bias audit needs from tables, and writes what came of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from matcher.errors import ErrorCode, InputError
from matcher.reports.bias import BiasAudit, GroupResult, Outcome, Subject
from matcher.reports.tables import guard_cell

__all__ = ["audit_csv", "audit_json", "read_outcomes", "read_subjects"]

_ID = ("id", "candidate", "candidate_id", "resume", "alias")
_RACE = ("race_ethnicity", "race/ethnicity", "race", "ethnicity")
_YES, _NO = frozenset({"1", "true", "y", "yes"}), frozenset({"0", "false", "n", "no"})
_DECISIONS = {"advance": True, "hold": False, "decline": False}
# What people write where they do not tell; they count as unknown, and nothing is guessed for them.
_UNTOLD = frozenset(
    {"", "-", "?", "declined", "n/a", "na", "none given", "not disclosed", "not stated", "prefer not to say", "unknown"}
)
_REMEDY = "Send a CSV with a heading, as `matcher screen --format csv` writes it."


def read_outcomes(data: bytes, *, name: str) -> tuple[Outcome, ...]:
    """Read scores and decisions from a CSV, or from the JSON of a ranking.

    The columns are "resume" or "id", "score", and "decision" (advance, hold, decline) or "selected" (yes, no); others
    are not looked at.

    Raises:
        InputError: ``file_corrupt``: it is no such table, or names somebody twice.
    """
    rows = _json_rows(data, name) if data.lstrip()[:1] in (b"{", b"[") else _csv_rows(data, name)
    key = _column(rows, _ID, name)
    return tuple(
        Outcome(row[key], _selected(row, name), _score(row.get("score", ""), name)) for row in _once(rows, key, name)
    )


def read_subjects(data: bytes, *, name: str) -> tuple[Subject, ...]:
    """Read categories from a CSV with the columns "id" (or "resume"), "sex" and "race_ethnicity"; one may be missing.

    Raises:
        InputError: ``file_corrupt``: it is no such table, or names somebody twice.
    """
    rows = _csv_rows(data, name)
    key = _column(rows, _ID, name)
    race = next((one for one in _RACE if rows and one in rows[0]), None)
    if rows and race is None and "sex" not in rows[0]:
        raise _wrong(name, "has neither a column sex nor race_ethnicity.", "Add at least one of the two.")
    return tuple(
        Subject(row[key], _told(row.get("sex", "")), _told(row.get(race, "") if race else ""))
        for row in _once(rows, key, name)
    )


def _told(value: str) -> str | None:
    plain = " ".join(value.split())
    return None if plain.casefold() in _UNTOLD else plain[:1].upper() + plain[1:]


def _csv_rows(data: bytes, name: str) -> list[dict[str, str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(name, "is no text in UTF-8.", _REMEDY) from error
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise _wrong(name, f"is no CSV: {error}.", _REMEDY) from error
    return [
        # A guarded cell begins with a quote mark that is not part of the value.
        {
            (key or "").strip().casefold(): (value or "").strip().removeprefix("'")
            for key, value in row.items()
            if isinstance(value, str)
        }
        for row in rows
    ]


def _json_rows(data: bytes, name: str) -> list[dict[str, str]]:
    try:
        shape = json.loads(data)
        rows = shape["rows"] if isinstance(shape, dict) else shape
        return [{key: _plain(value) for key, value in row.items()} for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _wrong(name, "is no ranking in JSON.", _REMEDY) from error


def _plain(value: Any) -> str:
    # The score of a ranking in the contract's form is a record of its own.
    if isinstance(value, dict):
        value = value.get("value")
    return "" if value is None else str(value)


def _column(rows: Sequence[Mapping[str, str]], names: Sequence[str], name: str) -> str:
    found = next((one for one in names if rows and one in rows[0]), None)
    if found is None:
        raise _wrong(name, "has no row, or no column id or resume.", _REMEDY)
    return found


def _once(rows: Iterable[dict[str, str]], key: str, name: str) -> Iterable[dict[str, str]]:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if row[key] in seen:
            raise _wrong(name, f"names {row[key]} twice (line {number}).", "Keep one row for each person.")
        seen.add(row[key])
        yield row


def _selected(row: Mapping[str, str], name: str) -> bool | None:
    word = row.get("selected", "").casefold()
    if word:
        if word not in _YES | _NO:
            raise _wrong(name, f"has {word!r} in the column selected.", "Write yes or no.")
        return word in _YES
    word = row.get("decision", "").casefold()
    if word and word not in _DECISIONS:
        raise _wrong(name, f"has {word!r} in the column decision.", "Write advance, hold or decline.")
    return _DECISIONS.get(word)


def _score(value: str, name: str) -> float | None:
    try:
        return float(value) if value else None
    except ValueError as error:
        raise _wrong(name, f"has {value!r} in the column score.", "Write a number.") from error


def _wrong(name: str, what: str, remedy: str) -> InputError:
    return InputError(ErrorCode.FILE_CORRUPT, f"{name} {what}", remedy, file=name)


def audit_json(audit: BiasAudit) -> dict[str, Any]:
    """Return an audit as plain dictionaries and lists."""
    return {
        **asdict(audit),
        "rules": {
            "selection_rate": "selected / people of the category with a decision",
            "scoring_rate": "people with a score above the median of all / people of the category with a score",
            "impact_ratio": "rate of the category / highest rate of a category",
            "left_out": "categories under 2 % of the people whose category is known have no impact ratio",
            "categories": "supplied by the user; none is inferred",
        },
    }


_RATE = ("counted", "positive", "rate", "impact_ratio", "below_four_fifths", "p_value", "turns_on_one")


def audit_csv(audit: BiasAudit) -> str:
    """Return an audit as CSV: a row for each group, then one for the unknown of each dimension."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(
        [
            "dimension",
            "category",
            "people",
            *(f"selection_{one}" for one in _RATE),
            *(f"scoring_{one}" for one in _RATE),
            "notes",
        ]
    )
    for group in audit.groups:
        writer.writerow([guard_cell(cell) for cell in _group_cells(group)])
    for dimension, count in audit.unknown.items():
        writer.writerow([dimension, "unknown", count, *[""] * (2 * len(_RATE)), "left_out_of_the_rates"])
    return out.getvalue()


def _group_cells(group: GroupResult) -> list[object]:
    rates = [getattr(rate, field) for rate in (group.selection, group.scoring) for field in _RATE]
    told = ["yes" if one is True else "no" if one is False else one for one in rates]
    return [group.dimension, group.category, group.people, *told, " ".join(group.notes)]

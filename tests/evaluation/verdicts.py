"""Scores verdicts and ranking on our own judged resumes: python -m tests.evaluation.verdicts [--misses]."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import yaml

from matcher.pipeline import Matcher, Target, Upload

HERE = Path(__file__).resolve().parent
# The first may be looked at while rules are written and is a gate; the second is only reported.
GATE, REPORTED = HERE / "matching", HERE / "matching_reported"
AS_OF = date(2026, 11, 1)
ROLES = {"lead": "lead-backend-engineer", "senior": "senior-backend-engineer"}
ORDER = ("missing", "partial", "met")


@dataclass(frozen=True)
class Figures:
    """What was measured. ``misses`` are (resume, entry, judged, found)."""

    scored: int
    right: int
    swapped: int
    ranked_right: float
    ranked: int
    misses: tuple[tuple[str, str, str, str], ...]

    @property
    def accuracy(self) -> float:
        """Share of verdicts that agree with the reader."""
        return self.right / self.scored


def everything(matcher: Matcher) -> Target:
    """Return a target that asks for all requirements, so that each resume is judged once."""
    by_id = {r.id: r for role in ROLES.values() for r in matcher.role(role).requirements.requirements}
    senior = matcher.role(ROLES["senior"])
    return Target(
        type(senior.requirements)(senior.requirements.title, tuple(by_id.values()), role=senior.requirements.role),
        role=senior.role,
    )


def measure(matcher: Matcher, folder: Path) -> Figures:
    """Judge every resume of a folder and compare with the reader."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    misses: list[tuple[str, str, str, str]] = []
    scored = swapped = 0
    scores: dict[str, dict[str, float]] = {role: {} for role in ROLES}
    for name, entry in gold.items():
        reading = matcher.read(Upload((folder / "resumes" / f"{name}.txt").read_bytes(), f"{name}.txt"), as_of=AS_OF)
        found: dict[str, str] = {}
        for result in matcher.judge(reading, everything(matcher), as_of=AS_OF).requirements:
            for key in result.checklist:
                found[key] = max(found.get(key, "missing"), result.status.value, key=ORDER.index)
        for key, status in sorted(found.items()):
            short = key.removeprefix("RQ-")
            if short in entry["open"]:
                continue
            judged = "met" if short in entry["met"] else "partial" if short in entry["partial"] else "missing"
            scored += 1
            swapped += {judged, status} == {"met", "missing"}
            if judged != status:
                misses.append((name, short, judged, status))
        for short_role, role in ROLES.items():
            value = matcher.judge(reading, matcher.role(role), as_of=AS_OF).score.value
            scores[short_role][name] = -1.0 if value is None else value
    ranked_right, ranked = _ranking(gold, scores)
    return Figures(scored, scored - len(misses), swapped, ranked_right, ranked, tuple(misses))


def _ranking(gold: dict, scores: dict[str, dict[str, float]]) -> tuple[float, int]:
    right, pairs = 0.0, 0
    for role, values in scores.items():
        for a, b in combinations(gold, 2):
            grade = gold[a]["grades"][role] - gold[b]["grades"][role]
            if grade:
                pairs += 1
                difference = (values[a] - values[b]) * grade
                right += 1.0 if difference > 0 else 0.5 if difference == 0 else 0.0
    return right, pairs


def main() -> None:
    """Print the figures of both sets; misses of the first alone."""
    matcher = Matcher.from_folder()
    for name, folder in (("gate", GATE), ("reported", REPORTED)):
        figures = measure(matcher, folder)
        print(
            f"{name}: verdicts {figures.right} of {figures.scored} ({figures.accuracy:.3f}), swapped {figures.swapped}"
        )
        share = figures.ranked_right / figures.ranked
        print(f"  ranking {figures.ranked_right:g} of {figures.ranked} pairs ({share:.3f})")
        kinds = Counter((judged, found) for _, _, judged, found in figures.misses)
        print("  " + ", ".join(f"{a} read as {b}: {n}" for (a, b), n in kinds.most_common()))
        if "--misses" in sys.argv and folder is GATE:
            for miss in figures.misses:
                print("   ", *miss)


if __name__ == "__main__":
    main()

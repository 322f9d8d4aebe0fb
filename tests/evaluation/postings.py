"""Scores the reading of our own postings: python -m tests.evaluation.postings [--misses]."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from matcher.domain.catalogue import SkillId
from matcher.pipeline import Matcher, Upload

DATA = Path(__file__).resolve().parent.parent / "data"
# The first are a gate (tests/requirements); the second are only reported, and no rule is written for one of them.
GATE, REPORTED = DATA / "jobs", DATA / "jobs_reported"
# Postings with all that they ask for, ways of working and ideas beside products.
ASKED = Path(__file__).resolve().parent / "postings_asked.yaml"
IMPORTANCES = ("required", "preferred")


@dataclass
class Count:
    """How many skills were found, named without need, and missed."""

    found: int = 0
    extra: int = 0
    lacking: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was asked and nothing found."""
        total = 2 * self.found + self.extra + self.lacking
        return 2 * self.found / total if total else 1.0

    @property
    def recall(self) -> float:
        """Share of what is asked that was found; 1 where nothing was asked."""
        asked = self.found + self.lacking
        return self.found / asked if asked else 1.0


@dataclass
class Figures:
    """What was measured over a folder. ``noise`` counts words taken that are no skill of the posting."""

    skills: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in IMPORTANCES})
    noise: int = 0
    years: int = 0
    read: int = 0
    misses: list[str] = field(default_factory=list)


@dataclass
class Asked:
    """How much of what postings ask for was found. ``misplaced`` counts wishes taken for musts, and the reverse."""

    ideas: Count = field(default_factory=Count)
    products: Count = field(default_factory=Count)
    misplaced: int = 0
    noise: int = 0
    years: int = 0
    read: int = 0
    misses: list[str] = field(default_factory=list)


def measure_asked(matcher: Matcher, path: Path) -> Asked:
    """Read every posting of a file and look for each thing that it asks for, as our requirement or as a skill."""
    figures = Asked()
    for entry in yaml.safe_load(path.read_text("utf-8")):
        asked = matcher.job_text(entry["text"]).requirements
        found: dict[str, set[str]] = {name: set() for name in IMPORTANCES}
        for one in asked.requirements:
            found[one.importance.value] |= {one.id, *one.any_of}
        everything = found["required"] | found["preferred"]
        for name in IMPORTANCES:
            for thing in entry[name]:
                choices = set(thing.split("|"))
                count = figures.ideas if any(_is_idea(matcher, one) for one in choices) else figures.products
                count.found += bool(choices & everything)
                count.lacking += not choices & everything
                figures.misplaced += bool(choices & everything) and not choices & found[name]
                if not choices & everything:
                    figures.misses.append(f"{entry['name']}: {thing}")
        figures.noise += len(everything & set(entry["never"]))
        figures.years += asked.min_years == entry["min_years"]
        figures.read += 1
    return figures


def _is_idea(matcher: Matcher, name: str) -> bool:
    skill = matcher.taxonomy.skills.get(SkillId(name))
    return skill is None or skill.kind in {"concept", "practice", "people"}


def measure(matcher: Matcher, folder: Path) -> Figures:
    """Read every posting of a folder and compare with what its reader says it asks for."""
    figures = Figures()
    for path in sorted(folder.glob("*.txt")):
        expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
        asked = matcher.job(Upload(path.read_bytes(), path.name)).requirements
        named: set[str] = set()
        for importance in IMPORTANCES:
            entries = [r for r in asked.requirements if r.importance.value == importance]
            got = _technologies(matcher, (skill for entry in entries for skill in entry.any_of))
            want = _technologies(matcher, (skill for group in expected[importance] for skill in group))
            count = figures.skills[importance]
            count.found += len(got & want)
            count.extra += len(got - want)
            count.lacking += len(want - got)
            named |= got
            if got != want:
                figures.misses.append(f"{path.stem} {importance}: extra {got - want}, lacking {want - got}")
        figures.noise += len(named & set(expected["never"]))
        figures.years += asked.min_years == expected["min_years"]
        figures.read += 1
    return figures


def _technologies(matcher: Matcher, skills: Iterable[str]) -> set[str]:
    kinds = {skill: record.kind for skill, record in matcher.taxonomy.skills.items()}
    return {skill for skill in skills if kinds.get(skill) not in {"concept", "practice", "people"}}  # type: ignore[call-overload]


def main() -> None:
    """Print the figures of both folders; misses of the gate only."""
    matcher = Matcher.from_folder()
    for folder in (GATE, REPORTED):
        figures = measure(matcher, folder)
        f1 = ", ".join(f"{name} F1 {count.f1:.3f}" for name, count in figures.skills.items())
        print(f"{folder.name}: {f1}, noise {figures.noise}, years {figures.years}/{figures.read}")
        if "--misses" in sys.argv and folder == GATE:
            print("\n".join(figures.misses))
    asked = measure_asked(matcher, ASKED)
    recall = f"recall of ideas {asked.ideas.recall:.3f}, of products {asked.products.recall:.3f}"
    print(f"{ASKED.stem}: {recall}, misplaced {asked.misplaced}, noise {asked.noise}, years {asked.years}/{asked.read}")
    if "--misses" in sys.argv:
        print("\n".join(asked.misses))


if __name__ == "__main__":
    main()

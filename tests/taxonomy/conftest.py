"""A small, whole taxonomy folder that tests may break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "taxonomy.yaml": """version: "2026.1"
areas: [databases]
roles: [clerk]
checklist: [RQ-SQL]
""",
    "sources.yaml": """sources:
  - {id: own, title: Ours, kind: own}
  - {id: seed.x, title: A page, kind: seed}
""",
    "policy.yaml": """policy:
  some-number: {value: 2, why: because it is the least}
""",
    "tips.yaml": """tips:
  - {id: sleep, text: Sleep well., when: before, sources: [own]}
""",
    "areas/databases.yaml": """area: databases
title: Databases
skills:
  - id: databases.relational
    name: Relational databases
    kind: concept
  - id: databases.sedna
    name: Sedna
    aliases: [sednadb]
    broader: [databases.relational]
    related: [databases.xindice]
  - id: databases.xindice
    name: Xindice
    implies: [databases.sedna]
    sources: [seed.x.b3]
""",
    "requirements/data.yaml": """requirements:
  - id: stores
    label: Stores
    kind: skills
    any_of: [databases.sedna]
    min_years: 2
    partial_years: 1
    criteria: {met: Used., partial: Listed., missing: None.}
    checklist: [RQ-SQL]
    sources: [own]
""",
    "roles/clerk.yaml": """id: clerk
title: Clerk
seniority: mid
summary: Keeps stores.
requirements:
  - {requirement: stores, importance: preferred, weight: 2, min_years: 4}
sources: [own]
""",
    "questions/stores.yaml": """questions:
"""
    + "".join(
        f"""  - id: stores.q{number}
    prompt: Question {number}?
    kind: {kind}
    requirements: [stores]
    answer_points: [one, two]
    sources: [own]
"""
        for number, kind in enumerate(["technical", "technical", "design", "behavioural"])
    ),
    "lexicon/section_headings.yaml": """headings:
  skills: [skills, know-how]
""",
    "lexicon/assertion_cues.yaml": """negated: [{text: never used}]
learning: []
others: []
weak: [{text: familiar with, reach: near}]
claimed: []
terminators: [but]
""",
    "lexicon/signals/people.yaml": """signals:
  - {id: leading, label: Leads, met: [led a team], sections: [experience]}
""",
    "lexicon/date_words.yaml": """words:
  present: [today, now]
""",
    "lexicon/english_words.yaml": """words:
  everyday: [bird]
""",
}


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Path]:
    """Write the folder, with some files replaced; a None leaves the file out."""

    def write(**changed: str | None) -> Path:
        replaced = {name.replace("__", "/") + ".yaml": text for name, text in changed.items()}
        for name, text in {**FILES, **replaced}.items():
            path = tmp_path / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(text, encoding="utf-8")
        return tmp_path / "data"

    return write

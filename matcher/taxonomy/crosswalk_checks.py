"""The rules for crosswalk.yaml: every row belongs to a skill, says something, and no two rows say the same."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.taxonomy import schema
from matcher.taxonomy.files import TaxonomyFiles
from matcher.taxonomy.problems import Problem

__all__ = ["crosswalk_problems", "lost_skills"]


def crosswalk_problems(files: TaxonomyFiles) -> Iterator[Problem]:
    """Return rows that are lost, empty, doubled or out of order."""
    yield from lost_skills(files)
    for file in files.of(schema.CrosswalkFile):
        taken: dict[str, str] = {}
        before = ""
        for index, row in enumerate(file.model.crosswalk):
            line = file.tree.line_of(("crosswalk", index))
            if row.skill <= before:
                message = f"It stands behind {before}."
                yield Problem(file.name, line, row.skill, message, "Sort the rows by skill, one row for each.")
            before = row.skill
            if row.esco is None and row.onet is None:
                yield Problem(file.name, line, row.skill, "It names no other classification.", "Remove the row.")
            for name in (row.esco, row.onet.title if row.onet else None):
                # Two of our skills that mean the same as a third thing mean the same as each other.
                if name is not None and taken.setdefault(name, row.skill) != row.skill:
                    message = f"'{name}' is also {taken[name]}."
                    yield Problem(file.name, line, row.skill, message, "Keep the row that means the same.")


def lost_skills(files: TaxonomyFiles) -> Iterator[Problem]:
    """Return the rows whose skill does not exist."""
    known = {entry.id for file in files.of(schema.AreaFile) for entry in file.model.skills}
    for file in files.of(schema.CrosswalkFile):
        for index, row in enumerate(file.model.crosswalk):
            if row.skill not in known:
                line = file.tree.line_of(("crosswalk", index, "skill"))
                message = f"There is no '{row.skill}' among the skills."
                yield Problem(file.name, line, row.skill, message, "Mend the name or remove the row.")

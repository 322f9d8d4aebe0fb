"""The rules of completeness: what every requirement, role and source must come with."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.domain.document import SectionKind
from matcher.taxonomy import lexicon_schema, schema
from matcher.taxonomy.entry_rules import (
    card_faults,
    coverage_faults,
    evidence_faults,
    source_faults,
    weight_faults,
)
from matcher.taxonomy.files import TaxonomyFiles
from matcher.taxonomy.problems import Problem

__all__ = ["completeness_problems"]


def completeness_problems(files: TaxonomyFiles) -> Iterator[Problem]:
    """Return requirements without questions or evidence, roles with odd numbers, and gaps in the checklist."""
    yield from _requirements(files)
    yield from _roles(files)
    yield from _checklist(files)
    yield from _signals(files)
    yield from _questions(files)


def _requirements(files: TaxonomyFiles) -> Iterator[Problem]:
    kinds: dict[str, list[str]] = {}
    for questions in files.of(schema.QuestionFile):
        for question in questions.model.questions:
            for name in question.requirements:
                kinds.setdefault(name, []).append(question.kind)
    for file in files.of(schema.RequirementFile):
        for index, entry in enumerate(file.model.requirements):
            line = file.tree.line_of(("requirements", index))
            for _, message, remedy in (
                *coverage_faults(kinds.get(entry.id, [])),
                *evidence_faults(entry),
                *source_faults(entry.sources),
            ):
                yield Problem(file.name, line, entry.id, message, remedy)


def _roles(files: TaxonomyFiles) -> Iterator[Problem]:
    for file in files.of(schema.RoleFile):
        asked = file.model.requirements
        for index, (_, message, remedy) in weight_faults((one.requirement, one.weight) for one in asked):
            yield Problem(file.name, file.tree.line_of(("requirements", index)), file.model.id, message, remedy)
        if not asked:
            yield Problem(file.name, 1, file.model.id, "It asks for nothing.", "Add requirements.")
        for _, message, remedy in source_faults(file.model.sources):
            yield Problem(file.name, 1, file.model.id, message, remedy)


def _checklist(files: TaxonomyFiles) -> Iterator[Problem]:
    covered = {
        key for file in files.of(schema.RequirementFile) for entry in file.model.requirements for key in entry.checklist
    }
    roles = {file.model.id for file in files.of(schema.RoleFile)}
    for head in files.of(schema.TaxonomyFile):
        for index, key in enumerate(head.model.checklist):
            if key not in covered:
                line = head.tree.line_of(("checklist", index))
                yield Problem(
                    head.name, line, key, "No requirement covers it.", "Name it in a requirement's checklist."
                )
        for index, role in enumerate(head.model.roles):
            if role not in roles:
                line = head.tree.line_of(("roles", index))
                yield Problem(head.name, line, role, "There is no such role profile.", "Add it to roles/.")
        for key in sorted(covered - set(head.model.checklist)):
            line = head.tree.line_of(("checklist",))
            yield Problem(
                head.name, line, key, "A requirement names it, the list does not.", "Add it or mend it there."
            )


def _signals(files: TaxonomyFiles) -> Iterator[Problem]:
    kinds = {kind.value for kind in SectionKind}
    for file in files.of(lexicon_schema.SignalFile):
        for index, entry in enumerate(file.model.signals):
            for place, section in enumerate(entry.sections):
                if section not in kinds:
                    line = file.tree.line_of(("signals", index, "sections", place))
                    message = f"There is no section '{section}'."
                    yield Problem(file.name, line, entry.id, message, "See SectionKind for those there are.")


def _questions(files: TaxonomyFiles) -> Iterator[Problem]:
    prompts: dict[str, str] = {}
    for file in files.of(schema.QuestionFile):
        for index, entry in enumerate(file.model.questions):
            line = file.tree.line_of(("questions", index))
            key = " ".join(entry.prompt.casefold().split())
            if prompts.setdefault(key, entry.id) != entry.id:
                message = f"{prompts[key]} asks the same."
                yield Problem(file.name, line, entry.id, message, "Keep one of them.")
            for _, message, remedy in card_faults(entry):
                yield Problem(file.name, line, entry.id, message, remedy)

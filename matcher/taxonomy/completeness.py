"""The rules of completeness: what every requirement, role and source must come with."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.domain.document import SectionKind
from matcher.taxonomy import lexicon_schema, schema
from matcher.taxonomy.files import TaxonomyFiles
from matcher.taxonomy.problems import Problem

__all__ = ["completeness_problems"]

# A study plan of one or two cards would not prepare anybody, nor would four of one kind.
MIN_QUESTIONS = 4
MIN_KINDS = 2
# A card is for the minutes between two others. Adults read 175 to 300 words a minute in silence (M. Brysbaert, "How
# many words do we read per minute?", 2019); a card full of terms is read at the slow end.
MAX_MINUTES = 2
WORDS_A_MINUTE = 200


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
    needs = {"skills": "any_of", "signal": "signals"}
    for file in files.of(schema.RequirementFile):
        for index, entry in enumerate(file.model.requirements):
            line = file.tree.line_of(("requirements", index))
            asked = kinds.get(entry.id, [])
            if len(asked) < MIN_QUESTIONS or len(set(asked)) < MIN_KINDS:
                message = f"It has {len(asked)} questions of {len(set(asked))} kinds."
                remedy = f"Give it {MIN_QUESTIONS} of {MIN_KINDS} kinds in questions/."
                yield Problem(file.name, line, entry.id, message, remedy)
            if entry.kind in needs and not (entry.any_of or entry.signals):
                message = f"Nothing can show it: a requirement of kind {entry.kind} needs {needs[entry.kind]}."
                yield Problem(file.name, line, entry.id, message, "Name what shows it.")
            if entry.min_years is not None and not 0 <= (entry.partial_years or 0) < entry.min_years:
                message = "partial_years is not below min_years."
                yield Problem(file.name, line, entry.id, message, "Mend one of them.")
            if not entry.sources:
                yield Problem(file.name, line, entry.id, "It has no source.", "Name one; 'own' for our own.")


def _roles(files: TaxonomyFiles) -> Iterator[Problem]:
    for file in files.of(schema.RoleFile):
        seen: set[str] = set()
        for index, entry in enumerate(file.model.requirements):
            line = file.tree.line_of(("requirements", index))
            if entry.weight <= 0:
                message = f"The weight of {entry.requirement} is {entry.weight}."
                yield Problem(file.name, line, file.model.id, message, "Give a weight above 0 or remove the entry.")
            if entry.requirement in seen:
                message = f"It asks for {entry.requirement} twice."
                yield Problem(file.name, line, file.model.id, message, "Keep one of them.")
            seen.add(entry.requirement)
        if not seen:
            yield Problem(file.name, 1, file.model.id, "It asks for nothing.", "Add requirements.")
        if not file.model.sources:
            yield Problem(file.name, 1, file.model.id, "It has no source.", "Name one; 'own' for our own.")


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
            if not entry.requirements:
                message = "It studies no requirement, so no gap leads to it and nobody will see it."
                yield Problem(file.name, line, entry.id, message, "Name the requirement that it studies.")
            words = len(" ".join(_read(entry)).split())
            if words >= MAX_MINUTES * WORDS_A_MINUTE:
                message = f"It has {words} words; {MAX_MINUTES * WORDS_A_MINUTE - 1} are read in {MAX_MINUTES} minutes."
                yield Problem(file.name, line, entry.id, message, "Shorten it or make two cards of it.")


def _read(entry: schema.QuestionEntry) -> Iterator[str]:
    """Return all that somebody reads of a card."""
    yield entry.prompt
    yield entry.example or ""
    for texts in (
        entry.answer_points,
        entry.lead_adds,
        entry.pitfalls,
        entry.follow_ups,
        entry.prepare,
        entry.listen_for,
    ):
        yield from texts

"""The rules that no single file can check: unique, sorted, resolvable, sourced, complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from matcher.domain.document import SectionKind
from matcher.taxonomy import lexicon_schema, schema
from matcher.taxonomy.alias_checks import alias_problems
from matcher.taxonomy.completeness import completeness_problems
from matcher.taxonomy.crosswalk_checks import crosswalk_problems, lost_skills
from matcher.taxonomy.files import DataFile, TaxonomyFiles
from matcher.taxonomy.problems import Problem

__all__ = ["find_broken_links", "find_problems"]

MAX_LINES = 400


def find_problems(files: TaxonomyFiles) -> tuple[Problem, ...]:
    """Return every broken rule, sorted by file and line; files of the wrong shape come with their own problems."""
    found = [
        *files.problems,
        *_length(files),
        *_identifiers(files),
        *_order(files),
        *_areas(files),
        *_references(files),
        *_cycles(files),
        *_headings(files),
        *_word_lists(files),
        *alias_problems(files),
        *completeness_problems(files),
        *crosswalk_problems(files),
    ]
    return tuple(sorted(set(found)))


def find_broken_links(files: TaxonomyFiles) -> tuple[Problem, ...]:
    """Return what makes the files no taxonomy: doubled identifiers, references to nothing, circles.

    These stop the start; the other rules of ``find_problems`` are about quality, and a file may break one of them
    while somebody works on it.
    """
    return tuple(sorted({*_identifiers(files), *_references(files), *_cycles(files), *lost_skills(files)}))


def _length(files: TaxonomyFiles) -> Iterator[Problem]:
    for file in files.files:
        if file.lines > MAX_LINES:
            message = f"The file has {file.lines} lines; {MAX_LINES} is the most."
            yield Problem(file.name, MAX_LINES, "", message, "Split it by subject.")


def _entries(files: TaxonomyFiles) -> Iterator[tuple[str, str, DataFile[BaseModel], tuple[str | int, ...]]]:
    """Return kind, identifier, file and place of everything that has an identifier."""
    keys: tuple[tuple[type[BaseModel], str], ...] = (
        (schema.AreaFile, "skills"),
        (schema.RequirementFile, "requirements"),
        (schema.QuestionFile, "questions"),
        (lexicon_schema.SignalFile, "signals"),
        (schema.SourceFile, "sources"),
        (schema.TipFile, "tips"),
    )
    for shape, key in keys:
        for file in files.of(shape):
            for index, entry in enumerate(getattr(file.model, key)):
                yield key, entry.id, file, (key, index)
    for role in files.of(schema.RoleFile):
        yield "roles", role.model.id, role, ("id",)  # type: ignore[misc]


def _identifiers(files: TaxonomyFiles) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for kind, identifier, file, place in _entries(files):
        line = file.tree.line_of(place)
        first = seen.setdefault((kind, identifier), f"{file.name}:{line}")
        if first != f"{file.name}:{line}":
            yield Problem(file.name, line, identifier, f"The identifier is taken by {first}.", "Choose another.")


def _order(files: TaxonomyFiles) -> Iterator[Problem]:
    for shape, key in ((schema.AreaFile, "skills"), (schema.QuestionFile, "questions")):
        for file in files.of(shape):
            names = [entry.id for entry in getattr(file.model, key)]
            for index in range(1, len(names)):
                if names[index] < names[index - 1]:
                    message = f"It stands behind {names[index - 1]}."
                    line = file.tree.line_of((key, index))
                    yield Problem(file.name, line, names[index], message, "Sort the entries by id.")


def _areas(files: TaxonomyFiles) -> Iterator[Problem]:
    areas: dict[str, str] = {}
    for file in files.of(schema.AreaFile):
        area = file.model.area
        areas.setdefault(area, file.name)
        if not file.stem.startswith(area):
            message = f"The file does not begin with its area, {area}."
            yield Problem(file.name, file.tree.line_of(("area",)), area, message, "Rename the file or the area.")
        for index, entry in enumerate(file.model.skills):
            if entry.id.partition(".")[0] != area:
                line = file.tree.line_of(("skills", index, "id"))
                yield Problem(file.name, line, entry.id, f"The id does not begin with '{area}.'.", "Mend the id.")
    for head in files.of(schema.TaxonomyFile):
        line = head.tree.line_of(("areas",))
        for area in head.model.areas:
            if area not in areas:
                yield Problem(head.name, line, area, "No file of areas/ has this area.", "Remove it or add the file.")
        for area, name in areas.items():
            if area not in head.model.areas:
                yield Problem(head.name, line, area, f"The list lacks the area of {name}.", "Add it in reading order.")


def _references(files: TaxonomyFiles) -> Iterator[Problem]:
    known: dict[str, set[str]] = {}
    for kind, identifier, _, _ in _entries(files):
        known.setdefault(kind, set()).add(identifier)
    for head in files.of(schema.TaxonomyFile):
        for old, new in head.model.retired.items():
            line = head.tree.line_of(("retired", old))
            if old in known.get("skills", ()):
                yield Problem(head.name, line, old, "It is retired and in use.", "Give the new skill another id.")
            if new is not None:
                yield from _unknown([new], "skills", known, head, ("retired", old), old)
    for file, entry, name, place in _referring(files):
        for key, kind in _TARGETS.items():
            names = getattr(entry, key, None)
            if names and not (key == "requirements" and isinstance(entry, schema.RoleFile)):
                yield from _unknown(names, kind, known, file, (*place, key), name)
    for role in files.of(schema.RoleFile):
        for index, asked in enumerate(role.model.requirements):
            place = ("requirements", index, "requirement")
            yield from _unknown([asked.requirement], "requirements", known, role, place, role.model.id)


_TARGETS: Mapping[str, str] = {
    "broader": "skills",
    "implies": "skills",
    "related": "skills",
    "any_of": "skills",
    "skills": "skills",
    "requirements": "requirements",
    "signals": "signals",
    "sources": "sources",
}


def _referring(files: TaxonomyFiles) -> Iterator[tuple[DataFile[BaseModel], BaseModel, str, tuple[str | int, ...]]]:
    for kind, identifier, file, place in _entries(files):
        if kind == "roles":
            yield file, file.model, identifier, ()
        elif kind not in {"sources", "signals"}:
            yield file, getattr(file.model, kind)[place[1]], identifier, place


def _unknown(
    names: Iterable[str],
    kind: str,
    known: Mapping[str, set[str]],
    file: DataFile[BaseModel] | DataFile[schema.RoleFile] | DataFile[schema.TaxonomyFile],
    place: tuple[str | int, ...],
    entry: str,
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        # "seed.al.r1" is a point inside the source "seed.al".
        point = kind == "sources" and name.rpartition(".")[0] in known.get(kind, ())
        if name not in known.get(kind, ()) and not point:
            line = file.tree.line_of((*place, index))
            remedy = "Mend the name or add the entry."
            yield Problem(file.name, line, entry, f"There is no '{name}' among the {kind}.", remedy)


def _cycles(files: TaxonomyFiles) -> Iterator[Problem]:
    steps: dict[str, list[str]] = {}
    places: dict[str, tuple[str, int]] = {}
    for file in files.of(schema.AreaFile):
        for index, entry in enumerate(file.model.skills):
            steps[entry.id] = [*entry.broader, *entry.implies]
            places[entry.id] = (file.name, file.tree.line_of(("skills", index)))
    for start in steps:
        circle = _way_back(start, steps)
        # Each circle is told once, at the member that comes first in the alphabet.
        if circle and start == min(circle):
            name, line = places[start]
            message = f"broader and implies run in a circle: {' > '.join([*circle, start])}."
            yield Problem(name, line, start, message, "Remove one of these steps.")


def _way_back(start: str, steps: Mapping[str, Sequence[str]]) -> list[str] | None:
    paths, seen = [[start]], {start}
    for path in paths:
        for step in steps.get(path[-1], ()):
            if step == start:
                return path
            if step not in seen:
                seen.add(step)
                paths.append([*path, step])
    return None


def _headings(files: TaxonomyFiles) -> Iterator[Problem]:
    kinds = {kind.value for kind in SectionKind}
    for file in files.of(lexicon_schema.HeadingFile):
        owner: dict[str, str] = {}
        for kind, headings in file.model.headings.items():
            if kind not in kinds:
                line = file.tree.line_of(("headings", kind))
                yield Problem(file.name, line, kind, "There is no such kind of section.", "See SectionKind.")
            for index, heading in enumerate(headings):
                if owner.setdefault(heading, kind) != kind:
                    line = file.tree.line_of(("headings", kind, index))
                    message = f"The heading stands under {owner[heading]} too."
                    yield Problem(file.name, line, heading, message, "Keep it in one of them.")


def _word_lists(files: TaxonomyFiles) -> Iterator[Problem]:
    stems: dict[str, str] = {}
    for file in files.of(lexicon_schema.WordListFile):
        if stems.setdefault(file.stem, file.name) != file.name:
            message = f"A word list of this name is {stems[file.stem]}."
            yield Problem(file.name, 1, file.stem, message, "Rename one of them.")
        for name, words in file.model.words.items():
            seen: set[str] = set()
            for index, word in enumerate(words):
                if word in seen:
                    line = file.tree.line_of(("words", name, index))
                    yield Problem(file.name, line, name, f"'{word}' stands in the list twice.", "Keep one of them.")
                seen.add(word)

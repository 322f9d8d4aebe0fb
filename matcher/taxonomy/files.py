"""The folder of YAML files as models: which file has which shape, and what is wrong with those that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from pydantic import BaseModel, ValidationError

from matcher.taxonomy import lexicon_schema, schema
from matcher.taxonomy.problems import Problem
from matcher.taxonomy.yaml_reader import Tree, YamlProblem, read_yaml

__all__ = ["DataFile", "TaxonomyFiles", "read_files"]

M = TypeVar("M", bound=BaseModel)

_SINGLE: Mapping[str, type[BaseModel]] = {
    "taxonomy.yaml": schema.TaxonomyFile,
    "sources.yaml": schema.SourceFile,
    "policy.yaml": schema.PolicyFile,
    "tips.yaml": schema.TipFile,
    "crosswalk.yaml": schema.CrosswalkFile,
    "lexicon/section_headings.yaml": lexicon_schema.HeadingFile,
    "lexicon/assertion_cues.yaml": lexicon_schema.AssertionFile,
    "lexicon/assertion_cues_learning.yaml": lexicon_schema.AssertionFile,
    "lexicon/assertion_cues_others.yaml": lexicon_schema.AssertionFile,
    "lexicon/assertion_cues_weak.yaml": lexicon_schema.AssertionFile,
}
_FOLDERS: Mapping[str, type[BaseModel]] = {
    "areas/": schema.AreaFile,
    "requirements/": schema.RequirementFile,
    "roles/": schema.RoleFile,
    "questions/": schema.QuestionFile,
    "lexicon/signals/": lexicon_schema.SignalFile,
    "lexicon/": lexicon_schema.WordListFile,
}


@dataclass(frozen=True, slots=True)
class DataFile(Generic[M]):
    """One file that has the right shape. ``name`` is its path inside the folder, with forward slashes."""

    name: str
    model: M
    tree: Tree
    lines: int

    @property
    def stem(self) -> str:
        """Return the file's name without folder and ending."""
        return self.name.rpartition("/")[2].removesuffix(".yaml")


@dataclass(frozen=True, slots=True)
class TaxonomyFiles:
    """All files of the folder, by shape, sorted by name, and what was wrong with the rest."""

    hash: str
    files: tuple[DataFile[BaseModel], ...]
    problems: tuple[Problem, ...] = field(default=())

    def of(self, shape: type[M]) -> Iterator[DataFile[M]]:
        """Return the files of one shape, in the order of their names."""
        return (cast("DataFile[M]", file) for file in self.files if isinstance(file.model, shape))


def read_files(contents: Mapping[str, bytes], digest: str) -> TaxonomyFiles:
    """Read every file; those that cannot be read become problems.

    Args:
        contents: path inside the folder to bytes, as ``folder.read_folder`` returns them.
        digest: the hash of these contents.
    """
    files: list[DataFile[BaseModel]] = []
    problems: list[Problem] = []
    for name in sorted(contents):
        shape = _shape(name)
        if shape is None:
            problems.append(Problem(name, 1, "", "No part of the program reads this file.", "Move or remove it."))
            continue
        try:
            tree = read_yaml(contents[name])
        except YamlProblem as error:
            problems.append(Problem(name, error.line, "", error.message, error.remedy))
            continue
        try:
            model = shape.model_validate(tree.data)
        except ValidationError as error:
            problems.extend(_shape_problems(name, tree, error))
            continue
        files.append(DataFile(name, model, tree, contents[name].count(b"\n")))
    return TaxonomyFiles(digest, tuple(files), tuple(problems))


def _shape(name: str) -> type[BaseModel] | None:
    if name in _SINGLE:
        return _SINGLE[name]
    return next((shape for prefix, shape in _FOLDERS.items() if name.startswith(prefix)), None)


def _shape_problems(name: str, tree: Tree, error: ValidationError) -> Iterator[Problem]:
    for item in error.errors(include_url=False, include_context=False):
        # A union's branches ("str", "AliasEntry") stand in pydantic's path, but not in the file.
        path = tuple(key for key in item["loc"] if isinstance(key, int) or not _is_branch(key))
        entry = _entry_of(tree, path) or ".".join(map(str, path))
        yield Problem(name, tree.line_of(path), entry, f"{_place(path)}{item['msg']}.", _remedy(item["type"]))


def _is_branch(key: str) -> bool:
    return key[:1].isupper() or key in {"str", "int", "float"} or key.startswith(("constrained-", "function-"))


def _place(path: tuple[str | int, ...]) -> str:
    names = [key for key in path if isinstance(key, str)]
    return f"{names[-1]}: " if names else ""


def _entry_of(tree: Tree, path: tuple[str | int, ...]) -> str:
    node, found = tree.data, ""
    for key in path:
        if isinstance(node, dict):
            node = node.get(key)
        elif isinstance(node, list) and isinstance(key, int) and key < len(node):
            node = node[key]
        else:
            break
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            found = node["id"]
    return found


def _remedy(kind: str) -> str:
    if kind == "string_type":
        return "Put it in quotes: YAML reads on, no and 3.10 as other things than words."
    if kind == "extra_forbidden":
        return "Remove the key or mend its spelling; schema.py lists those that are known."
    if kind == "missing":
        return "Add it; the README of the folder tells what it means."
    return "Mend the value; the README of the folder tells what it may be."

"""The rules that no single file can check: unique, sorted, resolvable, sourced, unambiguous."""

from __future__ import annotations

from matcher.taxonomy.files import TaxonomyFiles
from matcher.taxonomy.problems import Problem

__all__ = ["find_problems"]


def find_problems(files: TaxonomyFiles) -> tuple[Problem, ...]:
    """Return every broken rule, sorted by file and line."""
    return tuple(sorted(files.problems))

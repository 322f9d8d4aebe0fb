"""What is wrong in a data file, in words that name file, line, entry and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Problem", "format_problems"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One broken rule. ``line`` counts from 1; ``entry`` is an identifier or a key, empty for the whole file."""

    file: str
    line: int
    entry: str
    message: str
    remedy: str

    def __str__(self) -> str:
        entry = f" {self.entry}:" if self.entry else ""
        return f"{self.file}:{self.line}:{entry} {self.message} {self.remedy}"


def format_problems(problems: Iterable[Problem]) -> str:
    """Return one line for each problem, sorted by file and line, and a last line with their number."""
    ordered = sorted(problems)
    if not ordered:
        return "No problems found."
    files = len({problem.file for problem in ordered})
    noun = "problem" if len(ordered) == 1 else "problems"
    return "\n".join([*map(str, ordered), f"{len(ordered)} {noun} in {files} file{'s' if files > 1 else ''}."])

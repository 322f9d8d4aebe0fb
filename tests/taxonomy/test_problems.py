"""Problems are told one per line, sorted, with their number."""

from __future__ import annotations

from matcher.taxonomy.problems import Problem, format_problems


def test_problems_are_sorted_by_file_and_line_and_counted() -> None:
    text = format_problems([Problem("b.yaml", 2, "", "Wrong.", "Mend it."), Problem("a.yaml", 9, "x", "Bad.", "Do.")])
    assert text == "a.yaml:9: x: Bad. Do.\nb.yaml:2: Wrong. Mend it.\n2 problems in 2 files."


def test_nothing_wrong_is_said() -> None:
    assert format_problems([]) == "No problems found."

"""Single letters that are no languages: of formulas, initials and short forms."""

from __future__ import annotations

from matcher.extraction.layout import Layout
from matcher.extraction.reading import Candidate

__all__ = ["letter_in_formula"]


def letter_in_formula(candidate: Candidate, layout: Layout) -> bool:
    """Tell whether a letter belongs to a formula or initials: "R&D", "(m/f/d)", "C. Smith", "Toys R Us"."""
    lowers, gaps, unit = layout.tokens.lowers, layout.tokens.gaps, layout.unit(candidate)
    before, after = candidate.start - 1, candidate.end
    if (
        before >= unit.start
        and gaps[before] == "/"
        and len(lowers[before]) == 1
        and not layout.follows_a_skill(candidate)
    ):
        return True
    if after >= unit.end:
        return before >= unit.start and lowers[before] == "&"
    if gaps[after - 1] == "/" and len(lowers[after]) == 1 and not layout.precedes_a_skill(candidate):
        return True
    beside = {lowers[after], lowers[before] if before >= unit.start else ""}
    initial = lowers[after] == "." and gaps[after - 1] == "" and gaps[after] == " " and after + 1 < unit.end
    return "&" in beside or "'s" in beside or initial

"""Fisher's exact test for a table of two by two, in whole numbers: no rounding until the last step."""

from __future__ import annotations

from fractions import Fraction
from math import comb

__all__ = ["fisher_exact"]


def fisher_exact(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Return the two-sided p-value: how likely a table at least as uneven is, if both groups were treated alike.

    Rows are (selected, not selected). Tables with the same sums that are no likelier than this one are added up
    (Fisher 1935; the rule of R's fisher.test). The weights are products of binomial coefficients, so that comparing
    them is exact and needs no tolerance.

    Example: 3 and 1 against 1 and 3, the lady tasting tea, gives 34/70.
    """
    (a, b), (c, d) = first, second
    if min(a, b, c, d) < 0:
        raise ValueError("a table of counts holds no negative number")
    row, other, column = a + b, c + d, a + c
    if row == 0 or other == 0 or column in (0, row + other):
        return 1.0
    observed = comb(row, a) * comb(other, c)
    least, most = max(0, column - other), min(row, column)
    weight = comb(row, least) * comb(other, column - least)
    extreme = 0
    for x in range(least, most + 1):
        extreme += weight if weight <= observed else 0
        # The next table's weight from this one's; the division leaves no rest.
        weight = weight * (row - x) * (column - x) // ((x + 1) * (other - column + x + 1))
    return float(Fraction(extreme, comb(row + other, column)))

"""Matrices and rectangles of PDF pages, counted from the bottom left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["EVERYWHERE", "Matrix", "Rect", "intersect", "multiply", "path_box"]

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]

EVERYWHERE: Rect = (-1e9, -1e9, 1e9, 1e9)


def path_box(path: Sequence[Sequence[Any]], ctm: Matrix) -> tuple[Rect, bool] | None:
    """Return the box of a path on the page, and whether the path fills nearly all of it (a rounded box does)."""
    a, b, c, d, e, f = ctm
    points = [
        (segment[i] * a + segment[i + 1] * c + e, segment[i] * b + segment[i + 1] * d + f)
        for segment in path
        for i in range(1, len(segment) - 1, 2)
    ]
    if not points:
        return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    whole = (box[2] - box[0]) * (box[3] - box[1])
    solid = sum(1 for s in path if s[0] == "m") == 1 and _surface(points) >= 0.9 * whole
    return box, solid


def _surface(points: Sequence[tuple[float, float]]) -> float:
    around = (p[0] * q[1] - q[0] * p[1] for p, q in zip(points, (*points[1:], points[0]), strict=True))
    return abs(sum(around)) / 2


def multiply(inner: Sequence[float], outer: Matrix) -> Matrix:
    """Return the matrix that applies ``inner`` first, then ``outer``."""
    a1, b1, c1, d1, e1, f1 = inner
    a0, b0, c0, d0, e0, f0 = outer
    return (
        a0 * a1 + c0 * b1,
        b0 * a1 + d0 * b1,
        a0 * c1 + c0 * d1,
        b0 * c1 + d0 * d1,
        a0 * e1 + c0 * f1 + e0,
        b0 * e1 + d0 * f1 + f0,
    )


def intersect(one: Rect, other: Rect) -> Rect:
    """Return what two rectangles share; it may be turned inside out where they share nothing."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))

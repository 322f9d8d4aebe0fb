"""What a reader can see."""

from __future__ import annotations

import pytest

from matcher.parsing.visibility import contrast, why_hidden


@pytest.mark.parametrize(
    ("color", "background", "points", "scale"),
    [
        ("FFFFFF", "FFFFFF", 11, None),
        ("FAFAFA", "FFFFFF", 11, None),
        ("203040", "203041", 11, None),
        ("000000", "FFFFFF", 0.5, None),
        ("", None, 1, None),
        ("000000", "FFFFFF", 11, 1),
    ],
)
def test_what_cannot_be_seen(color: str, background: str | None, points: float, scale: float | None) -> None:
    assert why_hidden(color=color, background=background, points=points, scale=scale)


@pytest.mark.parametrize(
    ("color", "background", "points", "scale"),
    [
        ("000000", "FFFFFF", 11, None),
        ("FFFFFF", "203040", 11, None),
        ("BFBFBF", "FFFFFF", 11, None),
        ("FFFFFF", None, 11, None),
        ("", "FFFFFF", 6, None),
        (None, "FFFFFF", None, 80),
        ("x", "FFFFFF", 11, None),
        ("FFFFFF", "FFF", 11, None),
    ],
)
def test_what_can_be_seen(color: str | None, background: str | None, points: float | None, scale: float | None) -> None:
    assert why_hidden(color=color, background=background, points=points, scale=scale) is None


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("808080", "808080") == 1
    assert round(contrast("000000", "FFFFFF")) == 21

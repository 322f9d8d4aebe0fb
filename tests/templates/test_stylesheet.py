from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

CSS = (ROOT / "matcher" / "web" / "static" / "matcher.css").read_text("utf-8")
TOKENS = {
    name: (day, night)
    for name, day, night in re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", CSS)
}
GROUNDS = ["paper", "surface", "sunken"]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, scheme: int) -> float:
    low, high = sorted((luminance(TOKENS[one][scheme]), luminance(TOKENS[other][scheme])))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("ink", [*GROUNDS, "mark", "gap-wash"]),
        ("ink-soft", GROUNDS),
        ("met", [*GROUNDS, "met-wash"]),
        ("part", [*GROUNDS, "part-wash"]),
        ("gap", [*GROUNDS, "gap-wash"]),
        ("stop", ["paper", "surface", "stop-wash"]),
    ],
)
def test_text_can_be_read(text: str, grounds: list[str], scheme: int) -> None:
    for ground in grounds:
        assert contrast(text, ground, scheme) >= 4.5, ground


@pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize("drawn", ["edge", "focus"])
def test_drawings_and_the_focus_ring_can_be_seen(drawn: str, scheme: int) -> None:
    for ground in GROUNDS:
        assert contrast(drawn, ground, scheme) >= 3, ground


def test_colours_are_written_in_the_token_block_alone() -> None:
    rest = CSS.split("/* Elements */")[1]

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", rest) == []
    assert not re.search(r"url\(|@import|outline:\s*none|all:\s*revert", CSS)


def test_the_ring_and_the_print_rules_are_there() -> None:
    assert ":focus-visible { outline: 3px solid var(--focus)" in CSS
    assert "prefers-reduced-motion" in CSS
    assert "@media print" in CSS
    assert "forced-colors" in CSS


def test_every_class_of_the_templates_has_its_rule() -> None:
    used = set()
    for path in (ROOT / "templates").rglob("*.html"):
        for classes in re.findall(r'class="([^"{]*)"', path.read_text("utf-8")):
            used.update(classes.split())

    assert {name for name in used if f".{name}" not in CSS} == set()


def test_the_stylesheet_stays_small() -> None:
    assert len(CSS.splitlines()) <= 430
    assert len(CSS.encode()) <= 27_500

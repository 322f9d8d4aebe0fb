"""Where text boxes go."""

from __future__ import annotations

from matcher.parsing.page import Run
from matcher.parsing.text_boxes import Block, placed

SIDEBAR = [Run("CONTACT"), Run("mara@example.com"), Run("SKILLS")]


def _heading(text: str, size: float = 14) -> Block:
    return Block([Run(text, font_size=size, bold=True)])


def _texts(*blocks: Block) -> list[str]:
    return [run.text for run in placed(blocks)]


def test_a_sidebar_waits_for_the_next_section() -> None:
    name = Block([Run("Mara Lindqvist", font_size=20, bold=True)], [SIDEBAR])
    title = Block([Run("Backend Engineer", font_size=11, bold=True)])

    lines = _texts(name, title, _heading("Summary"), Block([Run("Builds.")]), _heading("Experience"))

    assert lines[:6] == ["Mara Lindqvist", "Backend Engineer", "CONTACT", "mara@example.com", "SKILLS", "Summary"]


def test_a_sidebar_anchored_above_the_name_does_not_stand_before_it() -> None:
    assert _texts(Block([], [SIDEBAR]), _heading("Mara"), _heading("Summary"))[0] == "Mara"


def test_a_short_box_stays() -> None:
    assert _texts(Block([Run("a")], [[Run("2019")]]), Block([Run("b")])) == ["a", "2019", "b"]


def test_without_headings_a_sidebar_comes_last() -> None:
    assert _texts(Block([Run("a")], [SIDEBAR]), Block([Run("b")]))[:2] == ["a", "b"]


def test_heads_of_jobs_and_list_items_are_no_sections() -> None:
    blocks = [
        Block([Run("x")], [SIDEBAR]),
        Block([Run("Engineer, Acme 2019", bold=True)]),
        Block([Run("Engineer, Older 2017", bold=True)]),
        Block([Run("• Python", bold=True)]),
        Block([Run("• Java", bold=True)]),
    ]

    assert _texts(*blocks)[-3:] == ["CONTACT", "mara@example.com", "SKILLS"]

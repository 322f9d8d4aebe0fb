from __future__ import annotations

from pathlib import Path

import pytest

from matcher.resources import data_folder
from matcher.training.data_card import card_with, counts, write_card
from matcher.training.statements import FOLDER, Labelled, read_statements

CARD = "Before.\n<!-- counts -->\nold\n<!-- end of counts -->\n<!-- figures -->\n<!-- end of figures -->\nAfter.\n"
ROWS = {"a": (Labelled("x", "bullet", {"tests": "met"}), Labelled("y", "bullet", {}))}  # type: ignore[dict-item]


def test_parts_stand_between_their_marks_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "card.md"
    path.write_text(CARD, "utf-8")

    write_card(path, ROWS, "| F |")
    write_card(path, ROWS, "| G |")

    text = path.read_text("utf-8")
    assert text.startswith("Before.\n<!-- counts -->\n| author ")
    assert text.endswith("<!-- figures -->\n| G |\n<!-- end of figures -->\nAfter.\n")


def test_a_card_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for figures"):
        card_with("Nothing.", {"figures": "1"})


def test_statements_and_labels_are_counted() -> None:
    assert "| a | 2 | 1 |" in counts(ROWS)
    assert "| tests | 1 | 0 |" in counts(ROWS)


def test_the_shipped_card_counts_the_shipped_statements() -> None:
    folder = data_folder("skills_taxonomy") / FOLDER

    assert counts(read_statements(folder)) in (folder / "README.md").read_text("utf-8")

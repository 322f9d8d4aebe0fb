"""The labelled statements: form, size, nothing twice, nobody's address."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from matcher.training.statements import FOLDER, SIGNALS, read_file
from tests.conftest import ROOT

HELD_OUT = ROOT / "tests" / "evaluation" / "statements" / "held_out.jsonl"
FILES = sorted((ROOT / "skills_taxonomy" / FOLDER).glob("*.jsonl"))
ADDRESS = re.compile(r"\S@\S|https?://|www\.|\+\d[\d ()/-]{7,}\d|\(\d{3}\) ?\d{3}|\d{3}-\d{3}-\d{4}")


@pytest.mark.parametrize("path", [*FILES, HELD_OUT], ids=lambda path: path.stem)
def test_a_file_has_the_form_and_is_small(path: Path) -> None:
    rows = read_file(path)

    assert len(rows) >= 150
    assert path.stat().st_size < 300_000
    assert re.fullmatch(r"[a-z_]+", path.stem)


@pytest.mark.parametrize("path", [*FILES, HELD_OUT], ids=lambda path: path.stem)
def test_nobody_can_be_reached_by_a_statement(path: Path) -> None:
    assert [one.text for one in read_file(path) if ADDRESS.search(one.text)] == []


def test_no_statement_stands_twice_nor_in_training_and_gate() -> None:
    counts = Counter(
        " ".join(re.findall(r"\w+", one.text.lower())) for path in (*FILES, HELD_OUT) for one in read_file(path)
    )

    assert [text for text, count in counts.items() if count > 1] == []


def test_every_way_of_working_has_statements_of_both_grades() -> None:
    counts = Counter(item for path in FILES for one in read_file(path) for item in one.shows.items())

    assert min(counts[signal, grade] for signal in SIGNALS for grade in ("met", "partial")) >= 30

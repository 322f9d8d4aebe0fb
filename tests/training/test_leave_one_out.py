from __future__ import annotations

import pytest

from matcher.evidence.statement_model import load_statement_model
from matcher.taxonomy.index import Taxonomy
from matcher.training.leave_one_out import Tally, leave_one_author_out, model_names, table, tally
from matcher.training.statements import SIGNALS, Labelled

TAUGHT = Labelled("Taught juniors SQL.", "bullet", {"mentoring": "met"})  # type: ignore[dict-item]
SCREEN = Labelled("Built a screen.", "bullet", {})


def test_precision_recall_and_f() -> None:
    one = Tally(2, 1, 0) + Tally(1, 0, 3)

    assert (one.precision, one.recall, one.f) == (0.75, 0.5, 0.6)
    assert Tally(0, 0, 0).f == 0.0


def test_finds_are_counted_by_signal() -> None:
    counted = tally([TAUGHT, SCREEN], lambda _: frozenset({SIGNALS[SIGNALS.index("mentoring")]}))  # type: ignore[arg-type]

    assert counted["mentoring"] == Tally(1, 1, 0)  # type: ignore[index]
    assert counted["security"] == Tally(0, 0, 0)  # type: ignore[index]


def test_the_model_names_what_is_surer_than_asked(taxonomy: Taxonomy) -> None:
    model = load_statement_model(taxonomy.folder, taxonomy.lexicon.words)

    assert model is not None
    assert "mentoring" in model_names(model, 0.4)(TAUGHT)
    assert model_names(model, 1.0)(TAUGHT) == frozenset()


def test_the_table_has_a_row_for_each_signal_and_one_for_all() -> None:
    totals = {"cues": dict.fromkeys(SIGNALS, Tally(1, 1, 0))}

    lines = table(totals).splitlines()

    assert len(lines) == 2 + len(SIGNALS) + 1
    assert lines[-1] == "| all | 17 | 0.50, 1.00, 0.67 |"


def test_each_author_is_judged_by_a_model_of_the_others(taxonomy: Taxonomy) -> None:
    pytest.importorskip("sklearn", reason="the extra train is not installed")
    many = [Labelled(f"Taught juniors SQL {n}.", "bullet", TAUGHT.shows) for n in range(8)] + [SCREEN] * 8

    totals = leave_one_author_out({"a": many, "b": many}, taxonomy.lexicon, 0.4)

    assert totals["model"]["mentoring"].recall == 1.0  # type: ignore[index]
    assert set(totals) == {"cues", "model", "both"}

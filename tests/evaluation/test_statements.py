"""The gate of the statement model: statements that training never reads. Their author wrote others that it reads."""

from __future__ import annotations

from pathlib import Path

from matcher.evidence.statement_model import load_statement_model
from matcher.taxonomy.index import Taxonomy
from matcher.training.leave_one_out import Tally, model_names, tally
from matcher.training.statements import read_file

HELD_OUT = Path(__file__).resolve().parent / "statements" / "held_out.jsonl"


def test_the_model_tells_statements_that_it_was_not_trained_on(taxonomy: Taxonomy) -> None:
    model = load_statement_model(taxonomy.folder, taxonomy.lexicon.words)
    assert model is not None

    by_signal = tally(read_file(HELD_OUT), model_names(model, taxonomy.policy["model-shown"]))
    every = sum(by_signal.values(), Tally(0, 0, 0))

    assert every.f >= 0.60
    assert every.precision >= 0.80

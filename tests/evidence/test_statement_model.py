from __future__ import annotations

import hashlib
from pathlib import Path

import numpy
import pytest

from matcher.domain.catalogue import SignalId
from matcher.domain.document import Span
from matcher.errors import TaxonomyError
from matcher.evidence.statement_model import WEIGHTS, StatementModel, load_statement_model
from matcher.taxonomy.index import Taxonomy

MENTORING, SPEED = SignalId("mentoring"), SignalId("performance")


def text_array(*lines: str) -> numpy.ndarray:
    return numpy.frombuffer("\n".join(lines).encode(), dtype=numpy.uint8)


def arrays() -> dict[str, numpy.ndarray]:
    """Two signals and three words: "taught" and "juniors" for the one, "faster" for the other."""
    return {
        "features": text_array("w:taught", "w:junior", "w:fast"),
        "signals": text_array(MENTORING, SPEED),
        "weights": numpy.array([[60, 50, -60, -60], [60, 50, -60, -60], [-60, -60, 60, 60]], dtype=numpy.int8),
        "lengths": numpy.array([1024, 1024, 1024], dtype=numpy.int32),
        "scales": numpy.full(4, 0.1),
        "biases": numpy.full(4, -4.0),
    }


@pytest.fixture
def tiny() -> StatementModel:
    return StatementModel(arrays())


def shipped(taxonomy: Taxonomy) -> StatementModel:
    model = load_statement_model(taxonomy.folder, taxonomy.lexicon.words)
    assert model is not None
    return model


def test_words_add_up_over_the_length_of_the_vector(tiny: StatementModel) -> None:
    grades = tiny.grades("taught the juniors")

    # (60 + 60) * 0.1 / sqrt(2) - 4 is a logit of 4.485.
    assert grades[MENTORING].shown == 0.989
    assert grades[MENTORING].met == 0.956
    assert grades[SPEED].shown == 0.0


@pytest.mark.parametrize("text", ["nothing known here", "🚀 🚀 🚀", "наставник команды", "x" * 100_000])
def test_a_statement_of_unknown_words_shows_nothing(tiny: StatementModel, text: str) -> None:
    assert all(found.shown == found.met == 0.0 for found in tiny.grades(text).values())


def test_no_words_have_no_grades(tiny: StatementModel) -> None:
    assert tiny.grades("") == tiny.grades(" \n") == {}


def test_a_clause_of_a_long_statement_is_read_alone_and_counts_less(tiny: StatementModel) -> None:
    text = "the nightly run of all the ledgers is faster now; taught the juniors everything about it at last"

    found = tiny.grades(text)[MENTORING]

    assert text[found.part.start : found.part.end].startswith("taught")
    assert found.shown == pytest.approx(0.989 * 0.8)


def test_the_words_that_speak_most_are_pointed_to(tiny: StatementModel) -> None:
    text = "a faster run; then taught two juniors all of it"

    told = tiny.telling(text, MENTORING, Span(0, len(text)))

    assert text[told.start : told.end] == "taught two juniors"


def test_a_very_long_statement_is_read_by_its_beginning(tiny: StatementModel) -> None:
    assert tiny.grades("word " * 400 + "taught juniors")[MENTORING].shown == 0.0


def test_the_shipped_model_knows_the_ways_of_working_of_the_lexicon(taxonomy: Taxonomy) -> None:
    model = shipped(taxonomy)

    assert len(model.signals) == 17
    assert set(model.signals) <= set(taxonomy.lexicon.signals)


def test_the_shipped_model_tells_a_doing_that_no_cue_names(taxonomy: Taxonomy) -> None:
    grades = shipped(taxonomy).grades("new starters sit beside me for their first weeks until they can ship alone")

    assert max(grades, key=lambda name: grades[name].shown) == MENTORING


def test_weights_are_loaded_once(taxonomy: Taxonomy) -> None:
    assert shipped(taxonomy) is shipped(taxonomy)


def test_a_taxonomy_without_weights_has_no_model(tmp_path: Path) -> None:
    assert load_statement_model(tmp_path, {}) is None
    assert load_statement_model(None, {"statement_model.weights": ("0",)}) is None


def test_weights_that_are_missing_or_others_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match="cannot be read"):
        load_statement_model(tmp_path, {"statement_model.weights": ("0",)})
    (tmp_path / WEIGHTS).parent.mkdir()
    (tmp_path / WEIGHTS).write_bytes(b"others")
    with pytest.raises(TaxonomyError, match="make train"):
        load_statement_model(tmp_path, {"statement_model.weights": ("0",)})


def test_the_taxonomys_hash_stands_for_the_weights(taxonomy: Taxonomy) -> None:
    assert taxonomy.folder is not None
    digest = hashlib.sha256((taxonomy.folder / WEIGHTS).read_bytes()).hexdigest()

    # The pin is in a YAML file, and the hash that reports carry is over all of those.
    assert digest in (taxonomy.folder / WEIGHTS).with_suffix(".yaml").read_text("utf-8")
    assert taxonomy.lexicon.words["statement_model.weights"] == (digest,)


def test_weights_are_small(taxonomy: Taxonomy) -> None:
    assert taxonomy.folder is not None
    assert (taxonomy.folder / WEIGHTS).stat().st_size < 2_500_000

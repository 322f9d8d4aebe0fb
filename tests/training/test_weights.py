from __future__ import annotations

import hashlib

import numpy

from matcher.evidence.statement_model import WEIGHTS
from matcher.resources import data_folder
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.yaml_reader import read_yaml
from matcher.training.fit import Fitted
from matcher.training.statements import FOLDER, SIGNALS, read_statements, training_hash
from matcher.training.weights import pin, to_bytes, to_model


def fitted() -> Fitted:
    columns = 2 * len(SIGNALS)
    return Fitted(
        ("w:taught",),
        numpy.full((1, columns), 100, dtype=numpy.int8),
        numpy.array([1024], dtype=numpy.int32),
        numpy.full(columns, 0.05),
        numpy.full(columns, -1.0),
    )


def test_weights_are_no_older_than_statements_and_feature_code(taxonomy: Taxonomy) -> None:
    """Run make train when this fails: a statement, or the code that takes features, was changed."""
    trained = taxonomy.lexicon.words["statement_model.trained-on"]

    assert trained == (training_hash(read_statements(data_folder("skills_taxonomy") / FOLDER)),)


def test_the_file_holds_plain_arrays_and_is_the_same_each_time() -> None:
    data = to_bytes(fitted())

    assert data == to_bytes(fitted())
    with numpy.load(data_folder("skills_taxonomy") / WEIGHTS, allow_pickle=False) as arrays:
        assert {array.dtype.hasobject for array in arrays.values()} == {False}


def test_a_model_reads_these_weights() -> None:
    assert to_model(fitted()).grades("taught")["mentoring"].shown == 0.982  # type: ignore[index]


def test_the_pin_names_weights_and_training_data() -> None:
    words = read_yaml(pin(b"weights", {}).encode()).data["words"]

    assert words == {"trained-on": [training_hash({})], "weights": [hashlib.sha256(b"weights").hexdigest()]}

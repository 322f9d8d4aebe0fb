"""The file of weights and its pin in the lexicon."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping

import numpy

from matcher.evidence.statement_model import StatementModel
from matcher.training.fit import Fitted
from matcher.training.statements import SIGNALS, Labelled, training_hash

__all__ = ["pin", "to_bytes", "to_model"]

_PIN = """\
# Names the weights of the statement model beside this file, so that the hash of this folder stands for them too.
# Written by make train; do not edit. Remove both files to work by cues alone. statements/README.md tells more.
#   weights      SHA-256 of statement_model.npz; another file is refused
#   trained-on   SHA-256 of the statements and of the code that takes their features
words:
  trained-on: ["{trained}"]
  weights: ["{weights}"]
"""


def to_bytes(fitted: Fitted) -> bytes:
    """Return the file: plain arrays, no objects; the same weights give the same bytes."""
    with io.BytesIO() as file:
        numpy.savez(file, allow_pickle=False, **_arrays(fitted))
        return file.getvalue()


def to_model(fitted: Fitted) -> StatementModel:
    """Return the model of these weights without a file."""
    return StatementModel(_arrays(fitted))


def pin(data: bytes, authors: Mapping[str, Iterable[Labelled]]) -> str:
    """Return the text of lexicon/statement_model.yaml for these weights."""
    return _PIN.format(trained=training_hash(authors), weights=hashlib.sha256(data).hexdigest())


def _arrays(fitted: Fitted) -> dict[str, numpy.ndarray]:
    return {
        "features": _text(fitted.features),
        "signals": _text(SIGNALS),
        "weights": fitted.weights,
        "lengths": fitted.lengths,
        "scales": fitted.scales,
        "biases": fitted.biases,
    }


def _text(lines: Iterable[str]) -> numpy.ndarray:
    return numpy.frombuffer("\n".join(lines).encode(), dtype=numpy.uint8)

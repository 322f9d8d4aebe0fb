"""Fits the weights: one logistic regression for each way of working and grade, over weighed features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from matcher.evidence.statement_features import features
from matcher.evidence.statement_model import LENGTH_UNIT
from matcher.training.statements import SIGNALS, Labelled

__all__ = ["Fitted", "fit"]

LEAST_STATEMENTS = 4
"""A feature of fewer statements is left out: on authors not seen, those of three statements gained nothing."""
LEAST_AUTHORS = 4
"""Nor is one of fewer authors kept: names and pet words are one author's. On authors not seen, F rose by a point."""
STRENGTH = 20.0
"""The inverse of regularisation. More drives chances apart, as a lower threshold would; verdicts hardly move."""
_STEPS = 127
_ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is shipped: for each feature its weights as whole numbers, "shown" and "met" of each signal in turn."""

    features: tuple[str, ...]
    weights: Any
    lengths: Any
    scales: Any
    biases: Any


def fit(authors: Mapping[str, Sequence[Labelled]]) -> Fitted:
    """Fit the model to the labelled statements of each author; the same statements give the same numbers.

    A feature counts once in a statement, by the logarithm of how rare it is (inverse document frequency), and vectors
    have length one. Weights are rounded to 1/127 of the largest of their column, which leaves F as it was.
    """
    rows = [one for author in sorted(authors) for one in authors[author]]
    found = [features(one.folded) for one in rows]
    counts = Counter(feature for one in found for feature in one)
    shared = _shared(authors)
    names = sorted(name for name, count in counts.items() if count >= LEAST_STATEMENTS and name in shared)
    rarity = numpy.array([numpy.log((1 + len(rows)) / (1 + counts[name])) + 1 for name in names])
    lengths = numpy.round(rarity**2 * LENGTH_UNIT).astype(numpy.int32)
    vectors = _vectors(found, names, rarity)
    columns, biases = [], []
    for signal in SIGNALS:
        for grades in ({"met", "partial"}, {"met"}):
            coefficients, bias = _regression(vectors, [one.shows.get(signal) in grades for one in rows])
            columns.append(coefficients * rarity)
            biases.append(bias)
    exact = numpy.stack(columns, axis=1)
    scales = numpy.maximum(numpy.abs(exact).max(axis=0), 1e-9) / _STEPS
    weights = numpy.round(exact / scales).astype(numpy.int8)
    return Fitted(tuple(names), weights, lengths, numpy.round(scales, 9), numpy.round(numpy.array(biases), 6))


def _shared(authors: Mapping[str, Iterable[Labelled]]) -> frozenset[str]:
    """Return the features that enough authors have; of few authors, all."""
    writers = Counter(
        feature for rows in authors.values() for feature in {name for one in rows for name in features(one.folded)}
    )
    least = min(LEAST_AUTHORS, len(authors))
    return frozenset(name for name, count in writers.items() if count >= least)


def _vectors(found: Sequence[frozenset[str]], names: Sequence[str], rarity: Any) -> Any:
    # scikit-learn and scipy belong to the extra "train"; whoever only reads resumes has neither.
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    index = {name: number for number, name in enumerate(names)}
    known = [sorted(index[feature] for feature in one if feature in index) for one in found]
    starts = numpy.cumsum([0, *(len(one) for one in known)])
    columns = numpy.array([number for one in known for number in one], dtype=numpy.int64)
    return normalize(csr_matrix((rarity[columns], columns, starts), shape=(len(found), len(names))))


def _regression(vectors: Any, labels: Sequence[bool]) -> tuple[Any, float]:
    """Return weights and bias; a label that no statement has, or all have, needs a bias alone."""
    from sklearn.linear_model import LogisticRegression

    if len(set(labels)) < 2:
        return numpy.zeros(vectors.shape[1]), 20.0 if labels and labels[0] else -20.0
    # The dual problem is solved fifteen times faster here; its random order is fixed.
    model = LogisticRegression(C=STRENGTH, solver="liblinear", dual=True, max_iter=_ROUNDS, random_state=0)
    model.fit(vectors, labels)
    return model.coef_[0], float(model.intercept_[0])

"""The trained model of statements: which ways of working one shows, by weights learned from labelled statements.

A statement's features (see ``statement_features``) are looked up in a table of whole numbers. Their sum, over the
length of the statement's vector, gives the logit of two judgements for each way of working: that the statement shows
it at all, and that it meets what is asked. Sums of whole numbers are the same in any order and on any machine.
"""

from __future__ import annotations

import hashlib
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.domain.catalogue import SignalId
from matcher.domain.document import Span
from matcher.errors import TaxonomyError
from matcher.evidence.statement_features import chunks, clauses, pair_features, stems, word_features

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["WEIGHTS", "Shown", "StatementModel", "load_statement_model"]

WEIGHTS = "lexicon/statement_model.npz"
"""Where the weights lie inside the taxonomy folder."""
LENGTH_UNIT = 1024
"""What a feature adds to the length of a vector is kept as a whole number of 1/1024."""
_LONG = 12
"""A statement of more words is read clause by clause too: one doing among three would drown in it."""
_CLAUSE_SHARE = 0.8
"""What a clause counts against a whole statement: out of its context it is read less surely."""
_NEVER = -3.0
"""A lower logit, a chance below one in twenty, counts as none; most are, and need no exponential then."""
_MOST_WORDS = 400
"""Words of a statement that are read; no longer one is a statement, and a hostile file has such."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How surely a statement shows a way of working, and meets what is asked of it; ``part`` is where it is read."""

    shown: float
    met: float
    part: Span


class StatementModel:
    """The weights, ready for look-ups. It holds caches and nothing that changes a result."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        # Not needed before the first resume is read; a start goes without.
        import numpy

        names = bytes(arrays["features"]).decode().split("\n")
        self.signals = tuple(SignalId(name) for name in bytes(arrays["signals"]).decode().split("\n"))
        self._rows = dict(zip(names, range(len(names)), strict=True))
        # Lengths stand in the last column, so that one sum gives all.
        self._table = numpy.column_stack([arrays["weights"], arrays["lengths"]]).astype("int32")
        self._scales = arrays["scales"].tolist()
        self._biases = arrays["biases"].tolist()
        self._word_rows: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=4096)(self._look_up)

    def grades(self, text: str) -> dict[SignalId, Shown]:
        """Return for every way of working how surely a statement shows it.

        Args:
            text: the statement, folded and in lower case.
        """
        pieces = chunks(text)[:_MOST_WORDS]
        if not pieces:
            return {}
        whole = Span(pieces[0][0].start, pieces[-1][0].end)
        best = [Shown(shown, met, whole) for shown, met in self._judge([word for _, word in pieces])]
        for part in clauses(text) if len(pieces) > _LONG else ():
            words = [word for _, word in chunks(text[part.start : part.end])][:_MOST_WORDS]
            for number, (shown, met) in enumerate(self._judge(words)):
                best[number] = _better(best[number], Shown(shown * _CLAUSE_SHARE, met * _CLAUSE_SHARE, part))
        return dict(zip(self.signals, best, strict=True))

    def telling(self, text: str, signal: SignalId, part: Span) -> Span:
        """Return the words inside a part of a statement that speak most for a way of working, in one stretch."""
        pieces = chunks(text[part.start : part.end])[:_MOST_WORDS]
        column = 2 * self.signals.index(signal)
        sums = [sum(int(self._table[row, column]) for row in self._word_rows(word)) for _, word in pieces]
        for number, ((_, before), (_, word)) in enumerate(pairwise(pieces), start=1):
            last, first = stems(before)[-1:], stems(word)[:1]
            row = self._rows.get(f"b:{last[0]}_{first[0]}") if last and first else None
            sums[number] += 0 if row is None else int(self._table[row, column])
        begin, end = _heaviest(sums)
        return Span(part.start + pieces[begin][0].start, part.start + pieces[end][0].end)

    def _judge(self, words: Sequence[str]) -> list[tuple[float, float]]:
        rows: set[int] = set()
        for word in words:
            rows.update(self._word_rows(word))
        rows.update(row for pair in pair_features(words) if (row := self._rows.get(pair)) is not None)
        if not rows:
            return [(0.0, 0.0)] * len(self.signals)
        *sums, square = self._table.take(list(rows), axis=0).sum(axis=0, dtype="int64").tolist()
        length = math.sqrt(square / LENGTH_UNIT)
        chances = [
            _chance(logit) if (logit := total * scale / length + bias) > _NEVER else 0.0
            for total, scale, bias in zip(sums, self._scales, self._biases, strict=True)
        ]
        return list(zip(chances[::2], chances[1::2], strict=True))

    def _look_up(self, word: str) -> tuple[int, ...]:
        return tuple(row for one in word_features(word) if (row := self._rows.get(one)) is not None)


def load_statement_model(folder: Path | None, words: Mapping[str, tuple[str, ...]]) -> StatementModel | None:
    """Load the weights of a taxonomy, once; None if it has none, and is read by cues alone then.

    ``lexicon/statement_model.yaml`` names the hash of the weights, so that the taxonomy's hash, which every report
    carries, stands for them too.

    Raises:
        TaxonomyError: the weights are not those that the taxonomy names.
    """
    pinned = words.get("statement_model.weights", ())
    return _load(folder / WEIGHTS, pinned[0]) if folder and pinned else None


@lru_cache(maxsize=4)
def _load(path: Path, pinned: str) -> StatementModel:
    import numpy

    try:
        data = path.read_bytes()
    except OSError as error:
        raise TaxonomyError(
            f"{WEIGHTS}: cannot be read. Copy it beside statement_model.yaml, or remove both to work by cues alone."
        ) from error
    if hashlib.sha256(data).hexdigest() != pinned:
        raise TaxonomyError(f"{WEIGHTS}: is not what statement_model.yaml names. Run make train, or restore both.")
    with numpy.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return StatementModel(dict(arrays))


def _better(first: Shown, second: Shown) -> Shown:
    """Take the higher chance of each; the part is that of the surer reading."""
    part = second.part if second.shown > first.shown else first.part
    return Shown(max(first.shown, second.shown), max(first.met, second.met), part)


def _heaviest(sums: Sequence[int]) -> tuple[int, int]:
    """Return first and last place of the stretch with the largest sum (J. Kadane's scan)."""
    best, found, total, begin = -math.inf, (0, len(sums) - 1), 0, 0
    for place, one in enumerate(sums):
        if total <= 0:
            total, begin = 0, place
        total += one
        if total > best:
            best, found = total, (begin, place)
    return found


def _chance(logit: float) -> float:
    """Return the logistic function, to three places: beyond them machines may differ."""
    return round(1 / (1 + math.exp(-min(logit, 30.0))), 3)

"""How well statements are told by an author whom the model has not seen, beside the cues alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.domain.catalogue import SignalId
from matcher.evidence.signal_cues import cue_grades
from matcher.evidence.statement_model import StatementModel
from matcher.taxonomy.index import Lexicon
from matcher.training.fit import fit
from matcher.training.statements import SIGNALS, Labelled
from matcher.training.weights import to_model

__all__ = ["Tally", "leave_one_author_out", "model_names", "table", "tally"]

Names = Callable[[Labelled], frozenset[SignalId]]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found of what is there: right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is there."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


Tallies = dict[str, dict[SignalId, Tally]]


def leave_one_author_out(authors: Mapping[str, Sequence[Labelled]], lexicon: Lexicon, sure: float) -> Tallies:
    """Return by way ("cues", "model", "both") and signal what is found in each author by a model of all others.

    ``sure`` is the chance from which the model counts a signal as shown.
    """
    totals: Tallies = {}
    for author, rows in authors.items():
        others = {name: theirs for name, theirs in authors.items() if name != author}
        by_model, by_cues = model_names(to_model(fit(others)), sure), _cue_names(rows, lexicon)
        for way, names in (
            ("cues", by_cues),
            ("model", by_model),
            ("both", lambda one, cues=by_cues, model=by_model: cues(one) | model(one)),
        ):
            for signal, one in tally(rows, names).items():
                row = totals.setdefault(way, {})
                row[signal] = row.get(signal, Tally(0, 0, 0)) + one
    return totals


def tally(rows: Iterable[Labelled], names: Names) -> dict[SignalId, Tally]:
    """Count for each signal what is found in statements and what is there."""
    pairs = [(names(one), frozenset(one.shows)) for one in rows]
    return {
        signal: Tally(
            sum(signal in found and signal in there for found, there in pairs),
            sum(signal in found and signal not in there for found, there in pairs),
            sum(signal not in found and signal in there for found, there in pairs),
        )
        for signal in SIGNALS
    }


def model_names(model: StatementModel, sure: float) -> Names:
    """Return what tells which signals a statement shows by the model."""
    return lambda one: frozenset(name for name, shown in model.grades(one.folded).items() if shown.shown > sure)


def table(totals: Tallies) -> str:
    """Return precision, recall and F of each signal and of all, as a table of Markdown."""
    ways = list(totals)
    lines = [
        "| way of working | statements | " + " | ".join(f"{way}: precision, recall, F" for way in ways) + " |",
        "|---" * (2 + len(ways)) + "|",
    ]
    for signal in (*SIGNALS, None):
        rows = [sum(totals[way].values(), Tally(0, 0, 0)) if signal is None else totals[way][signal] for way in ways]
        figures = " | ".join(f"{one.precision:.2f}, {one.recall:.2f}, {one.f:.2f}" for one in rows)
        lines.append(f"| {signal or 'all'} | {rows[0].right + rows[0].missed} | {figures} |")
    return "\n".join(lines)


def _cue_names(rows: Iterable[Labelled], lexicon: Lexicon) -> Names:
    grades = {one.text: frozenset(cue_grades(one.text, lexicon)).intersection(SIGNALS) for one in rows}
    return lambda one: grades[one.text]

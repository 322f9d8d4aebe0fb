"""The trained model beside the cues: what it adds to a statement where cues are silent or see a part only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.candidate import Assertion, Context, Position, Proof
from matcher.domain.catalogue import SignalId
from matcher.domain.document import StatementKind
from matcher.evidence.context import Place
from matcher.evidence.cue_patterns import CueHit
from matcher.evidence.level import SUPERVISED
from matcher.evidence.signal_cues import HALF, MET, PARTIAL, Books, Cued, belongs, in_head, make_proof
from matcher.evidence.statement_model import Shown, StatementModel, load_statement_model
from matcher.taxonomy.index import Lexicon, Taxonomy

__all__ = ["StatementReader", "statement_reader"]

_LEAST_WORDS = 4
"""Three words name a thing and its use ("Redis for sessions"), and no doing."""
_NAMING = frozenset({StatementKind.HEADING, StatementKind.ENTRY})
_WORK = frozenset({Context.WORK, Context.INTERNSHIP, Context.PROJECT})


@dataclass(frozen=True, slots=True)
class StatementReader:
    """The model, and how sure it must be: that a way of working is shown, that it is met, and of either beside work.

    Of ``halves`` a find is half of what is asked, of ``whole`` one that is not met is none.
    """

    model: StatementModel
    shown: float
    met: float
    beside_work: float
    halves: frozenset[SignalId]
    whole: frozenset[SignalId]

    def add(
        self,
        place: Place,
        cues: Cued,
        positions: Sequence[Position],
        lexicon: Lexicon,
        books: Books,
        as_of: date,
    ) -> dict[SignalId, Proof]:
        """Return the proofs of one statement, those by cues and those by the model.

        A cue goes before the model: what it denies stays denied, what it finds stays found, and what it holds down
        ("the releases are theirs") stays down. The model finds what no cue knows, and lifts a find in part.
        """
        proofs = dict(cues.proofs)
        if not _tells(place, positions):
            return proofs
        for name, found in self.model.grades(place.text).items():
            if name in cues.settled or name not in lexicon.signals:
                continue
            grade = self._grade(name, found, place)
            known = proofs.get(name)
            if known is not None:
                proofs[name] = _lifted(known, grade)
            elif grade is not None and belongs(lexicon.signals[name], place):
                hit = CueHit(name, self.model.telling(place.text, name, found.part))
                made = make_proof(place, hit, grade, positions, books, as_of)
                if made.assertion is Assertion.CLAIMED:
                    proofs[name] = replace(made, grade=PARTIAL) if SUPERVISED in made.limits else made
        return proofs

    def _grade(self, name: SignalId, found: Shown, place: Place) -> str | None:
        least = 0.0 if place.context in _WORK else self.beside_work
        if found.shown <= max(self.shown, least):
            return None
        if found.met > max(self.met, least):
            return HALF if name in self.halves else MET
        return None if name in self.whole else PARTIAL


def _lifted(proof: Proof, grade: str | None) -> Proof:
    held = proof.assertion is not Assertion.CLAIMED or SUPERVISED in proof.limits
    return proof if held or grade != MET else replace(proof, grade=MET)


def statement_reader(taxonomy: Taxonomy) -> StatementReader | None:
    """Return the reader of a taxonomy; None if it has no weights.

    Raises:
        TaxonomyError: the weights are not those that the taxonomy names.
    """
    model = load_statement_model(taxonomy.folder, taxonomy.lexicon.words)
    if model is None:
        return None
    policy = taxonomy.policy
    return StatementReader(
        model,
        policy["model-shown"],
        policy["model-met"],
        policy["model-beside-work"],
        frozenset(map(SignalId, taxonomy.lexicon.words.get("narrow_proofs.halves", ()))),
        frozenset(map(SignalId, taxonomy.lexicon.words.get("narrow_proofs.met-or-none", ()))),
    )


def _tells(place: Place, positions: Sequence[Position]) -> bool:
    """Tell whether a statement can show a doing: lists, headings, entries and the heads of jobs name things."""
    return (
        place.context is not Context.LIST
        and place.statement.kind not in _NAMING
        and len(place.text.split()) >= _LEAST_WORDS
        and not in_head(place, positions)
    )

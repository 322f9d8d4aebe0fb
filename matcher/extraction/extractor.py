"""The extraction stage's one door: a document with its parts goes in, skill mentions come out."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from spacy.tokens import Doc

from matcher.domain.candidate import ExplainedName, SkillMention, UnrecognisedName
from matcher.domain.document import Document, Section, Span, Statement
from matcher.domain.folding import Folded, fold
from matcher.extraction.pipeline import build_pipeline
from matcher.extraction.reading import Candidate, Reading
from matcher.extraction.tokens import cut
from matcher.extraction.units import locate_units
from matcher.taxonomy.index import Taxonomy

__all__ = ["SkillExtractor"]


class SkillExtractor:
    """Holds the compiled pipeline: build one per process.

    Threads may share it; they take turns, since the components remember what they have worked out. The Doc that goes
    through the pipeline carries the reading and no words of its own: spaCy would enter each unseen word in its
    vocabulary, which takes as long as finding the skills and grows with every document, and nothing looks them up.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._nlp = build_pipeline(taxonomy)
        self._lock = Lock()

    def extract(
        self, document: Document, sections: Sequence[Section] = (), statements: Sequence[Statement] = ()
    ) -> tuple[SkillMention, ...]:
        """Return every place that names a skill, in the order of the text, each with whose the skill is.

        Text outside all statements is read line by line; without sections everything counts as OTHER.
        """
        return self.extract_all(document, sections, statements)[0]

    def extract_all(
        self, document: Document, sections: Sequence[Section] = (), statements: Sequence[Statement] = ()
    ) -> tuple[tuple[SkillMention, ...], tuple[UnrecognisedName, ...]]:
        """Return what ``extract`` does, and beside it the names that the taxonomy lacks."""
        folded = fold(document.text)
        reading = self._read(document, folded, sections, statements)
        mentions = tuple(_mention(candidate, reading, folded) for candidate in reading.candidates)
        return mentions, tuple(_unrecognised(start, end, reading, folded) for start, end in reading.unrecognised)

    def explain(
        self, document: Document, sections: Sequence[Section] = (), statements: Sequence[Statement] = ()
    ) -> tuple[ExplainedName, ...]:
        """Return every place that may name a skill, kept or dropped, with the rule that decided."""
        folded = fold(document.text)
        reading = self._read(document, folded, sections, statements)
        everything = sorted([*reading.candidates, *reading.dropped], key=lambda c: (c.start, c.end))
        return tuple(_explained(candidate, document, reading, folded) for candidate in everything)

    def _read(
        self, document: Document, folded: Folded, sections: Sequence[Section], statements: Sequence[Statement]
    ) -> Reading:
        reading = Reading(cut(folded.text))
        locate_units(reading, document, folded, sections, statements)
        doc = Doc(self._nlp.vocab)
        doc.user_data["reading"] = reading
        with self._lock:
            self._nlp(doc)
        return reading


def _explained(candidate: Candidate, document: Document, reading: Reading, folded: Folded) -> ExplainedName:
    tokens, kept = reading.tokens, candidate.kept
    span = folded.origin(Span(tokens.starts[candidate.start], tokens.ends[candidate.end - 1]))
    return ExplainedName(
        text=document.quote(span),
        span=span,
        considered=tuple(sorted({claimant.skill for claimant in candidate.claimants})),
        kept=kept.skill if kept is not None else None,
        rule=candidate.why.value,
        assertion=candidate.assertion,
    )


def _unrecognised(start: int, end: int, reading: Reading, folded: Folded) -> UnrecognisedName:
    tokens = reading.tokens
    span = folded.origin(Span(tokens.starts[start], tokens.ends[end - 1]))
    return UnrecognisedName(span, reading.units[reading.unit_of[start]].section)


def _mention(candidate: Candidate, reading: Reading, folded: Folded) -> SkillMention:
    kept = candidate.kept
    assert kept is not None  # noqa: S101 - only kept candidates are left
    tokens = reading.tokens
    return SkillMention(
        skill=kept.skill,
        span=folded.origin(Span(tokens.starts[candidate.start], tokens.ends[candidate.end - 1])),
        section=reading.units[candidate.unit].section,
        method=candidate.method,
        similarity=candidate.similarity,
        assertion=candidate.assertion,
        strength=candidate.strength,
        version=candidate.version,
    )

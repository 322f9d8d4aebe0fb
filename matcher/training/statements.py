"""The labelled statements: their form, and the hash that ties weights to them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.domain.catalogue import SignalId
from matcher.domain.folding import fold
from matcher.errors import TaxonomyError
from matcher.evidence import statement_features
from matcher.evidence.cue_patterns import lower

__all__ = ["FOLDER", "SIGNALS", "Labelled", "read_file", "read_statements", "training_hash"]

FOLDER = "statements"
SIGNALS = tuple(
    SignalId(name)
    for name in (
        "api-design", "collaboration", "continuous-learning", "database-design", "documentation",
        "engineering-standards", "mentoring", "microservices", "performance", "pipelines", "reliability", "security",
        "system-administration", "system-design", "team-leadership", "tests", "troubleshooting",
    )
)  # fmt: skip
"""The ways of working that statements are labelled with, in the order of the weights' columns."""
_KINDS = frozenset({"bullet", "sentence", "summary"})
_GRADES = frozenset({"met", "partial"})
_KEYS = {"text", "kind", "shows"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement as it was written, and which ways of working it shows: "met" or "partial"."""

    text: str
    kind: str
    shows: Mapping[SignalId, str]

    @property
    def folded(self) -> str:
        """Return the text as the model reads it."""
        return lower(fold(self.text).text)


def read_statements(folder: Path) -> dict[str, tuple[Labelled, ...]]:
    """Return the statements by author: one file each, in the order of their names.

    Raises:
        TaxonomyError: a line has not the form that the data card tells; the message names file and line.
    """
    return {path.stem: read_file(path) for path in sorted(folder.glob("*.jsonl"))}


def read_file(path: Path) -> tuple[Labelled, ...]:
    """Return the statements of one file.

    Raises:
        TaxonomyError: as ``read_statements``.
    """
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            rows.append(_row(json.loads(line)))
        except (ValueError, TypeError, AttributeError) as error:
            raise TaxonomyError(f"{FOLDER}/{path.name}:{number}: {error}. The data card tells the form.") from error
    return tuple(rows)


def training_hash(authors: Mapping[str, Iterable[Labelled]]) -> str:
    """Return the SHA-256 of what weights depend on: the statements of every author, and the code of the features."""
    code = Path(statement_features.__file__).read_text("utf-8")
    rows = [[name, [[one.text, sorted(one.shows.items())] for one in rows]] for name, rows in sorted(authors.items())]
    return hashlib.sha256(json.dumps([code, SIGNALS, rows]).encode()).hexdigest()


def _row(row: dict[str, object]) -> Labelled:
    text, kind, shows = row.get("text"), row.get("kind"), row.get("shows")
    if set(row) != _KEYS or not isinstance(text, str) or not isinstance(shows, dict) or not text.strip():
        raise ValueError("a line has text, kind and shows")
    if kind not in _KINDS:
        raise ValueError(f"the kind {kind!r} is not known")
    if wrong := sorted(set(shows) - set(SIGNALS)) + sorted(set(shows.values()) - _GRADES):
        raise ValueError(f"{wrong[0]!r} is no way of working or grade")
    return Labelled(text, str(kind), {SignalId(name): grade for name, grade in shows.items()})

"""A component: the version that stands behind a skill's name, kept as a value."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from matcher.extraction.context import Context
from matcher.extraction.reading import Candidate, Reading, reading_of

__all__ = ["VersionReader"]

_VERSION = re.compile(r"[vV]?\d{1,4}(?:\.\d+){0,3}(?:\.x)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


class VersionReader:
    """Reads "Java 17", "Python 3.11", "Postgres14", "Vue.js v3"; a time is no version ("Java 5 years")."""

    def __init__(self) -> None:
        self._context = Context({})

    def learn(self, context: Context) -> None:
        """Take in the names whose versions are years, and the words for lengths of time."""
        self._context = context

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the versions of the candidates."""
        reading = reading_of(doc)
        for candidate in reading.candidates:
            self._read(candidate, reading)
        return doc

    def _read(self, candidate: Candidate, reading: Reading) -> None:
        tokens, unit = reading.tokens, reading.units[candidate.unit]
        at = candidate.end
        if at < unit.end and tokens.lowers[at] in {"v", "version", "v."}:
            at += 1
        if at >= unit.end or "\n" in tokens.gaps[at - 1] or not _VERSION.fullmatch(tokens.lowers[at]):
            return
        word, after = tokens.lowers[at].lstrip("v"), at + 1
        if _YEAR.fullmatch(word) and not self._versioned_by_year(candidate):
            return
        if after < unit.end and tokens.lowers[after] == "+":
            after += 1
        if "." not in word and after < unit.end and tokens.lowers[after] in self._context.durations:
            return
        candidate.version, candidate.version_end = word, at + 1

    def _versioned_by_year(self, candidate: Candidate) -> bool:
        kept = candidate.kept
        return kept is not None and kept.alias.lower() in self._context.year_versions

"""Reads the labels of forms: "Employer: Tern", "Occupation or position held  Developer"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.taxonomy.tables import once_per_lists

__all__ = ["FormLabels", "Labelled", "form_labels"]

Words = Mapping[str, Sequence[str]]
# What follows a label: a colon, a tab, the rule of a table, the wide gap of a column.
_PARTED = re.compile(r"[\s*_|]*(?P<name>[^\W\d_][^:\t|]{1,50}?)[*_]*\s*(?:[:|][*_]*\s*|\t\s*|\s{2,}|$)")
_NOTE = re.compile(r"\s*\([^()]*\)\s*")
_LISTS = (
    ("title", "title_labels"),
    ("company", "employer_labels"),
    ("date", "date_labels"),
    ("other", "other_labels"),
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label at the start of a text: "title", "company", "date" or "other", and where its value begins."""

    kind: str
    end: int


class FormLabels:
    """The labels of the lexicon's ``position_words``, ready for looking up."""

    def __init__(self, words: Words) -> None:
        self._kinds = {label: kind for kind, name in _LISTS for label in words.get(f"position_words.{name}", ())}

    def kind(self, text: str) -> str | None:
        """Return what a text announces if it is a label and nothing else; notes in brackets do not count."""
        plain = _NOTE.sub(" ", text).strip(" \t:*_.|").casefold()
        return self._kinds.get(" ".join(plain.split()))

    def at_start(self, text: str) -> Labelled | None:
        """Return the label that a text begins with; None where it begins otherwise."""
        match = _PARTED.match(text)
        kind = self.kind(match["name"]) if match else None
        return Labelled(kind, match.end()) if match and kind else None


form_labels = once_per_lists(FormLabels)
"""Return the labels of a set of word lists, built once for each."""

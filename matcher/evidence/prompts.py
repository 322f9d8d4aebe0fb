"""Finds what a template asks of its writer and was left standing: "[Describe your tasks, with figures.]"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.domain.document import Document, Span, Statement

__all__ = ["find_prompts"]

# Square brackets around the whole of a statement are how templates mark what is to be replaced. Below so many words
# they may as well be a way of writing: "[Go]", "[Acme Corp, remote]".
_FEWEST_WORDS = 5
_BRACKETED = re.compile(r"\[([^\[\]]*)\]\.?")


def find_prompts(document: Document, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """Return the statements that are such prompts; they tell nothing about the person, so they show nothing."""
    found = []
    for statement in statements:
        match = _BRACKETED.fullmatch(document.quote(statement.span).strip())
        if match and len(match[1].split()) >= _FEWEST_WORDS:
            found.append(statement.span)
    return tuple(found)

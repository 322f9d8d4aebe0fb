"""The family that a list of examples stands for: "relational databases" before "(PostgreSQL, MySQL)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.domain.catalogue import SkillId
from matcher.domain.document import Span
from matcher.requirements.phrases import find_phrases
from matcher.taxonomy.index import Taxonomy

__all__ = ["family_before", "names_a_kind"]

_OPENING = re.compile(r"[\s,(\[]+$")


def family_before(flat: str, before: Span, skills: Sequence[SkillId], taxonomy: Taxonomy) -> SkillId | None:
    """Return the family of all these skills, where its name stands right before a bracket or a "such as".

    The family is looked for by its names, because the head of a list may not count as a mention of its own.

    Args:
        flat: the posting's flattened text.
        before: from the beginning of the sentence to the first of the skills.
        skills: the alternatives.
        taxonomy: the skills and their families.
    """
    head = _head(flat, before, taxonomy)
    if head is None or not skills:
        return None
    common = [family for family in taxonomy.implied_by(skills[0]) if taxonomy.skills[family].kind == "concept"]
    for family in common:
        if all(family in taxonomy.implied_by(skill) for skill in skills[1:]):
            names = tuple(alias.text.lower() for alias in taxonomy.skills[family].aliases)
            if any(span.end == len(head) for span in find_phrases(names, head)):
                return family
    return None


def names_a_kind(flat: str, before: Span, taxonomy: Taxonomy) -> bool:
    """Tell whether a word for a kind of thing stands before a bracket: "NoSQL stores (", "a cloud provider ("."""
    head = _head(flat, before, taxonomy)
    kinds = taxonomy.lexicon.words.get("alternative_cues.kinds", ())
    return head is not None and any(span.end == len(head) for span in find_phrases(kinds, head))


def _head(flat: str, before: Span, taxonomy: Taxonomy) -> str | None:
    """Return the text up to a bracket or an announcement of examples; None where there is neither."""
    text = flat[before.start : before.end]
    bare = _OPENING.sub("", text)
    opened = "(" in text[len(bare) :] or "[" in text[len(bare) :]
    intros = taxonomy.lexicon.words.get("alternative_cues.examples", ())
    last = next((span for span in find_phrases(intros, bare) if span.end == len(bare)), None)
    if last is not None:
        return _OPENING.sub("", bare[: last.start])
    return bare if opened else None

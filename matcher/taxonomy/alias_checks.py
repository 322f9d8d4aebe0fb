"""The rules for names: one skill for each, and proof by example for those that also mean something else."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.domain.folding import fold
from matcher.taxonomy import lexicon_schema, schema
from matcher.taxonomy.build import aliases_of
from matcher.taxonomy.files import TaxonomyFiles
from matcher.taxonomy.problems import Problem

__all__ = ["alias_problems", "claimed_words"]

_SHORT = 3
# A needless rule is no rule: only these fields tell a technology from a word.
_RULES = ("needs_company", "case_sensitive", "near", "not_near", "after", "before", "not_after", "not_before")


def alias_problems(files: TaxonomyFiles) -> Iterator[Problem]:
    """Return names that two skills claim without rules, and risky names without examples."""
    claims: dict[str, tuple[str, str, bool]] = {}
    words = claimed_words(files)
    for file in files.of(schema.AreaFile):
        for index, entry in enumerate(file.model.skills):
            line = file.tree.line_of(("skills", index))
            own: set[str] = set()
            for alias in aliases_of(entry):
                key = fold(alias.text).text.casefold()
                ruled = any(getattr(alias, rule) for rule in _RULES)
                if key in own:
                    message = f"The alias '{alias.text}' stands here twice."
                    yield Problem(file.name, line, entry.id, message, "Case is ignored: keep one of them.")
                    continue
                own.add(key)
                first = claims.setdefault(key, (entry.id, f"{file.name}:{line}", ruled))
                if first[0] != entry.id and not (ruled and first[2]):
                    message = f"'{alias.text}' also names {first[0]} ({first[1]})."
                    yield Problem(file.name, line, entry.id, message, "Give it to one of them, or rules to both.")
            yield from _unproved(file.name, line, entry, own & words | {key for key in own if len(key) <= _SHORT})


def claimed_words(files: TaxonomyFiles) -> frozenset[str]:
    """Return the plain English words that could be taken for a technology."""
    return frozenset(
        word
        for file in files.of(lexicon_schema.WordListFile)
        if file.stem == "english_words"
        for words in file.model.words.values()
        for word in words
    )


def _unproved(name: str, line: int, entry: schema.SkillEntry, risky: set[str]) -> Iterator[Problem]:
    lacking = [key for key in ("found", "not_found") if not getattr(entry.examples, key)]
    if risky and lacking:
        names = ", ".join(f"'{word}'" for word in sorted(risky))
        message = f"{names} can mean something else, and there are no examples under {' and '.join(lacking)}."
        yield Problem(name, line, entry.id, message, "Add sentences of both kinds under examples.")

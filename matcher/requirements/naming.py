"""Skills and ways of working as people write them in a form, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.tables import once_per_lists

__all__ = ["Names", "signal_names", "skill_names", "split_names"]

_BETWEEN_NAMES = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Names:
    """Names and identifiers of one kind of thing, both ways."""

    _ids: Mapping[str, str]
    _shown: Mapping[str, str]

    def read(self, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the identifiers that names stand for, each once, and the names that are not known."""
        found: dict[str, None] = {}
        unknown = []
        for name in names:
            known = self._ids.get(name.casefold())
            if known is None:
                unknown.append(name)
            else:
                found[known] = None
        return tuple(found), tuple(unknown)

    def show(self, ids: Sequence[str]) -> str:
        """Return identifiers as names with commas between them; ``read`` of its parts gives them back."""
        return ", ".join(self._shown.get(one, one) for one in ids)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names that stand in a text with commas, semicolons or line ends between them."""
    parts = (" ".join(part.split()) for part in _BETWEEN_NAMES.split(text))
    return tuple(part for part in parts if part)


def _names(named: Iterable[tuple[str, Sequence[str]]]) -> Names:
    """Make both tables; an identifier goes before a name, a name before another's alias."""
    entries = tuple(named)
    ids: dict[str, str] = {identifier.casefold(): identifier for identifier, _ in entries}
    for identifier, names in entries:
        ids.setdefault(names[0].casefold(), identifier)
    for identifier, names in entries:
        for name in names[1:]:
            ids.setdefault(name.casefold(), identifier)
    # A name that leads elsewhere, or would be cut in two by a comma, cannot stand for the thing.
    shown = {
        identifier: names[0]
        for identifier, names in entries
        if ids[names[0].casefold()] == identifier and split_names(names[0]) == (names[0],)
    }
    return Names(ids, shown)


@once_per_lists
def skill_names(taxonomy: Taxonomy) -> Names:
    """Return the names of all skills, aliases too."""
    return _names(
        (skill.id, (skill.name, *(alias.text for alias in skill.aliases))) for skill in taxonomy.skills.values()
    )


@once_per_lists
def signal_names(taxonomy: Taxonomy) -> Names:
    """Return the names of all ways of working."""
    return _names((signal.id, (signal.label,)) for signal in taxonomy.lexicon.signals.values())

"""The mathematics of the audit log: each entry's hash takes in the one before, so that no entry can be changed alone.

hash = sha256(hash before + canonical JSON of the entry), both as UTF-8; the first entry has ``GENESIS`` before it.
Canonical JSON after RFC 8785 for what entries hold: keys sorted, no white space, no escapes beyond those of JSON, and
strings, whole numbers, true, false, null, lists and objects alone. Figures with a fraction are refused, since two
programs may write them differently.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["GENESIS", "Broken", "Linked", "canonical_json", "entry_hash", "link", "verify"]

GENESIS = "0" * 64
"""What stands before the first entry."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An entry as it is stored: what it says, the hash of the one before, and its own."""

    entry: Mapping[str, object]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that does not fit, counted from 0.

    ``why`` is "link" (an entry before it was removed, added or moved) or "content" (the entry was changed).
    """

    index: int
    why: str


def canonical_json(entry: Mapping[str, object]) -> str:
    """Return the one way to write an entry.

    Raises:
        ValueError: it holds a figure with a fraction, or a key that is no string.
        TypeError: it holds something that JSON has no form for.
    """
    _check(entry)
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _check(value: object) -> None:
    if isinstance(value, float):
        raise ValueError(f"{value} has a fraction; write it as text, so that every program hashes the same.")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise ValueError(f"The key {key!r} is no string.")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)


def entry_hash(previous: str, entry: Mapping[str, object]) -> str:
    """Return the hash of an entry behind another: 64 hexadecimal digits."""
    return hashlib.sha256((previous + canonical_json(entry)).encode()).hexdigest()


def link(previous: str, entry: Mapping[str, object]) -> Linked:
    """Return an entry with its place in the chain; ``previous`` is the last entry's hash, or ``GENESIS``."""
    return Linked(entry, previous, entry_hash(previous, entry))


def verify(entries: Iterable[Linked], *, start: str = GENESIS) -> Broken | None:
    """Return the first entry that does not fit, None where the chain holds.

    Args:
        entries: the chain in its order.
        start: what stands before the first of them, for a chain whose older part is kept elsewhere.
    """
    previous = start
    for index, one in enumerate(entries):
        if one.previous != previous:
            return Broken(index, "link")
        if one.hash != entry_hash(previous, one.entry):
            return Broken(index, "content")
        previous = one.hash
    return None

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from matcher.domain.audit_chain import GENESIS, Broken, Linked, canonical_json, entry_hash, link, verify


def chain(count: int) -> list[Linked]:
    found: list[Linked] = []
    for number in range(count):
        previous = found[-1].hash if found else GENESIS
        found.append(link(previous, {"at": f"2026-11-{number + 1:02d}T10:00:00Z", "what": "decision", "who": "usr_1"}))
    return found


def test_the_hash_is_that_of_the_previous_one_and_the_canonical_json() -> None:
    entry = {"b": [1, True, None], "a": "ü"}

    assert canonical_json(entry) == '{"a":"ü","b":[1,true,null]}'
    assert entry_hash(GENESIS, entry) == hashlib.sha256((GENESIS + '{"a":"ü","b":[1,true,null]}').encode()).hexdigest()


def test_the_order_of_keys_makes_no_difference() -> None:
    assert entry_hash(GENESIS, {"a": 1, "b": 2}) == entry_hash(GENESIS, {"b": 2, "a": 1})


@pytest.mark.parametrize("entry", [{"score": 68.2}, {"a": [1.0]}, {"a": {1: "x"}}])
def test_what_two_programs_may_write_differently_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"fraction|string"):
        canonical_json(entry)


@pytest.mark.parametrize("count", [0, 1, 50])
def test_a_chain_that_nobody_touched_holds(count: int) -> None:
    assert verify(chain(count)) is None


@pytest.mark.parametrize("index", [0, 3, 9])
def test_a_changed_entry_is_named(index: int) -> None:
    entries = chain(10)
    entries[index] = replace(entries[index], entry={**entries[index].entry, "who": "usr_2"})

    assert verify(entries) == Broken(index, "content")


@pytest.mark.parametrize("index", [0, 3, 8])
def test_an_entry_that_was_changed_with_its_hash_breaks_the_next_link(index: int) -> None:
    entries = chain(10)
    entries[index] = link(entries[index].previous, {"who": "usr_2"})

    assert verify(entries) == Broken(index + 1, "link")


@pytest.mark.parametrize(("index", "broken"), [(0, 0), (4, 4)])
def test_a_removed_entry_is_missed(index: int, broken: int) -> None:
    entries = chain(10)
    del entries[index]

    assert verify(entries) == Broken(broken, "link")


def test_moved_entries_are_found() -> None:
    entries = chain(4)
    entries[1], entries[2] = entries[2], entries[1]

    assert verify(entries) == Broken(1, "link")


def test_every_changed_character_of_a_stored_entry_is_found() -> None:
    entries = chain(3)
    written = str(entries[1].entry["at"])
    for place in range(len(written)):
        changed = written[:place] + chr(ord(written[place]) ^ 1) + written[place + 1 :]
        entries[1] = replace(entries[1], entry={**entries[1].entry, "at": changed})
        assert verify(entries) == Broken(1, "content")


def test_a_later_part_of_a_chain_can_be_verified_alone() -> None:
    entries = chain(6)

    assert verify(entries[3:], start=entries[2].hash) is None
    assert verify(entries[3:]) == Broken(0, "link")

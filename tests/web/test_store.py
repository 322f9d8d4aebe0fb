from __future__ import annotations

import pytest

from matcher.web.store import Gone, Store
from tests.web.conftest import Clock


def test_what_is_kept_comes_back_by_its_link(clock: Clock) -> None:
    store: Store[str] = Store(hours=24, most=3, clock=clock)

    kept = store.keep("report")

    found = store.get(kept.token)
    assert found is not None
    assert found.value == "report"
    assert (found.until - found.since).total_seconds() == 24 * 3600


def test_links_cannot_be_guessed_from_each_other(clock: Clock) -> None:
    store: Store[int] = Store(hours=1, most=100, clock=clock)

    tokens = {store.keep(number).token for number in range(50)}

    assert len(tokens) == 50
    assert all(len(token) == 32 for token in tokens)


def test_what_is_forgotten_is_gone(clock: Clock) -> None:
    store: Store[str] = Store(hours=24, most=3, clock=clock)
    token = store.keep("report").token

    clock.pass_hours(24)

    assert len(store) == 0
    with pytest.raises(Gone):
        store.get(token)


def test_what_is_deleted_is_gone_and_deleting_twice_is_no_error(clock: Clock) -> None:
    store: Store[str] = Store(hours=24, most=3, clock=clock)
    token = store.keep("report").token

    store.delete(token)
    store.delete(token)

    with pytest.raises(Gone):
        store.get(token)


def test_the_oldest_makes_room(clock: Clock) -> None:
    store: Store[int] = Store(hours=24, most=2, clock=clock)

    tokens = [store.keep(number).token for number in range(3)]

    assert len(store) == 2
    with pytest.raises(Gone):
        store.get(tokens[0])


@pytest.mark.parametrize("token", ["", "short", "a" * 31, "a" * 33, "../../etc/passwd" * 2, "ä" * 32])
def test_what_cannot_be_a_link_is_no_link(token: str, clock: Clock) -> None:
    assert Store(hours=1, most=1, clock=clock).get(token) is None


def test_a_thing_can_be_put_in_place_of_another_and_lives_as_long(clock: Clock) -> None:
    store: Store[str] = Store(hours=24, most=3, clock=clock)
    kept = store.keep("report")
    clock.pass_hours(20)

    store.replace(kept.token, "corrected")
    store.replace("a" * 32, "nothing there")

    found = store.get(kept.token)
    assert found is not None
    assert (found.value, found.until) == ("corrected", kept.until)
    assert len(store) == 1


def test_what_is_kept_is_told_and_changed_from_the_oldest_on(clock: Clock) -> None:
    store: Store[str] = Store(hours=24, most=3, clock=clock)
    first = store.keep("a").token
    store.keep("b")
    store.replace(first, "c")

    seen: list[str] = []
    store.replace_each(lambda one: seen.append(one) or one.upper())  # type: ignore[func-returns-value]

    assert (seen, store.values()) == (["c", "b"], ("C", "B"))

from __future__ import annotations

import time

import pytest
from argon2 import PasswordHasher, extract_parameters

from matcher.errors import WorkspaceError
from matcher.storage.passwords import check_password, hash_password, verify_password

PASSWORD = "four words do very well"


def test_a_password_fits_its_hash_and_no_other_does() -> None:
    stored = hash_password(PASSWORD)

    assert verify_password(PASSWORD, stored) == (True, None)
    assert verify_password(PASSWORD.title(), stored) == (False, None)
    assert PASSWORD not in stored
    assert stored != hash_password(PASSWORD)


def test_the_parameters_are_the_second_recommended_ones_of_rfc_9106() -> None:
    found = extract_parameters(hash_password(PASSWORD))

    assert (found.time_cost, found.memory_cost, found.parallelism) == (3, 64 * 1024, 4)
    assert (found.salt_len, found.hash_len, found.type.name) == (16, 32, "ID")


def test_a_hash_with_older_parameters_comes_back_anew_at_the_login() -> None:
    old = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)

    fits, renewed = verify_password(PASSWORD, old)

    assert fits
    assert renewed is not None
    assert verify_password(PASSWORD, renewed) == (True, None)
    assert verify_password("another passphrase", old) == (False, None)


def test_accents_typed_in_two_ways_are_one_password() -> None:
    composed, decomposed = "caf\u00e9 with a long tail", "cafe\u0301 with a long tail"

    assert verify_password(decomposed, hash_password(composed)) == (True, None)


def test_nobody_has_any_password_and_that_takes_as_long_to_say() -> None:
    stored = hash_password(PASSWORD)
    verify_password("warm", None)

    def least(line: str | None) -> float:
        times = []
        for _ in range(2):
            # The work of all threads, so that other programs of the machine do not count.
            began = time.process_time()
            assert verify_password("nobody has this password", line) == (False, None)
            times.append(time.process_time() - began)
        return min(times)

    known, unknown = least(stored), least(None)

    assert 0.5 < known / unknown < 2


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("short", "5 characters"),
        ("x" * 257, "too long"),
        ("ababababababababab", "repeats"),
        ("my name is ada.byte, hello", "login name"),
    ],
)
def test_a_weak_password_is_refused_with_what_to_do(password: str, says: str) -> None:
    with pytest.raises(WorkspaceError, match=says) as caught:
        check_password(password, "Ada.Byte")

    assert (caught.value.code, caught.value.field) == ("password_weak", "password")


def test_a_long_phrase_is_taken_whatever_letters_it_has() -> None:
    check_password(PASSWORD, "ada")
    check_password("пятнадцать букв и больше", "ada")

    assert len(PASSWORD) >= 15

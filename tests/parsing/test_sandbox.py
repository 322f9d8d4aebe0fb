"""The parser process survives whatever its readers do, and ours survives the parser process."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from matcher.domain.document import Format
from matcher.errors import InputError
from matcher.parsing.limits import ChildLimits, Limits
from matcher.parsing.sandbox import Sandbox

SHORT = Limits(child=ChildLimits(cpu_seconds=1, wall_seconds=1.0))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(module="tests.parsing.odd_worker")
    yield sandbox
    sandbox.close()


def _read(sandbox: Sandbox, word: str, limits: Limits = SHORT) -> str:
    return sandbox.read(word.encode(), Format.TEXT, limits).text


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("crash", "file_corrupt"),
        ("leave", "file_corrupt"),
        ("recurse", "file_corrupt"),
        ("connect", "file_corrupt"),
        ("run", "file_corrupt"),
        ("write", "file_corrupt"),
        ("hang", "parse_limit"),
        ("spin", "parse_limit"),
        ("fill", "parse_limit"),
        ("shout", "parse_limit"),
    ],
)
def test_a_misdeed_of_a_reader_becomes_a_code_and_the_next_file_is_read(sandbox: Sandbox, deed: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        _read(sandbox, deed, Limits() if deed in {"fill", "shout"} else SHORT)

    assert refused.value.code == code
    assert _read(sandbox, "next") == "next"


def test_the_child_sees_nothing_of_our_environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "x")
    sandbox.close()

    seen = set(json.loads(_read(sandbox, "environment")))

    assert seen <= {"PYTHONPATH", "PYTHONHASHSEED", "CMAP_PATH", "SYSTEMROOT", "WINDIR", "LC_CTYPE"}


def test_what_a_library_prints_does_not_disturb_the_answer(sandbox: Sandbox) -> None:
    assert _read(sandbox, "print") == "print"


def test_a_process_that_was_killed_while_idle_is_replaced(sandbox: Sandbox) -> None:
    _read(sandbox, "first")
    for process in sandbox._idle:
        process.kill()
        process.wait()

    assert _read(sandbox, "second") == "second"


def test_threads_get_their_own_answers(sandbox: Sandbox) -> None:
    words = [f"word {number}" for number in range(20)]

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda word: _read(sandbox, word), words))

    assert answers == words


def test_a_hanging_file_does_not_hold_up_another(sandbox: Sandbox) -> None:
    with ThreadPoolExecutor(1) as threads:
        hanging = threads.submit(_read, sandbox, "hang")

        answer = _read(sandbox, "meanwhile")

        assert answer == "meanwhile"
        assert not hanging.done()
        assert isinstance(hanging.exception(), InputError)


def test_a_fork_of_ours_lets_go_of_the_processes_it_inherits() -> None:
    sandbox = Sandbox(module="tests.parsing.odd_worker")
    _read(sandbox, "before")
    (process,) = sandbox._idle

    sandbox.forget()

    assert sandbox._idle == []
    process.returncode = None
    assert process.wait(timeout=5) == 0  # its pipes are closed, so it ended by itself


def test_warming_up_starts_one_process_and_no_second() -> None:
    sandbox = Sandbox(module="tests.parsing.odd_worker")

    sandbox.warm_up()
    sandbox.warm_up()

    assert len(sandbox._idle) == 1
    assert _read(sandbox, "warm") == "warm"
    sandbox.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_without_fork_each_file_gets_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = Sandbox(module="tests.parsing.odd_worker_without_fork")
    monkeypatch.setattr("matcher.parsing.sandbox._FORKS", False)

    assert _read(sandbox, "one") == "one"
    assert sandbox._idle == []
    assert _read(sandbox, "two") == "two"
    with pytest.raises(InputError) as refused:
        _read(sandbox, "recurse")
    assert refused.value.code == "file_corrupt"

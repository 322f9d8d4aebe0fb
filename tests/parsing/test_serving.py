"""The loop by itself, with a service that is none: what the sandbox's tests cannot see from outside."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from matcher.parsing.wire import receive, send

CODE = """
import os
from matcher.parsing.limits import ChildLimits
from matcher.parsing.serving import Service, serve

def answer(header, data):
    return b",".join(str(number).encode() for number in range(40) if is_open(number))

def is_open(number):
    try:
        return bool(os.fstat(number))
    except OSError:
        return False

def confine():
    if CONFINED is None:
        raise OSError

serve(Service(lambda header: ChildLimits(), answer, lambda over_limit: b"died", confine))
"""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


def _ask(code: str) -> bytes:
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        send(process.stdin, b"{}", b"")
        answer = receive(process.stdout)
        process.stdin.close()
    assert answer is not None
    return answer[0]


def test_the_child_holds_its_own_pipe_and_no_other_file() -> None:
    open_files = _ask(CODE.replace("CONFINED", "True")).split(b",")

    assert open_files[:3] == [b"0", b"1", b"2"]
    assert len(open_files) == 4


def test_a_child_that_cannot_be_shut_in_does_nothing() -> None:
    assert _ask(CODE.replace("CONFINED", "None")) == b"died"

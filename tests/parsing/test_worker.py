"""The parser process by itself."""

from __future__ import annotations

import subprocess
import sys

from matcher.domain.document import Format
from matcher.parsing.limits import Limits
from matcher.parsing.wire import decode_answer, encode_request, receive, send

COMMAND = [sys.executable, "-m", "matcher.parsing.worker"]


def test_it_answers_files_until_its_asker_is_gone() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        texts = []
        for word in ("one", "two"):
            send(process.stdin, encode_request(Format.TEXT, Limits()), word.encode())
            answer = receive(process.stdout)
            assert answer is not None
            texts.append(decode_answer(answer[0]).text)
        process.stdin.close()

        assert process.wait(timeout=10) == 0

    assert texts == ["one", "two"]


def test_it_loads_the_readers_and_nothing_of_the_other_stages() -> None:
    code = "import sys, matcher.parsing.worker; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "pdfminer" in loaded
    assert not {"spacy", "flask", "yaml", "jinja2"} & set(loaded)


def test_our_own_process_loads_no_reader() -> None:
    code = "import sys, matcher.parsing.reader; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert not {"pdfminer", "defusedxml"} & set(loaded)

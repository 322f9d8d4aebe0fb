"""Hash seed, locale, time zone and the number of processes at once change no byte of the result."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.invariance.outcomes import resume_names
from tests.parsing.build_pdf import clean_pdf

SCREEN = ["--role", "lead-backend-engineer", "--format", "json", "--as-of", "2026-11-01"]


@pytest.fixture(scope="module")
def files(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    pdf = tmp_path_factory.mktemp("files") / "mara.pdf"
    pdf.write_bytes(clean_pdf())
    folder = root / "tests" / "evaluation" / "matching" / "resumes"
    return [str(pdf), *(str(folder / f"{name}.txt") for name in resume_names()[:3])]


def _started(root: Path, files: list[str], **surroundings: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "matcher", "screen", *files, *SCREEN]
    environment = {**os.environ, **surroundings}
    return subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_surroundings_change_no_byte(root: Path, files: list[str]) -> None:
    runs = [
        _started(root, files, PYTHONHASHSEED="0", LC_ALL="C", TZ="UTC"),
        # Beside the first one, so that two processes read at once.
        _started(root, files, PYTHONHASHSEED="4242", LC_ALL="tr_TR.UTF-8", TZ="Pacific/Kiritimati"),
    ]

    outs = [run.communicate(timeout=120) for run in runs]

    assert [run.returncode for run in runs] == [0, 0], outs
    assert outs[0][0] == outs[1][0]
    assert b'"score"' in outs[0][0]

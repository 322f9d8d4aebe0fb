"""Hostile files end as the contract says, soon, and leave nothing behind."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.domain.document import Document, Format
from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.reader import parse_document
from tests.parsing.build_docx import clean_docx
from tests.parsing.build_pdf import clean_pdf
from tests.parsing.hostile_case import Hostile
from tests.parsing.hostile_files import CASES, NOT_YET

_MEMORY = Path("/proc/self/status")
_MOST_GROWTH = 50.0
# Codes that are given where a file has been read already: for the role, the job and what the resume says.
_OF_LATER_STAGES = {ErrorCode.ROLE_UNKNOWN, ErrorCode.JOB_UNREADABLE}
_WARNINGS = {
    *("hidden_text", "ocr_layer", "active_content", "embedded_files", "external_references", "repaired"),
    *("partial_text", "encoding_guessed", "characters_normalized", "ignored_parts", "columns_uncertain"),
}


@pytest.fixture(scope="module", autouse=True)
def _memory_stays() -> Iterator[None]:
    """Check that our own process has not grown after all of the files; the files themselves are gone by then."""
    before = _megabytes()
    yield
    assert _megabytes() - before < _MOST_GROWTH


@pytest.fixture(scope="module")
def sound() -> list[Document]:
    return _read_sound()


def _read_sound() -> list[Document]:
    return [parse_document(clean_pdf()), parse_document(clean_docx())]


def _read(case: Hostile) -> Document | InputError:
    try:
        return parse_document(case.make(), filename=case.filename)
    except InputError as error:
        return error


def _problem(case: Hostile, result: Document | InputError) -> str | None:
    if isinstance(result, InputError):
        told = f"{result.message} {result.remedy}"
        if not told.isprintable() or any(word in told for word in ("Error", "Traceback", "pdfminer", "/")):
            return f"says {told!r}"
        return None if result.code in case.codes else f"refused with {result.code}"
    if case.codes and not case.or_read:
        return f"read: {result.text[:60]!r}"
    if not case.warnings <= {warning.code for warning in result.warnings}:
        return f"warnings are {[warning.code for warning in result.warnings]}"
    if bool(result.hidden) != any(warning.code == "hidden_text" for warning in result.warnings):
        return f"hidden {result.hidden}, warnings {result.warnings}"
    missing = [word for word in case.shown if word not in result.text]
    credited = [word for word in case.absent if word in result.text]
    return f"missing {missing}, credited {credited}" if missing or credited else _misplaced(case, result)


def _misplaced(case: Hostile, result: Document) -> str | None:
    """Tell what is wrong with the report of hidden words: all of them, with the technique and, if it has any, page."""
    if "hidden_text" not in case.warnings:
        return f"found {result.hidden}" if result.hidden and case.all_seen else None
    found = " ".join(entry.text for entry in result.hidden)
    lost = [word for word in case.absent if word not in found]
    paged = result.format is Format.PDF
    bare = [entry for entry in result.hidden if not entry.technique or (paged and not entry.page)]
    return f"not told {lost}, without technique or place {bare}" if lost or bare else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_ends_as_the_contract_says_and_leaves_nothing(case: Hostile, sound: list[Document]) -> None:
    started = time.monotonic()
    problem = _problem(case, _read(case))
    seconds = time.monotonic() - started

    if case.name in NOT_YET:
        assert problem, "holds now: take it off the list"
    else:
        assert problem is None
    assert seconds < Limits().child.wall_seconds
    assert _read_sound() == sound


def test_what_is_not_mended_yet_is_a_case() -> None:
    assert set(NOT_YET) <= {case.name for case in CASES}


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_every_code_of_reading_has_a_file_that_must_end_with_it_or_carry_it() -> None:
    refused = {code for case in CASES for code in case.codes if len(case.codes) == 1 and not case.or_read}
    told = {code for case in CASES for code in case.warnings}

    assert {code for code in ErrorCode if code not in _OF_LATER_STAGES} - refused == set()
    assert _WARNINGS - told == set()


def _megabytes() -> float:
    """Return how much memory this process holds now; its peak would count the files that the cases build."""
    if not _MEMORY.exists():
        return 0.0
    gc.collect()
    resident = next(line for line in _MEMORY.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(resident.split()[1]) / 1024

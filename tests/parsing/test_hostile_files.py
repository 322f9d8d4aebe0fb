"""Hostile files end as the contract says, soon, and leave nothing behind."""

from __future__ import annotations

import sys

import pytest

from matcher.domain.document import Document
from matcher.errors import InputError
from matcher.parsing.reader import parse_document
from tests.parsing.build_docx import clean_docx
from tests.parsing.build_pdf import clean_pdf
from tests.parsing.hostile_case import Hostile
from tests.parsing.hostile_files import CASES, NOT_YET


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
    missing = [word for word in case.shown if word not in result.text]
    credited = [word for word in case.absent if word in result.text]
    return f"missing {missing}, credited {credited}" if missing or credited else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_ends_as_the_contract_says(case: Hostile) -> None:
    problem = _problem(case, _read(case))

    if case.name in NOT_YET:
        assert problem, "holds now: take it off the list"
    else:
        assert problem is None


def test_what_is_not_mended_yet_is_a_case() -> None:
    assert set(NOT_YET) <= {case.name for case in CASES}


def test_a_sound_file_reads_the_same_after_all_of_them_and_memory_stays() -> None:
    before = [parse_document(clean_pdf()), parse_document(clean_docx())]
    small = _megabytes()

    for case in CASES[::4]:
        _read(case)

    assert [parse_document(clean_pdf()), parse_document(clean_docx())] == before
    assert _megabytes() - small < 50


def _megabytes() -> float:
    """Return the highest memory use of this process so far."""
    resource = pytest.importorskip("resource")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)

"""The width at which a text was broken."""

from __future__ import annotations

import textwrap

import pytest

from matcher.domain.document import Document
from matcher.parsing.reader import parse_document
from matcher.sections.lines import view_lines
from matcher.sections.margins import is_full, typed_margin
from tests.sections.builders import document_of, page_of

PROSE = (
    "The ledger that I drew up clears two billion a month, runs in two regions and has lost no entry in six years of "
    "service, which the auditors tell everybody who wants to hear it, and some who would rather not hear about it."
)


def _file(text: str) -> Document:
    return parse_document(text.encode(), filename="resume.txt")


@pytest.mark.parametrize("width", [44, 60, 72, 80])
def test_the_longest_line_tells_the_width_of_a_broken_text(width: int) -> None:
    broken = textwrap.wrap(PROSE, width)

    margin = typed_margin(view_lines(document_of("\n".join(broken))))

    assert margin == max(map(len, broken))


def test_lines_of_any_length_have_no_margin() -> None:
    text = "Jo Tern\n\nDeveloper, Quill\nbuilt the ledger\nran the shop for a whole year\ntuned it\nand left in May"

    assert typed_margin(view_lines(document_of(text))) is None


def test_one_line_that_goes_on_is_no_habit() -> None:
    assert typed_margin(view_lines(document_of("Moved the whole ledger of the bank\nto PostgreSQL."))) is None


def test_a_page_with_layout_has_margins_of_its_own() -> None:
    assert typed_margin(view_lines(page_of(textwrap.wrap(PROSE, 60)))) is None


def test_what_a_file_set_in_and_apart_counts_for_its_width() -> None:
    rows = textwrap.wrap(f"2019    {PROSE}", 60, subsequent_indent="        ")

    views = view_lines(_file("\n".join(rows)))

    assert typed_margin(views) == max(map(len, rows))
    assert views[1].indent == 8
    assert is_full(views[0], views[1], 60)


def test_a_word_that_had_room_was_put_below_on_purpose() -> None:
    views = view_lines(document_of("Ran the shop\nMoved the ledger"))

    assert not is_full(views[0], views[1], 60)

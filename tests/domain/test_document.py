from __future__ import annotations

import dataclasses

import pytest

from matcher.domain.document import Document, Format, Span


def test_a_span_contains_what_lies_wholly_inside_it() -> None:
    outer = Span(2, 9)

    assert outer.contains(Span(2, 9))
    assert outer.contains(Span(3, 4))
    assert not outer.contains(Span(1, 4))
    assert not outer.contains(Span(8, 10))


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))


def test_a_quote_is_cut_from_the_text_as_it_stands() -> None:
    document = Document(text="Built in Go", lines=(), format=Format.TEXT, pages=1, sha256="")

    assert document.quote(Span(9, 11)) == "Go"


def test_only_formats_with_fixed_pages_have_page_numbers() -> None:
    assert Format.PDF.paged
    assert not Format.DOCX.paged


def test_records_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).start = 5

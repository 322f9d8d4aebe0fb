"""What crosses the pipe comes out as it went in."""

from __future__ import annotations

from io import BytesIO

import pytest

from matcher.domain.document import Box, Document, Format, HiddenText, Line, ParseWarning, Span
from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import ChildLimits, Limits, ZipLimits
from matcher.parsing.refusals import refusal
from matcher.parsing.wire import (
    decode_answer,
    decode_request,
    encode_document,
    encode_error,
    encode_request,
    receive,
    send,
)


def test_a_document_comes_out_as_it_went_in() -> None:
    document = Document(
        "Zoë \ud83d\nPython",
        (Line(Span(0, 5), 1, Box(1.5, 2, 3, 4), 11.0, bold=True), Line(Span(6, 12), 2, gaps=(8,), columns=(4, 10))),
        Format.PDF,
        2,
        "abc",
        (ParseWarning("repaired", "x", 1, 2, 3),),
        (HiddenText("Go", "transparent", 2),),
    )

    assert decode_answer(encode_document(document)) == document


def test_limits_come_out_as_they_went_in() -> None:
    limits = Limits(max_pages=3, zip=ZipLimits(max_entries=4), child=ChildLimits(wall_seconds=0.5))

    assert decode_request(encode_request(Format.ODT, limits)) == (Format.ODT, limits)


def test_a_refusal_is_raised_on_our_side() -> None:
    with pytest.raises(InputError) as refused:
        decode_answer(encode_error(refusal(ErrorCode.FILE_UNSAFE)))

    assert refused.value.code is ErrorCode.FILE_UNSAFE


@pytest.mark.parametrize("answer", [b"", b"[]", b"{}", b'{"document": {}}', b"\xff", b'{"error": {"code": "odd"}}'])
def test_an_answer_of_another_make_is_no_document(answer: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode_answer(answer)


def test_messages_follow_each_other_and_an_end_is_told() -> None:
    stream = BytesIO()
    send(stream, b"one", b"body")
    send(stream, b"two")
    stream.seek(0)

    assert [receive(stream), receive(stream), receive(stream)] == [(b"one", b"body"), (b"two", b""), None]


def test_a_message_that_claims_to_be_huge_is_not_read() -> None:
    assert receive(BytesIO(b"\xff" * 8)) is None

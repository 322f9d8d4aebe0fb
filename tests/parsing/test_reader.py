"""The door: names, sizes, and what comes back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.domain.document import Document, Format
from matcher.errors import InputError
from matcher.parsing.limits import Limits
from matcher.parsing.reader import parse_document, parse_text, warm_up
from tests.parsing.build_docx import clean_docx
from tests.parsing.build_pdf import RESUME, clean_pdf

QUICK = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    ("make", "name", "expected"),
    [(clean_pdf, "cv.pdf", Format.PDF), (clean_docx, "cv.docx", Format.DOCX), (clean_docx, "", Format.DOCX)],
)
def test_a_resume_reads_the_same_in_every_format(make: object, name: str, expected: Format) -> None:
    document = parse_document(make(), filename=name)  # type: ignore[operator]

    assert document.format is expected
    assert document.text == "\n".join(RESUME)
    assert [document.quote(line.span) for line in document.lines] == list(RESUME)
    assert len(document.sha256) == 64


def test_the_error_names_the_file_by_its_base_name() -> None:
    with pytest.raises(InputError) as refused:
        parse_document(b"", filename="/srv/inbox/cv.pdf")

    assert (refused.value.message, refused.value.file) == ("cv.pdf is empty.", "cv.pdf")


def test_an_error_from_the_child_names_the_file_too() -> None:
    with pytest.raises(InputError) as refused:
        parse_document(clean_docx()[:300], filename="cv.docx")

    assert (refused.value.message, refused.value.file) == ("cv.docx is damaged.", "cv.docx")


def test_size_is_counted_at_the_limit() -> None:
    limits = Limits(max_bytes=10)

    assert parse_document(b"0123456789", limits=limits).text == "0123456789"
    with pytest.raises(InputError, match="larger"):
        parse_document(b"0123456789a", limits=limits)


def test_text_is_counted_at_the_limit() -> None:
    limits = Limits(max_characters=10)

    assert parse_document(b"0123456789", limits=limits).text == "0123456789"
    with pytest.raises(InputError) as refused:
        parse_document(b"01234567 9a", limits=limits)
    assert refused.value.code == "text_too_long"


@pytest.mark.parametrize("text", ["", "one", "a\n\n b\t c \n", "a\r\nb\r\n", "  x  ", "Zoë 🙂\nGo", "\x00\x85\u2028x"])
def test_pasted_text_stays_as_it_is_so_that_offsets_hold(text: str) -> None:
    document = parse_text(text)

    assert document.text == text
    assert [document.quote(line.span) for line in document.lines] == [line.rstrip("\r") for line in text.split("\n")]


def test_pasted_text_is_counted_and_half_characters_are_replaced() -> None:
    assert parse_text("a\ud800b").text == "a\ufffdb"
    with pytest.raises(InputError) as refused:
        parse_text("x" * 11, limits=Limits(max_characters=10))
    assert refused.value.code == "text_too_long"


def test_warming_up_changes_nothing() -> None:
    warm_up()

    assert parse_document(b"Python").text == "Python"


def _ends(data: bytes, name: str) -> None:
    try:
        document = parse_document(data, filename=name)
    except InputError:
        return
    assert isinstance(document, Document)
    assert any(char.isalnum() for char in document.text)
    assert "\n".join(document.quote(line.span) for line in document.lines) == document.text


@QUICK
@given(
    st.binary(max_size=2_000), st.sampled_from(["", "a.pdf", "a.docx", "a.txt", "a.json", "a.rtf", "a.html", "a.md"])
)
def test_any_bytes_end_with_words_or_with_a_code(data: bytes, name: str) -> None:
    _ends(data, name)


@QUICK
@given(st.text(max_size=500), st.sampled_from(["a.txt", "a.md", "a.html", "a.json"]))
def test_any_text_ends_with_words_or_with_a_code(text: str, name: str) -> None:
    _ends(text.encode("utf-8", "replace"), name)


@QUICK
@given(st.data())
def test_a_damaged_file_ends_with_words_or_with_a_code(data: st.DataObject) -> None:
    name, sound = data.draw(st.sampled_from([("a.pdf", clean_pdf()), ("a.docx", clean_docx())]))
    damaged = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    _ends(bytes(damaged[:cut] if data.draw(st.booleans()) else damaged), name)

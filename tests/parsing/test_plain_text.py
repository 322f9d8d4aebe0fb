"""Encodings of plain text."""

from __future__ import annotations

import pytest

from matcher.parsing.plain_text import decode, looks_like_text, read_plain_text

TEXT = "Zoë Müller – naïve café\nPython"


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_text_is_read_in_its_encoding_and_a_guess_is_told(data: bytes, guessed: str | None) -> None:
    decoded = decode(data)

    assert (decoded.text, decoded.guessed) == (TEXT, guessed)
    assert [warning.code for warning in decoded.warnings] == (["encoding_guessed"] if guessed else [])


def test_bytes_that_windows_does_not_have_are_latin() -> None:
    assert decode(b"Zo\xeb \x81").guessed == "Latin-1"


def test_one_broken_letter_does_not_change_the_encoding() -> None:
    decoded = decode("Zoë Müller, Köln, Düsseldorf, Gießen".encode() + b" \xff Python")

    assert "Müller" in decoded.text
    assert decoded.guessed == "UTF-8 with damaged letters"


def test_a_letter_cut_at_the_end_does_not_change_the_encoding() -> None:
    assert decode("Müller Zoë".encode()[:-1]).text.startswith("Müller Zo")


@pytest.mark.parametrize("data", [b"plain", "Zoë".encode("latin-1"), TEXT.encode("utf-16"), b"a\tb\r\n\x0c", b""])
def test_text_looks_like_text(data: bytes) -> None:
    assert looks_like_text(data)


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x00\x01\x02" * 50, b"GIF89a" + bytes(40)])
def test_binary_data_does_not(data: bytes) -> None:
    assert not looks_like_text(data)


def test_every_kind_of_line_end_ends_a_line() -> None:
    result = read_plain_text(b"a\nb\r\nc\rd\x0ce")

    assert [run.text for run in result.pages[0].runs] == ["a", "b", "c", "d", "e"]

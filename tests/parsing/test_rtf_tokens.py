"""The letters of rich text."""

from __future__ import annotations

import pytest

from matcher.parsing.rtf_tokens import Tables, read_tables, tokens


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (rb"\b1 x", [("word", "b", 1, b""), ("text", "", None, b"x")]),
        (rb"\u-10 ?", [("word", "u", -10, b""), ("text", "", None, b"?")]),
        (rb"{\*}", [("open", "", None, b""), ("word", "*", None, b""), ("close", "", None, b"")]),
        (rb"\'e9\'e8", [("hex", "", None, b"\xe9\xe8")]),
        (rb"\'41\'42", [("hex", "", None, b"A"), ("hex", "", None, b"B")]),
        (rb"\\\{", [("text", "", None, b"\\"), ("text", "", None, b"{")]),
        (b"\\\n", [("word", "par", None, b"")]),
        (rb"\bin3 {}{x", [("text", "", None, b"x")]),
        (b"a\r\nb", [("text", "", None, b"a"), ("text", "", None, b"b")]),
        (b"\\", []),
        (rb"\'zz", [("text", "", None, b"zz")]),
    ],
)  # fmt: skip
def test_tokens(data: bytes, expected: list[tuple[str, str, int | None, bytes]]) -> None:
    assert list(tokens(data)) == expected


def test_tables_are_read_from_the_head() -> None:
    tables = read_tables(
        rb"{\rtf1\ansi\ansicpg1250\deff2{\fonttbl{\f0\froman\fcharset0 A;}{\f2\fnil\fcharset238{\*\panose 02}B;}}"
        rb"{\colortbl;\red255\green0\blue16;}"
    )

    assert tables == Tables([None, "FF0010"], {0: 0, 2: 238}, "cp1250", 2)
    assert tables.color(1) == "FF0010"
    assert tables.color(9) is None


@pytest.mark.parametrize(("page", "codec"), [(b"1252", "cp1252"), (b"65001", "utf-8"), (b"99999", "cp1252")])
def test_an_unknown_code_page_is_the_usual_one(page: bytes, codec: str) -> None:
    assert read_tables(rb"{\rtf1\ansi\ansicpg" + page).code_page == codec


def test_letters_of_two_bytes_are_one_letter() -> None:
    assert Tables(charsets={1: 128}).decode("日".encode("cp932"), 1) == "日"

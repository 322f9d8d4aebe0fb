"""Rich text."""

from __future__ import annotations

import pytest

from matcher.errors import InputError
from matcher.parsing.limits import Limits
from matcher.parsing.page import ReadResult
from matcher.parsing.rtf import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f3\fcharset2 Symbol;}"
    r"{\f4\fcharset204 Arial;}}"
    r"{\colortbl;\red255\green255\blue255;\red16\green32\blue48;}{\*\generator Word;}{\info{\author Somebody}}"
)


def _read(body: str) -> ReadResult:
    return read_rtf((HEAD + body + "}").encode("latin-1"), Limits())


def _lines(body: str) -> list[str]:
    return [run.text for run in _read(body).pages[0].runs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\pard Mara\par Engineer\par", ["Mara", "Engineer"]),
        ("\\pard Built\nAPIs\\par", ["BuiltAPIs"]),
        (r"\pard 2019\tab Acme\par", ["2019   Acme"]),
        (r"\pard one\line two\par", ["one", "two"]),
        (r"\pard Zo\'eb M\'fcller\par", ["Zoë Müller"]),
        (r"\pard Zo\u235?, caf\u233\'e9\par", ["Zoë, café"]),
        (r"\pard{\uc2\u8211\'96\'96 x}\par", ["– x"]),
        (r"\pard{\uc0\u8211 x}\par", ["–x"]),
        (r"\pard\u-10179?\u-8698? smile\par", ["😆 smile"]),
        (r"\pard{\f4 \'cf\'e8\'f2\'ee\'ed}\par", ["Питон"]),
        (r"\pard{\f3\'b7}\tab Built\par", ["•   Built"]),
        (r"\pard{\listtext\'b7\tab}\ls1 Built\par", ["• Built"]),
        (r"\pard{\pntext\f3\'b7\tab}Built\par", ["• Built"]),
        (r"\pard C\{x\} a\\b a\_b a\~b\par", ["C{x} a\\b a-b a b"]),
        (r"\pard\bullet  \emdash  \endash\par", ["• — –"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt mara@example.com}}\par", ["mara@example.com"]),
        (r"\pard body\par{\header\pard Mara\par}{\footer foot\par}", ["Mara", "body", "foot"]),
        (r"\pard a{\footnote\pard n\par}b\par", ["ab", "n"]),
        (r"\pard a{\pict\pngblip 0123456789abcdef}b\par", ["ab"]),
        (r"\pard a{\*\unknown hidden words}b\par", ["ab"]),
        (r"\pard a{\shp{\*\shpinst{\shptxt\pard box\par}}}b\par", ["ab", "box"]),
        (r"\trowd\cellx1\cellx2\pard\intbl 2019\cell Acme\cell\row\pard after\par", ["2019   Acme", "after"]),
        (r"\trowd\pard\intbl SKILLS\par Go\cell WORK\par Acme\cell\row", ["SKILLS", "Go", "WORK", "Acme"]),
        ("\\pard a{\\pict\\bin4 }{}xb}c\\par", ["ac"]),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(body: str, expected: list[str]) -> None:
    assert _lines(body) == expected


@pytest.mark.parametrize(
    ("run", "why"),
    [
        (r"\v ghost\v0", "marked as hidden"),
        (r"\cf1 ghost\cf0", "colour of the background"),
        (r"\cf2\chcbpat2 ghost\plain", "colour of the background"),
        (r"\fs1 ghost\fs22", "too small to read"),
        (r"\charscalex1 ghost\charscalex100", "squeezed"),
    ],
)
def test_hidden_text_is_kept_apart(run: str, why: str) -> None:
    result = _read(rf"\pard seen {run} seen\par")

    assert [(hidden.text, hidden.technique) for hidden in result.hidden] == [("ghost", why)]
    assert [run.text.split() for run in result.pages[0].runs] == [["seen", "seen"]]
    assert [warning.code for warning in result.warnings] == ["hidden_text"]


def test_white_on_a_dark_cell_or_mark_is_seen() -> None:
    assert _lines(r"\trowd\clcbpat2\cellx1\pard\intbl\cf1 seen\cell\row") == ["seen"]
    assert _lines(r"\pard\cf1\highlight2 seen\par") == ["seen"]


def test_bold_and_size_are_read() -> None:
    (run,) = _read(r"\pard\b\fs28 Skills\b0\par").pages[0].runs

    assert (run.bold, run.font_size) == (True, 14.0)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (r"\pard a{\deleted old}b\par", "ignored_parts"),
        (r"\pard a{\*\atnid M}{\*\annotation note}b\par", "ignored_parts"),
        (r"\pard a{\object{\*\objdata 0123}}b\par", "embedded_files"),
    ],
)
def test_what_else_the_file_holds_is_told(body: str, code: str) -> None:
    result = _read(body)

    assert [warning.code for warning in result.warnings] == [code]
    assert [run.text for run in result.pages[0].runs] == ["ab"]


@pytest.mark.parametrize(("body", "code"), [("{" * 2_000, "parse_limit"), ("x" * 200_001, "text_too_long")])
def test_too_much_is_refused(body: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        _read(body)

    assert refused.value.code == code

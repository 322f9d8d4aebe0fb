"""RTF, web pages, Markdown, JSON and plain text as a stranger who means harm would send them."""

from __future__ import annotations

import json

from tests.parsing.build_pdf import RESUME
from tests.parsing.hostile_case import Hostile

__all__ = ["ODD_TEXT_CASES"]

_TEXT = "\n".join(RESUME)
_SHOWN = ("PostgreSQL", "Eastmoor")
_LIMITS = ("parse_limit", "text_too_long", "file_corrupt")
_RTF = "{\\rtf1\\ansi " + "\\par ".join(RESUME)
_JSON = {"basics": {"name": "Mara Lindqvist"}, "work": [{"name": "Eastmoor", "position": "PostgreSQL engineer"}]}
_NUMBERS = '{"basics":{"name":"Eastmoor PostgreSQL"},"work":[{"name":%s,"startDate":%s}]}'


def _text(
    name: str, data: bytes, filename: str = "resume.txt", *codes: str, warnings: tuple[str, ...] = (), **more: object
) -> Hostile:
    return Hostile(name, lambda: data, filename, frozenset(codes), warnings=frozenset(warnings), **more)  # type: ignore[arg-type]


def _rtf(name: str, inside: str, *codes: str, **more: object) -> Hostile:
    return _text(name, (_RTF + inside + "}").encode("latin-1"), "resume.rtf", *codes, **more)  # type: ignore[arg-type]


_MIXED = _TEXT.encode() + "\nZoë in Zürich, naïve café".encode() + "\nMüller".encode("latin-1")
ODD_TEXT_CASES = (
    _rtf("100,000 groups in one another", "{" * 100_000 + "x" + "}" * 100_000, *_LIMITS, or_read=True),
    _rtf("groups never opened", "}" * 100_000, shown=_SHOWN),
    _rtf("raw data longer than the file", "\\bin2000000000 Fortran", shown=_SHOWN, absent=("Fortran",)),
    _rtf("raw data of negative length", "\\bin-5 Fortran\\par after", shown=(*_SHOWN, "after")),
    _rtf(
        "RTF numbers of many digits", "\\fs" + "9" * 5000 + " x\\u" + "9" * 5000 + "?\\li-" + "9" * 5000, shown=_SHOWN
    ),
    _rtf("characters that are none", "\\u-1?\\u55296?\\u65535?\\'zz\\'", shown=_SHOWN),
    _rtf("unknown letters", "\\ansicpg99999 \\'e4\\fcharset999 \\'e4", shown=_SHOWN),
    _rtf("500,000 paragraphs", "\\par x" * 500_000, *_LIMITS),
    _text(
        "a million tags in one another",
        b"<html><body>" + b"<b>" * 1_000_000 + b"Eastmoor",
        "job.html",
        *_LIMITS,
        or_read=True,
    ),
    _text(
        "a million tags never opened", b"<html><body>Eastmoor" + b"</div>" * 800_000, "job.html", *_LIMITS, or_read=True
    ),
    _text(
        "a million comments",
        b"<html>" + b"<!--" * 1_000_000 + b"<body>Eastmoor",
        "job.html",
        "file_empty",
        *_LIMITS,
        or_read=True,
    ),
    _text("a tag without end", b"<html><body>Eastmoor<a " + b"x=y " * 1_000_000, "job.html", *_LIMITS, or_read=True),
    _text(
        "unknown characters",
        b"<html><body>Eastmoor &#x110000;&#99999999999999;&#0;&odd;</body>",
        "job.html",
        shown=("Eastmoor",),
    ),
    *(
        _text(
            f"Markdown of {name}",
            b"# Eastmoor\n\n" + sign * (190_000 // len(sign)) + b"x",
            "resume.md",
            *_LIMITS,
            or_read=True,
        )
        for name, sign in (
            ("brackets", b"["),
            ("links", b"[a]("),
            ("stars", b"*"),
            ("stars and letters", b"**a*_"),
            ("quotations", b"> "),
            ("ticks", b"`"),
            ("backslashes", b"\\"),
            ("pictures", b"![](<"),
            ("tags", b"<b "),
            ("columns", b"| "),
        )
    ),
    _text(
        "list 1,000 deep",
        "".join(f"{'  ' * n}- Eastmoor\n" for n in range(400)).encode(),
        "resume.md",
        *_LIMITS,
        or_read=True,
    ),
    _text("JSON that is only numbers", b"9" * 5_000, "resume.json", "type_unsupported", "file_corrupt"),
    _text(
        "JSON with a number of 5,000 digits",
        (_NUMBERS % ("9" * 5_000, 1)).encode(),
        "resume.json",
        *_LIMITS,
        or_read=True,
    ),
    _text(
        "JSON with numbers beyond all", (_NUMBERS % ("1e999", "-1e999")).encode(), "resume.json", *_LIMITS, or_read=True
    ),
    _text(
        "JSON with numbers that are none",
        (_NUMBERS % ("NaN", "-Infinity")).encode(),
        "resume.json",
        *_LIMITS,
        or_read=True,
    ),
    _text(
        "JSON that says things twice",
        json.dumps(_JSON).replace('"work"', '"work":[],"work"').encode(),
        "resume.json",
        shown=_SHOWN,
    ),
    _text("JSON with half a character", (_NUMBERS % ('"\\ud800"', '"\\u0000"')).encode(), "resume.json", shown=_SHOWN),
    _text(
        "JSON of other kinds",
        b'{"basics":["Eastmoor"],"work":{"name":[1]},"skills":"Go"}',
        "resume.json",
        "type_unsupported",
        "file_empty",
        or_read=True,
    ),
    _text("UTF-16 without a mark", _TEXT.encode("utf-16-be"), warnings=("encoding_guessed",), shown=_SHOWN),
    _text("UTF-16 cut in a character", _TEXT.encode("utf-16")[:-1], shown=("PostgreSQL",)),
    _text("UTF-32", _TEXT.encode("utf-32"), shown=_SHOWN),
    _text("zero bytes among letters", _TEXT.replace("Eastmoor", "East\0moor").encode(), shown=_SHOWN),
    _text("two ways to store letters", _MIXED, warnings=("encoding_guessed",), shown=(*_SHOWN, "Zürich")),
    _text("one line of 190,000 characters", b"Eastmoor " * 21_000, "resume.txt", *_LIMITS, or_read=True),
    _text("99,000 lines", b"a\n" * 99_000, "resume.txt", *_LIMITS, or_read=True),
    _text(
        "signs that turn the reading",
        f"{_TEXT}\n\u202enartroF\u202c".encode(),
        warnings=("characters_normalized",),
        shown=_SHOWN,
    ),
    _text(
        "signs of no width",
        f"{_TEXT}\nFor\u200btran, Has\u00adkell".encode(),
        warnings=("characters_normalized",),
        shown=_SHOWN,
    ),
    _text(
        "letters that look alike",
        f"{_TEXT}\nP\u0443th\u043en".encode(),
        warnings=("characters_normalized",),
        shown=_SHOWN,
    ),
)

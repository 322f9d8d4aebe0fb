"""Changes files at random, in ways that reach past the first check of a reader: tokens, numbers, parts of archives."""

from __future__ import annotations

import copy
import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from matcher.domain.document import Format

__all__ = ["TOKENS", "mutate"]

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"2",
    b"65536",
    b"2147483648",
    b"-2147483649",
    b"99999999999999999999",
    b"0.00001",
    b"1e9",
)
_ZIPPED = frozenset({Format.DOCX, Format.ODT})
_LONGEST = 200_000

TOKENS: dict[Format, tuple[bytes, ...]] = {
    Format.PDF: (
        *b"<< >> [ ] ( ) <41> /Font /F1 /Type0 /Type3 /ToUnicode /W /W2 /DW /Encoding /Differences /CMapName".split(),
        *b"/Identity-H /Identity-V /MediaBox /CropBox /Rotate /Kids /Parent /Count /Contents /XObject".split(),
        *b"/Form /Image /BBox /Matrix /Filter /FlateDecode /LZWDecode /ASCII85Decode /ASCIIHexDecode".split(),
        *b"/RunLengthDecode /Crypt /DecodeParms /Predictor /Columns /Colors /BitsPerComponent /Length /Annots".split(),
        *b"/AP /AS /N /Widget /OC /OCGs /OFF /ExtGState /ca /SMask /Root /Info /Encrypt /Prev /Size /XRef".split(),
        *b"/ObjStm /First /Index null true false R obj endobj stream endstream xref trailer startxref".split(),
        *b"q Q cm BT ET Tf Td TD Tm T* Tj TJ ' \" Tc Tw Tz TL Tr Ts Do gs cs sc scn rg g k re f W n BI ID EI".split(),
        *(b"BDC", b"BMC", b"EMC", b"1 0 R", b"2 0 R", b"10 0 R", b"beginbfchar", b"endbfchar", b"beginbfrange"),
    ),
    Format.DOCX: (
        *b"<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tr> <w:tc> <w:vanish/> <w:tab/>".split(),
        *b"<w:br/> <w:sdt> <w:ins> <w:del> <w:fldSimple> <w:hyperlink> <w:gridSpan/> <w:numPr> <w:txbxContent>".split(),
        *(b'w:val="-1"', b'w:val="x"', b'r:id="rId9"', b"&amp;", b"&#0;", b"<!DOCTYPE a []>", b"<!ENTITY a 'b'>"),
    ),
    Format.ODT: (
        *b"<text:p> </text:p> <text:h> <text:s/> <text:tab/> <text:list> <text:list-item> <table:table>".split(),
        *b"<table:table-row> <table:table-cell> <draw:frame> <text:span> <text:tracked-changes>".split(),
        *(b'text:c="99999999"', b'text:style-name="P1"', b"&#1;", b"<!DOCTYPE a []>"),
    ),
    Format.RTF: (
        *rb"{ } \par \pard \b \b0 \v \v0 \fs20 \cf1 \'e4 \'zz \u8217? \u-10179 \u9999999 \uc0 \uc9 \bin99999".split(),
        *rb"{\* {\fonttbl {\colortbl; {\pict \trowd \cell \row \field \fldinst \ansicpg1252 \ansicpg9 \mac".split(),
    ),
    Format.HTML: (
        *b"<p> </p> <div> </div> <li> <ul> <table> <tr> <td> <script> </script> <style> <!-- --> <br> &nbsp;".split(),
        *(b"&#x110000;", b"&#0;", b'<div style="display:none">', b'<script type="application/ld+json">', b"<![CDATA["),
    ),
    Format.JSON_RESUME: (
        *b'{ } [ ] : , null true 1e999 -0 NaN Infinity "\\ud800" "work" "basics" "@type" "JobPosting"'.split(),
        *b'"@graph" "skills" "keywords" "highlights" "name" "" 123456789012345678901234567890'.split(),
    ),
    Format.MARKDOWN: (*b"# - * > ``` | --- [a](b) <!-- <b> ** __ 1.".split(), b"\n\n", b"    "),
    Format.TEXT: (b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\r\n", b"\t", b"\x85", b"\xe2\x80\xa8", b"\xf0\x9f\x98\x80"),
}


def mutate(data: bytes, file_format: Format, others: Sequence[bytes], rng: random.Random) -> bytes:
    """Return a changed copy of a file; ``others`` are sound ones. Of an archive, mostly one part is changed."""
    # Broken files breed broken files: a third of all starts afresh from a sound one.
    if rng.random() < 0.3:
        data = rng.choice(others)
    if file_format is Format.PDF and rng.random() < 0.5:
        return _mutate_stream(data, others, rng)
    if file_format in _ZIPPED and rng.random() < 0.9:
        changed = _mutate_part(data, file_format, others, rng)
        if changed is not None:
            return changed
    if file_format is Format.JSON_RESUME and rng.random() < 0.7:
        return _mutate_json(data, rng)
    return _mutate_bytes(data, TOKENS[file_format], others, rng)


def _mutate_bytes(data: bytes, tokens: Sequence[bytes], others: Sequence[bytes], rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        data = rng.choice(_CHANGES)(data, tokens, others, rng)[:_LONGEST]
    return data


def _mutate_stream(data: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """Change what stands in one stream of a PDF: page content, a form, a map; a packed one is packed again."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return _mutate_bytes(data, TOKENS[Format.PDF], others, rng)
    match = rng.choice(streams)
    content = match[1]
    try:
        plain = zlib.decompressobj().decompress(content, _LONGEST)
        content = zlib.compress(_mutate_bytes(plain, TOKENS[Format.PDF], others, rng))
    except zlib.error:
        content = _mutate_bytes(content, TOKENS[Format.PDF], others, rng)
    return data[: match.start(1)] + content + data[match.end(1) :]


def _mutate_part(data: bytes, file_format: Format, others: Sequence[bytes], rng: random.Random) -> bytes | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        return None
    if not parts:
        return None
    name = rng.choice(sorted(parts))
    if rng.random() < 0.7:
        for _ in range(rng.choice((1, 2, 5))):
            parts[name] = _mutate_tree(parts[name], rng)
    else:
        parts[name] = _mutate_bytes(parts[name], TOKENS[file_format], others, rng)
    if rng.random() < 0.05:
        parts[rng.choice(sorted(parts))] = parts[name]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _mutate_tree(data: bytes, rng: random.Random) -> bytes:
    """Change a tree of XML so that it stays one: elements lost, doubled, moved, renamed; odd values."""
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - our own files, changed
    except (ElementTree.ParseError, ValueError, LookupError):
        return data
    elements = list(root.iter())[:5_000]
    one, other = rng.choice(elements), rng.choice(elements)
    change = rng.randrange(6)
    if change == 0 and len(one):
        one.remove(rng.choice(list(one)))
    elif change == 1 and one is not root and len(data) < _LONGEST // 4:
        other.append(copy.deepcopy(one))
    elif change == 2:
        one.tag = other.tag
    elif change == 3 and one.attrib:
        one.attrib[rng.choice(sorted(one.attrib))] = rng.choice(_VALUES)
    elif change == 4:
        one.attrib.update(other.attrib)
    else:
        one.text = rng.choice(_VALUES)
    return ElementTree.tostring(root)


def _mutate_json(data: bytes, rng: random.Random) -> bytes:
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return data
    places: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting and len(places) < 2_000:
        node = waiting.pop()
        keys = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
        places += [(node, key) for key in keys]
        waiting += [node[key] for key in keys]
    for _ in range(rng.choice((1, 2, 4))):
        if places:
            node, key = rng.choice(places)
            node[key] = rng.choice((*_VALUES, None, True, -1, 1e308, [], {}, [[]], {"a": []}, places[0][0].__class__()))
    return json.dumps(tree).encode()


_VALUES = (
    "",
    "0",
    "-1",
    "99999999999",
    "1.5",
    "x",
    " ",
    "auto",
    "true",
    "none",
    "rId1",
    "word/document.xml",
    "FFFFFF",
    "\u202e",
    "2019-13",
    "a" * 500,
)

_Change = Callable[[bytes, Sequence[bytes], Sequence[bytes], random.Random], bytes]


def _stretch(data: bytes, rng: random.Random, most: int = 200) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randint(1, most))


def _flip(data: bytes, _t: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    if not data:
        return b"\x00"
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _delete(data: bytes, _t: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _stretch(data, rng)
    return data[:start] + data[end:]


def _repeat(data: bytes, _t: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _stretch(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 2, 8, 50)) + data[end:]


def _insert(data: bytes, tokens: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + b" " + rng.choice(tokens) + b" " + data[at:]


def _replace_number(data: bytes, _t: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    match = rng.choice(found)
    return data[: match.start()] + rng.choice(_NUMBERS) + data[match.end() :]


def _replace_token(data: bytes, tokens: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    token = rng.choice(tokens)
    places = [match.start() for match in re.finditer(re.escape(token), data)]
    if not places:
        return _insert(data, tokens, _o, rng)
    at = rng.choice(places)
    return data[:at] + rng.choice(tokens) + data[at + len(token) :]


def _splice(data: bytes, _t: Sequence[bytes], others: Sequence[bytes], rng: random.Random) -> bytes:
    start, end = _stretch(data, rng, 2_000)
    other = rng.choice(others)
    first, last = _stretch(other, rng, 2_000)
    return data[:start] + other[first:last] + data[end:]


def _cut_off(data: bytes, _t: Sequence[bytes], _o: Sequence[bytes], rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


_CHANGES: tuple[_Change, ...] = (
    *(_flip, _delete, _repeat, _insert, _insert, _replace_number, _replace_number, _replace_number),
    *(_replace_token, _replace_token, _splice, _cut_off),
)

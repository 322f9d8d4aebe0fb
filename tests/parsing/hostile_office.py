"""Zip-based documents, texts and other files that want more than to be read."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from io import BytesIO

from tests.parsing.build_docx import (
    NAMESPACES,
    clean_docx,
    docx_of,
    paragraph,
    part,
    table,
    zipped,
)
from tests.parsing.build_pdf import RESUME, clean_pdf
from tests.parsing.hostile_case import Hostile, refused

__all__ = ["OFFICE_CASES", "OTHER_CASES"]

_LINES = "".join(paragraph(line) for line in RESUME)
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a1 "ha">' + "".join(f'<!ENTITY a{n + 1} "{10 * f"&a{n};"}">' for n in range(1, 8)) + "]>"
)
_QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>'


def _main(prologue: str, body: str) -> bytes:
    return docx_of(
        "", parts={"word/document.xml": f"{prologue}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    )


def swelling_part() -> bytes:
    """A part of 60 MB in some 60 kB."""
    return docx_of(_LINES, parts={"word/media/image1.bin": bytes(60_000_000)})


def swelling_text() -> bytes:
    return docx_of(paragraph("a" * 40_000_000))


def part_that_lies_about_its_size() -> bytes:
    """The directory says 1,000 bytes where 60 MB come out."""
    data = bytearray(docx_of(paragraph(" " * 60_000_000)))
    true_size = struct.pack(
        "<I", len(f"<w:document {NAMESPACES}><w:body></w:body></w:document>") + len(paragraph(" " * 60_000_000))
    )
    assert true_size in data
    return bytes(data.replace(true_size, struct.pack("<I", 1000)))


def overlapping_entries() -> bytes:
    """Many names for the same packed bytes."""
    data = bytearray(clean_docx())
    directory = data.index(b"PK\x01\x02")
    entries = []
    end = data.index(b"PK\x05\x06")
    at = directory
    while at < end:
        lengths = struct.unpack("<HHH", data[at + 28 : at + 34])
        entries.append(bytes(data[at : at + 46 + sum(lengths)]))
        at += 46 + sum(lengths)
    main = next(entry for entry in entries if b"word/document.xml" in entry and b"rels" not in entry)
    copies = [main.replace(b"word/document.xml", b"word/docu%04d.xml" % number) for number in range(100)]
    listing = b"".join([*entries, *copies])
    count = len(entries) + len(copies)
    tail = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), directory, 0)
    return bytes(data[:directory]) + listing + tail


def many_entries() -> bytes:
    return docx_of(_LINES, parts={f"word/media/{number}.txt": "x" for number in range(1_200)})


def locked_entries() -> bytes:
    data = bytearray(clean_docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def twice_the_same_name() -> bytes:
    out = BytesIO()
    out.write(clean_docx())
    with zipfile.ZipFile(out, "a") as archive:
        # Through a ZipInfo of another name, for the library warns when a name is written twice.
        archive.writestr("word/documenu.xml", f"<w:document {NAMESPACES}/>")
    return out.getvalue().replace(b"word/documenu.xml", b"word/document.xml")


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)


def _with(relations: dict[str, tuple[str, str]], parts: dict[str, str | bytes] | None = None) -> bytes:
    return docx_of(_LINES, parts=parts, relations=relations)


_MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
_DEEP = "<w:sdt><w:sdtContent>" * 200 + paragraph("deep") + "</w:sdtContent></w:sdt>" * 200
_CELLS = table([[paragraph("cell")] * 50 for _ in range(4_000)])
_COMMENT = part("comments", "<w:comment>" + paragraph("Fortran in a comment") + "</w:comment>")
_CHANGES = (
    _LINES
    + "<w:p><w:del><w:r><w:delText>Fortran was deleted</w:delText></w:r></w:del>"
    + "<w:ins><w:r><w:t>Haskell was inserted</w:t></w:r></w:ins></w:p>"
)


def _docx(name: str, data: bytes, *codes: str, **more: object) -> Hostile:
    return Hostile(name, lambda: data, "resume.docx", frozenset(codes), **more)  # type: ignore[arg-type]


_UNSAFE = ("file_unsafe", "parse_limit")
OFFICE_CASES = (
    Hostile("sound Word file", clean_docx, "resume.docx", shown=("PostgreSQL", "Eastmoor")),
    refused("part that swells to 60 MB", swelling_part, *_UNSAFE, filename="resume.docx"),
    refused("text that swells to 40 MB", swelling_text, *_UNSAFE, filename="resume.docx"),
    refused(
        "part that lies about its size", part_that_lies_about_its_size, *_UNSAFE, "file_corrupt", filename="resume.docx"
    ),
    refused("overlapping entries", overlapping_entries, "file_unsafe", "file_corrupt", filename="resume.docx"),
    refused("1,200 entries", many_entries, *_UNSAFE, filename="resume.docx"),
    refused("locked entries", locked_entries, "password_protected", filename="resume.docx"),
    refused("same name twice", twice_the_same_name, "file_unsafe", "file_corrupt", filename="resume.docx"),
    _docx("billion laughs", _main(_LAUGHS, paragraph("&a8;")), "file_unsafe"),
    _docx("quadratic blow-up", _main(_QUADRATIC, paragraph("&a;" * 20_000)), "file_unsafe"),
    _docx(
        "outside entity",
        _main('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>', paragraph("&f;")),
        "file_unsafe",
    ),
    _docx(
        "entity in content types", docx_of(_LINES, parts={"[Content_Types].xml": _LAUGHS + "<Types/>"}), "file_unsafe"
    ),
    _docx(
        "UTF-16 document type",
        docx_of("", parts={"word/document.xml": (_LAUGHS + "<x/>").encode("utf-16")}),
        "file_unsafe",
    ),
    _docx("400 levels", docx_of(_DEEP), "parse_limit"),
    _docx("200,000 cells", docx_of(_CELLS), "parse_limit", "text_too_long", "file_unsafe"),
    _docx("text of 300,000 characters", docx_of(paragraph("word " * 60_000)), "text_too_long"),
    _docx("no content types", zipped({"word/document.xml": "<x/>"}), "file_corrupt"),
    _docx("broken markup", docx_of("", parts={"word/document.xml": "<w:document><w:body>"}), "file_corrupt"),
    _docx("no words", docx_of("<w:p/>"), "file_empty"),
    _docx("clipped Word file", clean_docx()[:400], "file_corrupt"),
    _docx("reference that leads nowhere", _with({"x": ("styles", "styles.xml")}), shown=("Eastmoor",)),
    _docx(
        "style based on itself",
        _with(
            {"s": ("styles", "styles.xml")},
            {
                "word/styles.xml": part(
                    "styles", '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="A"/></w:style>'
                )
            },
        ),
        shown=("Eastmoor",),
    ),
    _docx("declared macros", docx_of(_LINES, main_type=_MACRO_TYPE), "type_unsupported"),
    _docx("macros inside", docx_of(_LINES, parts={"word/vbaProject.bin": b"\x00"}), "file_unsafe"),
    Hostile("macro file", clean_docx, "resume.docm", frozenset({"type_unsupported"})),
    _docx(
        "active controls",
        _with({"x": ("control", "activeX/activeX1.xml")}, {"word/activeX/activeX1.xml": "<x/>"}),
        warnings=frozenset({"active_content"}),
    ),
    _docx(
        "embedded file",
        _with({"x": ("oleObject", "embeddings/a.bin")}, {"word/embeddings/a.bin": b"Fortran"}),
        warnings=frozenset({"embedded_files"}),
        absent=("Fortran",),
    ),
    _docx(
        "outside template",
        _with({"x": ("attachedTemplate", "https://example.org/t.dotm")}),
        warnings=frozenset({"external_references"}),
    ),
    _docx(
        "deleted words",
        docx_of(_CHANGES),
        warnings=frozenset({"ignored_parts"}),
        shown=("Haskell",),
        absent=("Fortran",),
    ),
    _docx(
        "comment",
        _with({"c": ("comments", "comments.xml")}, {"word/comments.xml": _COMMENT}),
        warnings=frozenset({"ignored_parts"}),
        absent=("Fortran",),
    ),
)

_TEXT = "\n".join(RESUME).encode()
_NESTED = b"[" * 200_000 + b"]" * 200_000


def _other(name: str, data: bytes, filename: str, *codes: str, **more: object) -> Hostile:
    return Hostile(name, lambda: data, filename, frozenset(codes), **more)  # type: ignore[arg-type]


OTHER_CASES = (
    _other("nothing", b"", "resume.pdf", "file_empty"),
    _other("blanks", b" \n\t ", "resume.txt", "file_empty"),
    _other("byte order mark alone", b"\xef\xbb\xbf", "resume.txt", "file_empty"),
    _other("signs alone", b"--- *** ...", "resume.txt", "file_empty"),
    _other("more than 5 MB", b"a" * 5_000_001, "resume.txt", "file_too_large"),
    _other("more text than 200,000 characters", b"word " * 50_000, "resume.txt", "text_too_long"),
    _other("old Word file", ole("WordDocument"), "resume.doc", "type_unsupported"),
    _other("old Word file by another name", ole("WordDocument"), "resume.docx", "type_unsupported"),
    _other("locked Word file", ole("EncryptedPackage"), "resume.docx", "password_protected"),
    _other("PNG", b"\x89PNG\r\n\x1a\n" + bytes(50), "resume.png", "type_unsupported"),
    _other("JPEG", b"\xff\xd8\xff\xe0" + bytes(50), "resume.jpg", "type_unsupported"),
    _other("PNG that says PDF", b"\x89PNG\r\n\x1a\n" + bytes(50), "resume.pdf", "type_unsupported", "type_mismatch"),
    _other("program", b"MZ" + bytes(100), "resume.exe", "type_unsupported"),
    _other("Unix program", b"\x7fELF" + bytes(100), "resume.pdf", "type_unsupported", "type_mismatch"),
    _other("shell script", b"#!/bin/sh\nrm -rf /\n", "resume.txt", "type_unsupported"),
    _other(
        "spreadsheet", zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "a.xlsx", "type_unsupported"
    ),
    _other("plain archive", zipped({"a.txt": "x"}), "resume.zip", "type_unsupported"),
    _other("packed text", b"\x1f\x8b" + zlib.compress(b"x"), "resume.txt.gz", "type_unsupported"),
    _other("XML", b"<?xml version='1.0'?><x/>", "resume.xml", "type_unsupported"),
    _other("noise that says PDF", bytes(range(256)) * 20, "resume.pdf", "file_corrupt"),
    _other("noise that says Word", bytes(range(256)) * 20, "resume.docx", "file_corrupt"),
    _other("noise", bytes(range(256)) * 20, "resume.bin", "type_unsupported"),
    _other("Word file that says PDF", clean_docx(), "resume.pdf", "type_mismatch"),
    _other("PDF that says Word", clean_pdf(), "resume.docx", "type_mismatch"),
    _other("PDF that says text", clean_pdf(), "resume.txt", "type_mismatch"),
    _other("text that says PDF", _TEXT, "resume.pdf", "type_mismatch"),
    _other("text that says program", _TEXT, "resume.exe", "type_mismatch"),
    _other("name of blanks", _TEXT, "  ", "filename_invalid"),
    _other("name of folders", _TEXT, "../../", "filename_invalid"),
    _other("name with a line break", _TEXT, "resume\n.txt", "filename_invalid"),
    _other("name with a zero byte", _TEXT, "resume.txt\x00.pdf", "filename_invalid"),
    _other("name of 300 characters", _TEXT, "r" * 296 + ".txt", "filename_invalid"),
    _other("name with folders", _TEXT, "../../etc/resume.txt", shown=("Eastmoor",)),
    _other("name with a direction mark", _TEXT, "resume\u202etxt", shown=("Eastmoor",)),
    _other("no name", _TEXT, "", shown=("Eastmoor",)),
    _other(
        "Latin-1 text",
        "Zoë Müller\nSenior Engineer, Zürich".encode("latin-1"),
        "resume.txt",
        warnings=frozenset({"encoding_guessed"}),
        shown=("Zoë Müller",),
    ),
    _other("UTF-16 text", "Zoë Müller, engineer".encode("utf-16"), "resume.txt", shown=("Zoë",)),
    _other(
        "unmarked UTF-16 text",
        "Zoë Müller, engineer".encode("utf-16-le"),
        "resume.txt",
        warnings=frozenset({"encoding_guessed"}),
        shown=("Zoë",),
    ),
    _other("JSON of 200,000 levels", _NESTED, "resume.json", "file_corrupt", "parse_limit", "type_unsupported"),
    _other("broken JSON", b'{"basics": {', "resume.json", "file_corrupt"),
    _other("JSON of another kind", json.dumps({"a": 1}).encode(), "resume.json", "type_unsupported"),
)

"""Kinds of files: told by content, compared with the name."""

from __future__ import annotations

import pytest

from matcher.domain.document import Format
from matcher.errors import InputError
from matcher.parsing.formats import base_name, find_format
from tests.parsing.build_docx import clean_docx, zipped
from tests.parsing.build_pdf import clean_pdf

STORED_ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text" + bytes(50)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (clean_pdf(), "cv.pdf", Format.PDF),
        (clean_pdf(), "CV.PDF", Format.PDF),
        (clean_pdf(), "", Format.PDF),
        (clean_pdf(), "cv.final.v2", Format.PDF),
        (b"\r\n\r\njunk\n" + clean_pdf(), "cv.pdf", Format.PDF),
        (clean_pdf().replace(b"%PDF-1.7", b"%damaged"), "cv.pdf", Format.PDF),
        (clean_docx(), "cv.docx", Format.DOCX),
        (clean_docx(), "cv", Format.DOCX),
        (STORED_ODT, "cv.odt", Format.ODT),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "cv.odt", Format.ODT),
        (b"{\\rtf1 x}", "cv.rtf", Format.RTF),
        (b"plain words", "cv.txt", Format.TEXT),
        (b"plain words", "cv", Format.TEXT),
        (b"# Mara\n\n## Skills\nGo", "cv.txt", Format.MARKDOWN),
        (b"# one heading sign is no proof", "cv.txt", Format.TEXT),
        (b"plain words", "cv.md", Format.MARKDOWN),
        (b'{"basics": {}}', "cv.json", Format.JSON_RESUME),
        (b'{"basics": {}}', "", Format.JSON_RESUME),
        (b"[1]", "cv.json", Format.JSON_RESUME),
        (b"<!doctype html><p>x", "job.html", Format.HTML),
        (b"<html><p>x", "", Format.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'><p>x</p></html>", "job.xhtml", Format.HTML),
        (b"<!-- a --> <!-- b --><html><p>x", "job.html", Format.HTML),
        (b"<!---->" * 500 + b"words", "cv.txt", Format.TEXT),
        (b"GIF signs at the start of a sentence are text, not GIF8", "cv.txt", Format.TEXT),
        (b"MZ Consulting, Zurich: backend engineer", "cv.txt", Format.TEXT),
        (b"BM Systems 2019 to 2021, ID3 and %PDF in words", "cv.txt", Format.TEXT),
        ("Zoë".encode("utf-16"), "cv.txt", Format.TEXT),
    ],
)
def test_the_content_tells_the_format(data: bytes, name: str, expected: Format) -> None:
    assert find_format(data, name) is expected


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (clean_docx(), "cv.pdf", "cv.pdf ends in .pdf but is a Word file."),
        (clean_pdf(), "cv.doc", "cv.doc ends in .doc but is a PDF."),
        (b"{\\rtf1 x}", "cv.doc", "cv.doc ends in .doc but is an RTF file."),
        (b"words", "cv.docx", "cv.docx ends in .docx but is plain text."),
        (b"<html><p>x", "cv.doc", "cv.doc ends in .doc but is a web page."),
        (clean_pdf(), "cv.exe", "cv.exe ends in .exe but is a PDF."),
    ],
)
def test_a_name_that_says_otherwise_is_a_mismatch(data: bytes, name: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        find_format(data, name)

    assert (refused.value.code, refused.value.message) == ("type_mismatch", message)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "an old Word file (.doc)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "an old Excel workbook (.xls)"),
        (zipped({"xl/workbook.xml": "x"}), "an Excel workbook"),
        (zipped({"ppt/presentation.xml": "x"}), "a PowerPoint presentation"),
        (zipped({"Index/Document.iwa": "x"}), "an Apple Pages file"),
        (zipped({"a.txt": "x"}), "a ZIP archive"),
        (b"RIFF1234WEBPVP8 " + bytes(20), "a picture, sound or film"),
        (b"<?xml version='1.0'?><svg/>", "an XML file"),
        (b"#!/bin/sh\n", "a program"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as refused:
        find_format(data, "cv")

    assert refused.value.code == "type_unsupported"
    assert words in refused.value.message
    assert "PDF" in refused.value.remedy


@pytest.mark.parametrize(
    ("name", "words"), [("a.csv", "a table of values"), ("a.js", "a program"), ("a.eml", "e-mail")]
)
def test_text_that_is_not_to_be_read_is_named_by_its_ending(name: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as refused:
        find_format(b"one,two", name)

    assert refused.value.code == "type_unsupported"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        ("cv.pdf", "cv.pdf"),
        ("/srv/inbox/cv.pdf", "cv.pdf"),
        ("C:\\inbox\\cv.pdf", "cv.pdf"),
        ("../../cv.pdf", "cv.pdf"),
        (" cv.pdf ", "cv.pdf"),
        ("Lebenslauf Zoë Müller.pdf", "Lebenslauf Zoë Müller.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("=cmd().pdf", "=cmd().pdf"),
        ("r" * 255, "r" * 255),
    ],
)
def test_a_name_is_reduced_to_its_base(given: str, expected: str) -> None:
    assert base_name(given) == expected


@pytest.mark.parametrize("name", ["  ", "/", "a/", "..", ".", "\u200b", "a\x00b", "a\nb", "\x7f", "r" * 256, "a\ud800"])
def test_a_name_that_cannot_be_used_is_refused(name: str) -> None:
    with pytest.raises(InputError) as refused:
        base_name(name)

    assert refused.value.code == "filename_invalid"

"""Small sound and odd files of every format, from which fuzzing starts; all are made by the tests' own builders."""

from __future__ import annotations

import contextlib
import time

from matcher.domain.document import Format
from matcher.errors import InputError
from matcher.parsing.dispatch import read_file
from matcher.parsing.formats import find_format
from matcher.parsing.limits import Limits
from tests.parsing import pdf_builder as pdf
from tests.parsing.build_docx import clean_docx, docx_of, paragraph, table, text_box
from tests.parsing.hostile_files import CASES
from tests.parsing.test_odt import odt_of

__all__ = ["odd_seeds", "sound_seeds"]

_LARGEST = 30_000
_SLOWEST = 0.3


def sound_seeds(file_format: Format) -> list[bytes]:
    """Return sound files that use much of what the format has."""
    return _OWN[file_format]()


def odd_seeds(file_format: Format) -> list[bytes]:
    """Return hostile files that are small and quickly read: the others would take all of the time."""
    found = []
    for case in CASES:
        data = case.make()
        try:
            known = find_format(data, case.filename)
        except InputError:
            continue
        if known is file_format and len(data) <= _LARGEST and _seconds(data, file_format) < _SLOWEST:
            found.append(data)
    return found


def _seconds(data: bytes, file_format: Format) -> float:
    started = time.process_time()
    with contextlib.suppress(Exception):
        read_file(data, file_format, Limits())
    return time.process_time() - started


def _pdfs() -> list[bytes]:
    body = pdf.lines(60, 780, ["Mara Lind", "Skills", "Python, Go", "Engineer", "2019 - 2021"])
    unicode_map = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <0042> endbfchar"
    unicode_map += b" 1 beginbfrange <43> <50> <0061> endbfrange"
    drawn = pdf.PdfBuilder().form("X1", pdf.text(60, 600, "In a form"), "/Matrix [1 0 0 1 5 5]").image("I1")
    mapped = drawn.stream(unicode_map)
    drawn.fonts["U1"] = drawn.add(
        f"<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 32 /LastChar 40 /Widths [250 300 400]"
        f" /Encoding << /Differences [65 /Aacute /u0411 /fi] >> /ToUnicode {mapped} 0 R >>"
    )
    wide = drawn.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /W /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 500 /W [1 [300 400] 5 9 600] >>"
    )
    drawn.fonts["C1"] = drawn.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /W /Encoding /Identity-H /DescendantFonts [{wide} 0 R]"
        f" /ToUnicode {mapped} 0 R >>"
    )
    odd = "BT /U1 10 Tf 60 500 Td [(AB) -250 (CD)] TJ T* (E) ' /C1 9 Tf <00410043> Tj ET"
    art = "q 1 0 0 RG 9 w 10 10 m 500 10 l S 0.5 g 10 10 40 40 re W n /X1 Do Q q 50 0 0 50 9 9 cm /I1 Do Q"
    art += " BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI"
    drawn.page(body + odd + art).page(body, "/Rotate 90 /CropBox [10 10 500 700]")
    drawn.compress = False
    columns = pdf.lines(60, 780, ["Left side"] * 9) + pdf.lines(300, 780, ["2019 - 2020"] * 9, 8)
    return [drawn.build(), pdf.PdfBuilder(compress=True).page(columns).page(columns).build()]


def _docx() -> list[bytes]:
    nested = table([[paragraph("Left"), table([[paragraph("Inner")]]) + paragraph("Right")]])
    hidden = paragraph("Unseen", run="<w:vanish/>") + f"<w:p>{text_box(paragraph('In a box'))}</w:p>"
    return [clean_docx(), docx_of(nested + hidden)]


def _odt() -> list[bytes]:
    body = "<text:h>Skills</text:h><text:list><text:list-item><text:p>Go<text:s text:c='3'/>SQL</text:p>"
    return [odt_of(body + "</text:list-item></text:list><text:p><text:span>Engineer</text:span></text:p>")]


_RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;}\fs24 Mara Lind\par"
    rb"{\b Skills}\par Python\'e4 \u8217? {\v unseen}{\cf1 white}\par{\*\x y;}\trowd\cellx900 A\cell B\cell\row}"
)
_HTML = (
    b'<html><head><title>Job</title><script type=\'application/ld+json\'>{"@type":"JobPosting","title":"Engineer",'
    b'"description":"<p>Python &amp; Go</p>"}</script></head><body><h1>Engineer</h1><ul><li>Python<li>Go</ul></body>'
)
_JSON = (
    b'{"basics":{"name":"Mara Lind","email":"mara@example.org","location":{"city":"Oslo"},"profiles":[{"url":"x"}]},'
    b'"work":[{"name":"Eastmoor","position":"Engineer","startDate":"2019-01","endDate":"","highlights":["APIs"]}],'
    b'"skills":[{"name":"Python","keywords":["Django"]}],"education":[{"institution":"Uni","studyType":"BSc"}]}'
)
_POSTING = b'{"@graph":[{"@type":["JobPosting"],"title":"Engineer","description":"Python","skills":["Go"]}]}'
_PLAIN = "Mara Lind\nmara@example.org\n\nSkills\n- Python\n- Go\n\n# Work\nEngineer | 2019 \u2013 2021\n"

_OWN = {
    Format.PDF: _pdfs,
    Format.DOCX: _docx,
    Format.ODT: _odt,
    Format.RTF: lambda: [_RTF],
    Format.HTML: lambda: [_HTML, b"<p>Python <b>and</b> Go</p><table><tr><td>A<td>B</table>"],
    Format.JSON_RESUME: lambda: [_JSON, _POSTING],
    Format.MARKDOWN: lambda: [_PLAIN.encode(), b"# A\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n"],
    Format.TEXT: lambda: [_PLAIN.encode("utf-8-sig"), _PLAIN.encode("utf-16"), _PLAIN.encode("cp1252")],
}

from __future__ import annotations

from types import SimpleNamespace

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from matcher.parsing.pdf_glyphs import is_bold
from tests.parsing.pdf_builder import PdfBuilder


@pytest.mark.parametrize(
    ("name", "flags", "bold"),
    [
        ("ABCDEF+Inter-Bold", 4, True),
        ("SourceSansPro-Semibold", 4, True),
        ("Roboto-Black", 4, True),
        ("Lato-Heavy", 4, True),
        ("Inter-Regular", 4, False),
        ("Inter-Regular", 4 | 1 << 18, True),
        ("Gotham-DemiLight", 4, False),
        ("Bookman", 4, False),
    ],
)
def test_bold_type_is_known_by_name_or_flag(name, flags, bold):
    assert is_bold(SimpleNamespace(fontname=name, flags=flags)) is bold


def test_raised_letters_stay_on_their_line():
    content = "BT /F1 10 Tf 60 700 Td (October 3) Tj 4 Ts /F1 6 Tf (rd) Tj 0 Ts /F1 10 Tf ( 2021) Tj ET"
    result = read_pdf(PdfBuilder().page(content).build(), Limits())
    assert [run.text for run in result.pages[0].runs] == ["October 3rd 2021"]


@pytest.mark.parametrize(("box", "size"), [("0 0 1000 1000", 12), ("0 0 1 -1", 6), ("0 0 90000 90000", 6)])
def test_a_font_that_draws_its_own_letters_is_read_at_its_size(box, size):
    builder = PdfBuilder()
    shape = builder.stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f")
    builder.fonts["F9"] = builder.add(
        f"<< /Type /Font /Subtype /Type3 /FontBBox [{box}] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 "
        f"/LastChar 66 /Widths [500 500] /CharProcs << /A {shape} 0 R /B {shape} 0 R >> "
        "/Encoding << /Differences [65 /A /B] >> /Resources << >> >>"
    )
    result = read_pdf(builder.page("BT /F9 12 Tf 60 700 Td (AB) Tj ET").build(), Limits())
    assert [(run.text, run.font_size) for run in result.pages[0].runs] == [("AB", size)]

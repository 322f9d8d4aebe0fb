from __future__ import annotations

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, text


def read(content: str, limits: Limits | None = None) -> list[str]:
    result = read_pdf(PdfBuilder().page(content).build(), limits or Limits())
    return [run.text for page in result.pages for run in page.runs]


@pytest.mark.parametrize(
    "content",
    [
        "BT /F1 10 Tf 60 700 Td (Ada Berg) Tj ET",
        "BT /F1 10 Tf 60 700 TD (Ada) Tj ( Berg) Tj ET",
        "BT /F1 10 Tf 1 0 0 1 60 700 Tm [(A) 20 (da B) -10 (erg)] TJ ET",
        "BT /F1 10 Tf 12 TL 60 712 Td (Ada Berg) ' ET",
        'BT /F1 10 Tf 12 TL 60 712 Td 0 0 (Ada Berg) " ET',
        "BT /F1 10 Tf 60 700 Td (Ada Ber\\147) Tj ET",
        "BT /F1 10 Tf 60 700 Td <416461204265 7267> Tj ET",
        "BT /F1 10 Tf 60 700 Td [(Ada) -280 (Berg)] TJ ET",
        "BT /F1 10 Tf 60 700 Td (Ada) Tj 25 0 Td (Berg) Tj ET",
        "BT /F1 10 Tf 60 700 Td 2 Tc (Ada Berg) Tj ET",
        "BT /F1 10 Tf 60 700 Td 9 Tw (Ada Berg) Tj ET",
        "BT /F1 10 Tf 60 700 Td 120 Tz (Ada Berg) Tj ET",
        "BT /F1 1 Tf 10 0 0 10 60 700 Tm (Ada Berg) Tj ET",
        "0 0 m 100 100 l S BT /F1 10 Tf 60 700 Td (Ada Berg) Tj ET",
        "unknown 1 2 3 BT /F1 10 Tf 60 700 Td (Ada Berg) Tj ET Q Q Q",
        "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT /F1 10 Tf 60 700 Td (Ada Berg) Tj ET",
    ],
)
def test_operators_that_show_text_are_followed(content):
    assert read(content) == ["Ada Berg"]


def test_a_position_goes_on_after_shown_text():
    assert read("BT /F1 10 Tf 60 700 Td (Ada) Tj 0 -13 Td (Oslo) Tj T* ET") == ["Ada", "Oslo"]


def test_operators_are_limited():
    content = text(60, 700, "Ada")
    used = len(["q", "BT", "Tf", "Td", "Tj", "ET", "Q"])
    assert read(content, Limits(max_operators=used)) == ["Ada"]
    with pytest.raises(InputError) as caught:
        read(content, Limits(max_operators=used - 1))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_drawn_characters_are_limited():
    assert read(text(60, 700, "Ada"), Limits(max_glyphs=3)) == ["Ada"]
    with pytest.raises(InputError) as caught:
        read(text(60, 700, "Ada"), Limits(max_glyphs=2))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


def nested(depth: int, width: int) -> PdfBuilder:
    builder = PdfBuilder()
    inner = builder.stream(text(60, 700, "x").encode(), "/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    for _ in range(depth - 1):
        resources = f"/Resources << /XObject << /In {inner} 0 R >> >>"
        inner = builder.stream(b"/In Do " * width, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}")
    builder.xobjects["Fm1"] = inner
    return builder.page(text(60, 780, "Ada Berg") + "/Fm1 Do ")


def test_drawn_forms_are_limited():
    read_pdf(nested(3, 4).build(), Limits(max_forms=21))
    for depth, width, most in ((3, 4, 20), (10, 10, 2_000)):
        with pytest.raises(InputError) as caught:
            read_pdf(nested(depth, width).build(), Limits(max_forms=most))
        assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_open_brackets_count_as_operators_do():
    content = text(60, 700, "Ada")
    assert read(content + "[" * 50, Limits(max_operators=50)) == ["Ada"]
    with pytest.raises(InputError) as caught:
        read(content + "[" * 51, Limits(max_operators=50))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_a_pen_counts_in_the_space_of_its_path():
    # As Word draws a frame: 9525 units of a 360,000th of an inch over the whole page.
    frame = "q 0.0000787 0 0 -0.0000787 32 800 cm 9525 w 0 0 m 6858000 9000000 l S Q "
    assert read("BT /F1 10 Tf 60 700 Td (Ada Berg) Tj ET " + frame) == ["Ada Berg"]


def test_what_is_painted_through_letters_shows_them():
    letters = "q BT 7 Tr /F1 40 Tf 60 700 Td (Ada Berg) Tj ET "
    assert read(letters + "0 0 1 rg 0 600 595 200 re f Q " + text(60, 500, "Engineer")) == ["Ada Berg", "Engineer"]


@pytest.mark.parametrize(
    "paint", ["", "0 0 1 rg 0 0 595 50 re f", "1 g 0 600 595 200 re f", "Q q 0 0 1 rg 0 0 1 1 re f"]
)
def test_letters_that_only_clip_are_not_seen(paint):
    letters = "q BT 7 Tr /F1 40 Tf 60 700 Td (Ada Berg) Tj ET "
    assert read(letters + paint + " Q " + text(60, 500, "Engineer")) == ["Engineer"]


@pytest.mark.parametrize("mask", ["/ImageMask true", "/Mask [0 10]"])
def test_an_image_with_a_mask_covers_nothing(mask):
    builder = PdfBuilder()
    head = f"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 1 {mask}"
    builder.xobjects["I1"] = builder.stream(b"\x80", head)
    builder.page(text(60, 700, "Ada Berg") + "q 595 0 0 842 0 0 cm /I1 Do Q")
    assert [run.text for run in read_pdf(builder.build(), Limits()).pages[0].runs] == ["Ada Berg"]


def test_a_page_without_content_is_not_damaged():
    result = read_pdf(PdfBuilder().page(text(60, 700, "Ada Berg")).page("", "/Contents []").build(), Limits())
    assert [(w.code, w.message) for w in result.warnings] == [
        ("partial_text", "Page 2 holds no text that can be read.")
    ]

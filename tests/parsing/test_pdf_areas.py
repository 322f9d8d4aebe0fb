from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, text

WORDS = "Kafka Terraform"
GREY = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"


def hidden(content: str, builder: PdfBuilder | None = None) -> list[str]:
    made = (builder or PdfBuilder()).page(text(60, 700, "Ada Berg") + content)
    return [entry.technique for entry in read_pdf(made.build(), Limits()).hidden]


def pattern(entries: str, content: str | None) -> PdfBuilder:
    builder = PdfBuilder()
    head = f"/Type /Pattern {entries}"
    number = builder.add(f"<< {head} >>") if content is None else builder.stream(content.encode(), head)
    space = "/ColorSpace << /T [/Pattern /DeviceRGB] >>"
    builder.resources = f"/Pattern << /P {number} 0 R >> {space}"
    return builder


TILE = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>"
TINTED = TILE.replace("/PaintType 1", "/PaintType 2")
FADE = (
    "/PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 9 9] "
    "/Function << /FunctionType 2 /N 1 "
)
FILL = "/Pattern cs /P scn"
HIDING = {
    "white tiles": (pattern(TILE, "1 g 0 0 9 9 re f"), FILL, "same_colour"),
    "empty tiles": (pattern(TILE, ""), FILL, "invisible"),
    "tiles that only clip": (pattern(TILE, "0 0 9 9 re W n"), FILL, "invisible"),
    "tiles tinted white": (pattern(TINTED, "0 0 9 9 re f"), "/T cs 1 1 1 /P scn", "same_colour"),
    "a shading of white": (pattern(FADE + "/C0 [1 1 1] /C1 [1 1 1] >> >>", None), FILL, "same_colour"),
}
SEEN = {
    "black tiles": (pattern(TILE, "0 0 9 9 re f"), FILL),
    "white and black tiles": (pattern(TILE, "1 g 0 0 9 9 re f 0 g 0 0 4 4 re f"), FILL),
    "tiles tinted red": (pattern(TINTED, "0 0 9 9 re f"), "/T cs 1 0 0 /P scn"),
    "a shading from white to blue": (pattern(FADE + "/C0 [1 1 1] /C1 [0 0 1] >> >>", None), FILL),
    "a pattern that is not there": (PdfBuilder(), FILL),
}


@pytest.mark.parametrize("way", HIDING)
def test_letters_filled_with_what_is_not_seen_are_hidden(way: str) -> None:
    builder, fill, technique = HIDING[way]
    assert hidden(text(60, 400, WORDS, before=fill), builder) == [technique]


@pytest.mark.parametrize("way", SEEN)
def test_letters_filled_with_a_pattern_are_seen(way: str) -> None:
    builder, fill = SEEN[way]
    assert hidden(text(60, 400, WORDS, before=fill), builder) == []


SPOT = "<< /FunctionType 2 /N 1 /C0 [1 1 1] /C1 [0 0 1] >>"


@pytest.mark.parametrize(("tint", "techniques"), [("0", ["same_colour"]), ("1", [])])
def test_letters_in_an_ink_of_its_own_are_judged_by_its_stand_in(tint: str, techniques: list[str]) -> None:
    builder = PdfBuilder(resources=f"/ColorSpace << /S [/Separation /Own /DeviceRGB {SPOT}] >>")
    assert hidden(text(60, 400, WORDS, before=f"/S cs {tint} scn"), builder) == techniques


def test_a_path_that_is_not_painted_is_no_ground() -> None:
    bar = "q 40 w 0 G 0 400 m 595 400 l n Q\n"
    assert hidden(bar + text(60, 396, WORDS, before="1 g")) == ["same_colour"]


def with_image(data: bytes, entries: str = "") -> PdfBuilder:
    builder = PdfBuilder()
    builder.xobjects["I"] = builder.stream(data, f"{GREY} {entries}")
    return builder


DRAWN = "q 300 0 0 60 50 380 cm /I Do Q\n"


@pytest.mark.parametrize(
    ("data", "techniques"), [(b"\xff" * 4, ["same_colour"]), (b"\xff\xff\xff\0", []), (b"\0" * 4, [])]
)
def test_white_words_on_a_picture_are_hidden_if_it_is_white(data: bytes, techniques: list[str]) -> None:
    assert hidden(DRAWN + text(60, 400, WORDS, before="1 g"), with_image(data)) == techniques


@pytest.mark.parametrize(("mask", "techniques"), [(b"\xff" * 4, ["covered"]), (b"\0" * 4, []), (b"\xff\0\xff\0", [])])
def test_a_picture_with_a_mask_covers_if_the_mask_is_opaque_all_over(mask: bytes, techniques: list[str]) -> None:
    builder = with_image(b"\x80" * 4, "/SMask 1001 0 R")
    assert builder.stream(mask, GREY) == 1001
    assert hidden(text(60, 400, WORDS) + DRAWN, builder) == techniques


def test_white_words_on_a_shading_are_hidden_if_it_is_white() -> None:
    def shaded(end: str) -> PdfBuilder:
        function = f"<< /FunctionType 2 /N 1 /C0 [1] /C1 [{end}] >>"
        shading = f"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function {function} >>"
        return PdfBuilder(resources=f"/Shading << /S {shading} >>")

    content = "q 50 380 300 40 re W n /S sh Q\n" + text(60, 400, WORDS, before="1 g")
    assert (hidden(content, shaded("1")), hidden(content, shaded("0"))) == (["same_colour"], [])


def test_letters_outside_of_letters_that_clip_are_hidden() -> None:
    clip = "q BT 7 Tr /F1 10 Tf 60 500 Td (.) Tj ET 0 Tr "
    assert "clipped" in hidden(clip + text(60, 400, WORDS) + " Q\n")

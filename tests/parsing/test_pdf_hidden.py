from __future__ import annotations

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, box, lines, text

VISIBLE = lines(
    60, 780, ["Ada Berg", "Engineer in Oslo", "Built payment services in Rust and moved them to Kubernetes."]
)
TRICK = "Kafka Terraform"


def read(content: str, *, extra: str = "", builder: PdfBuilder | None = None):
    return read_pdf((builder or PdfBuilder()).page(VISIBLE + content, extra).build(), Limits())


def text_of(result) -> str:
    return "\n".join(run.text for page in result.pages for run in page.runs)


WAYS = {
    "white on paper": (text(60, 400, TRICK, before="1 g"), "same_colour"),
    "white as red, green, blue": (text(60, 400, TRICK, before="1 1 1 rg"), "same_colour"),
    "white as print colours": (text(60, 400, TRICK, before="0 0 0 0 k"), "same_colour"),
    "near white": (text(60, 400, TRICK, before="0.97 0.98 0.97 rg"), "same_colour"),
    "colour of the box beneath": (
        box(50, 380, 400, 420, "0.2 0.3 0.5 rg") + text(60, 400, TRICK, before="0.2 0.3 0.5 rg"),
        "same_colour",
    ),
    "render mode 3": (text(60, 400, TRICK, before="3 Tr"), "invisible"),
    "render mode 7": (text(60, 400, TRICK, before="7 Tr"), "invisible"),
    "render mode kept over text blocks": ("q 3 Tr BT ET " + text(60, 400, TRICK) + " Q", "invisible"),
    "above the page": (text(60, 900, TRICK), "off_page"),
    "left of the page": (text(-300, 400, TRICK), "off_page"),
    "one point": (text(60, 400, TRICK, 1), "tiny"),
    "scaled down": ("q 0.1 0 0 0.1 0 0 cm " + text(600, 4000, TRICK, 10) + " Q", "tiny"),
    "squeezed": (text(60, 400, TRICK, before="1 Tz"), "tiny"),
    "under a box": (text(60, 400, TRICK) + box(50, 380, 400, 420, "1 g"), "covered"),
    "clipped away": ("q 0 0 10 10 re W n " + text(60, 400, TRICK) + " Q", "clipped"),
}


@pytest.mark.parametrize("way", WAYS)
def test_text_that_nobody_sees_is_kept_out_and_reported(way):
    content, technique = WAYS[way]
    result = read(content)
    assert TRICK not in text_of(result)
    assert [(h.text, h.technique, h.page) for h in result.hidden] == [(TRICK, technique, 1)]
    assert [w.code for w in result.warnings] == ["hidden_text"]


def test_text_under_an_image_is_hidden():
    builder = PdfBuilder().image("Im1")
    result = read(text(60, 400, TRICK) + "q 300 0 0 60 50 380 cm /Im1 Do Q\n", builder=builder)
    assert [h.technique for h in result.hidden] == ["covered"]


def test_transparent_text_is_hidden():
    builder = PdfBuilder(resources="/ExtGState << /G0 << /ca 0 >> >>")
    result = read(text(60, 400, TRICK, before="/G0 gs"), builder=builder)
    assert [h.technique for h in result.hidden] == ["transparent"]


def test_text_on_a_layer_that_is_switched_off_is_hidden():
    builder = PdfBuilder()
    layer = builder.add("<< /Type /OCG /Name (x) >>")
    builder.catalog = f"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >>"
    builder.resources = f"/Properties << /L0 {layer} 0 R >>"
    result = read("/OC /L0 BDC " + text(60, 400, TRICK) + " EMC\n", builder=builder)
    assert [h.technique for h in result.hidden] == ["layer_off"]


def test_text_outside_the_crop_box_is_hidden():
    result = read(text(60, 100, TRICK), extra="/MediaBox [0 0 595 842] /CropBox [0 200 595 842]")
    assert [h.technique for h in result.hidden] == ["off_page"]


INSIDE_STATES = "/ExtGState << /G0 << /ca 0 /CA 0 >> /G1 << /ca 1 /CA 1 /BM /Normal >> /GM << /BM /Multiply >> >>"


def in_form(words: str, group: str) -> PdfBuilder:
    builder = PdfBuilder(resources=INSIDE_STATES)
    return builder.form("X", words, f"{group} /Resources << /Font << {builder._fonts()} >> {INSIDE_STATES} >>")


GROUP = "/Group << /S /Transparency >>"


def test_a_group_that_is_transparent_hides_whatever_is_set_inside():
    builder = in_form(text(60, 400, TRICK, before="/G1 gs"), GROUP)
    result = read("q /G0 gs /X Do Q\n", builder=builder)
    assert [(h.text, h.technique) for h in result.hidden] == [(TRICK, "transparent")]


def test_a_group_that_multiplies_hides_white():
    builder = in_form(text(60, 400, TRICK, before="1 g"), GROUP)
    result = read(box(50, 380, 400, 420, "0.8 0.9 1 rg") + "q /GM gs /X Do Q\n", builder=builder)
    assert [h.technique for h in result.hidden] == ["same_colour"]


def test_a_form_that_is_no_group_sets_its_own_opacity():
    builder = in_form(text(60, 400, TRICK, before="/G1 gs"), "")
    assert read("q /G0 gs /X Do Q\n", builder=builder).hidden == ()


INKS = {
    "white outlines": ("1 Tr 1 G", ["same_colour"]),
    "white letters with white outlines": ("2 Tr 1 G 1 g", ["same_colour"]),
    "white letters with black outlines": ("2 Tr 1 g", []),
    "black letters with white outlines": ("2 Tr 1 G", []),
    "transparent outlines": ("1 Tr /G0 gs", ["transparent"]),
    "white that multiplies": ("1 g /GM gs", ["same_colour"]),
    "black that multiplies": ("0 g /GM gs", []),
}


@pytest.mark.parametrize("way", INKS)
def test_letters_are_judged_by_what_draws_them(way):
    before, techniques = INKS[way]
    builder = PdfBuilder(resources=INSIDE_STATES)
    assert [h.technique for h in read(text(60, 400, TRICK, before=before), builder=builder).hidden] == techniques


def own_letters(drawing: str) -> PdfBuilder:
    """Return a file with a font of its own drawings, all of them the same; it has the word "Kafka" in it."""
    builder = PdfBuilder()
    glyph = builder.stream(drawing.encode())
    procs = " ".join(f"/{letter} {glyph} 0 R" for letter in "Kafk")
    builder.fonts["T3"] = builder.add(
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 "
        f"/LastChar 100 /Widths [600 600 600 600] /CharProcs << {procs} >> /Encoding << /Type /Encoding "
        f"/Differences [97 /K /a /f /k] >> /Resources << >> >>"
    )
    return builder


DRAWINGS = {
    "nothing": ("600 0 d0", ["invisible"]),
    "a path that is not painted": ("600 0 0 0 600 700 d1 0 0 600 700 re n", ["invisible"]),
    "white of their own": ("600 0 d0 1 g 0 0 600 700 re f", ["same_colour"]),
    "a shape": ("600 0 d0 0 0 600 700 re f", []),
    "a stencil, whose colour does not count": ("600 0 0 0 600 700 d1 1 g 0 0 600 700 re f", []),
    "a picture": ("600 0 0 0 600 700 d1 BI /W 1 /H 1 /IM true ID x EI", []),
}


@pytest.mark.parametrize("way", DRAWINGS)
def test_letters_of_a_font_of_drawings_are_judged_by_what_it_draws(way):
    drawing, techniques = DRAWINGS[way]
    result = read("BT /T3 10 Tf 60 400 Td (abcdb) Tj ET\n", builder=own_letters(drawing))
    assert [(h.text, h.technique) for h in result.hidden] == [("Kafka", technique) for technique in techniques]


SEEN = {
    "white on a dark banner": box(0, 380, 595, 430, "0.1 0.1 0.3 rg") + text(60, 400, TRICK, before="1 g"),
    "white on a thick dark line": "q 40 w 0.1 G 0 400 m 595 400 l S Q\n" + text(60, 396, TRICK, before="1 g"),
    "white on an image": "q 300 0 0 60 50 380 cm /Im1 Do Q\n" + text(60, 400, TRICK, before="1 g"),
    "light grey": text(60, 400, TRICK, before="0.8 g"),
    "seven points": text(60, 400, TRICK, 7),
    "condensed type": text(60, 400, TRICK, before="60 Tz"),
    "outlined white letters": text(60, 400, TRICK, before="1 g 0 G 1 Tr"),
    "a box drawn before": box(50, 380, 400, 420, "0.9 g") + text(60, 400, TRICK),
    "a half transparent box over it": text(60, 400, TRICK) + "q /G5 gs 1 g 50 380 300 40 re f Q\n",
    "a rule through it": text(60, 400, TRICK) + box(50, 402, 400, 403),
    "half transparent letters": text(60, 400, TRICK, before="/G5 gs"),
    "clipped to a box around it": "q 50 380 400 40 re W n " + text(60, 400, TRICK) + " Q",
    "marked content without a layer": "/Span << /MCID 0 >> BDC " + text(60, 400, TRICK) + " EMC\n",
}


@pytest.mark.parametrize("way", SEEN)
def test_text_that_is_seen_stays_without_a_warning(way):
    builder = PdfBuilder(resources="/ExtGState << /G5 << /ca 0.5 >> >>").image("Im1")
    result = read(SEEN[way], builder=builder)
    assert TRICK in text_of(result)
    assert (result.hidden, result.warnings) == ((), ())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_hides_nothing(turn):
    result = read("", extra=f"/Rotate {turn}")
    assert (result.hidden, result.warnings) == ((), ())


def test_the_end_of_a_word_that_runs_over_a_dark_edge_is_not_lost():
    content = box(0, 380, 150, 430, "0.1 g") + text(60, 400, "ada.berg@example.org", before="1 g")
    result = read(content)
    assert "ada.berg@example.org" in text_of(result)
    assert result.hidden == ()


def scan(content: str):
    builder = PdfBuilder().image("Im1").page("q 595 0 0 842 0 0 cm /Im1 Do Q\n" + content)
    return read_pdf(builder.build(), Limits())


def test_invisible_text_over_a_scanned_page_is_a_recognized_layer():
    result = scan("3 Tr " + lines(60, 780, ["Ada Berg", "Engineer in Oslo"]))
    assert text_of(result) == "Ada Berg\nEngineer in Oslo"
    assert (result.hidden, [(w.code, w.page) for w in result.warnings]) == ((), [("ocr_layer", 1)])


def test_invisible_text_over_a_page_that_has_visible_text_is_hidden():
    result = scan(VISIBLE + text(60, 400, TRICK, before="3 Tr"))
    assert [h.technique for h in result.hidden] == ["invisible"]


def test_a_wall_of_boxes_over_a_wall_of_text_is_refused():
    wall = "".join(text(0, 40 + n % 700, "x" * 90, 5) for n in range(200))
    boxes = "".join(box(500, 0, 590, 842, "1 g") for _ in range(400))
    with pytest.raises(InputError) as caught:
        read(wall + boxes)
    assert caught.value.code == ErrorCode.PARSE_LIMIT

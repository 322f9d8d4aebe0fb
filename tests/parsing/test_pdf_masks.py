from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, box, text

WORDS = "Kafka Terraform"


def read(mask: str, drawn: str, *, group: str = "/S /Transparency /CS /DeviceGray"):
    """Read a page with words under a mask; ``mask`` are entries of it, ``drawn`` what its form draws."""
    builder = PdfBuilder().form("M", drawn, f"/Group << {group} >>").image("Im1")
    number = builder.xobjects.pop("M")
    builder.resources = (
        f"/ExtGState << /G << /SMask << /Type /Mask /G {number} 0 R {mask} >> >> /N << /SMask /None >> >>"
    )
    content = text(60, 700, "Ada Berg") + text(60, 400, WORDS, before="/G gs")
    return read_pdf(builder.page(content).build(), Limits())


HIDING = {
    "by light, of nothing": ("/S /Luminosity", ""),
    "by light, black": ("/S /Luminosity", box(0, 0, 595, 842, "0 g")),
    "by light, white elsewhere": ("/S /Luminosity", box(0, 600, 595, 842, "1 g")),
    "by light, white under black": ("/S /Luminosity", box(0, 0, 595, 842, "1 g") + box(0, 300, 595, 500, "0 g")),
    "by light, black paper": ("/S /Luminosity /BC [0]", ""),
    "by opacity, of nothing": ("/S /Alpha", ""),
    "by opacity, elsewhere": ("/S /Alpha", box(0, 600, 595, 842, "0 g")),
}
SHOWING = {
    "by light, white": ("/S /Luminosity", box(0, 0, 595, 842, "1 g")),
    "by light, grey": ("/S /Luminosity", box(0, 0, 595, 842, "0.5 g")),
    "by light, white paper": ("/S /Luminosity /BC [1]", ""),
    "by light, turned over by a function": ("/S /Luminosity /TR << /FunctionType 2 /N 1 /C0 [1] /C1 [0] >>", ""),
    "by light, with letters": ("/S /Luminosity", text(60, 100, "mask")),
    "by opacity, black": ("/S /Alpha", box(0, 0, 595, 842, "0 g")),
    "without a form": ("/S /Alpha /G 99 0 R", ""),
}


@pytest.mark.parametrize("way", HIDING)
def test_what_a_mask_lets_nothing_of_through_is_hidden(way: str) -> None:
    result = read(*HIDING[way])
    assert [(h.text, h.technique, h.page) for h in result.hidden] == [(WORDS, "masked", 1)]


@pytest.mark.parametrize("way", SHOWING)
def test_what_a_mask_may_let_through_is_seen(way: str) -> None:
    assert read(*SHOWING[way]).hidden == ()


def test_a_mask_around_a_group_holds_whatever_is_set_inside() -> None:
    builder = PdfBuilder().form("M", "")
    mask = builder.xobjects.pop("M")
    states = f"/ExtGState << /G << /SMask << /S /Alpha /G {mask} 0 R >> >> /N << /SMask /None /ca 1 /BM /Normal >> >>"
    builder.resources = states
    fonts = builder._fonts()
    builder.form(
        "X",
        text(60, 400, WORDS, before="/N gs"),
        f"/Group << /S /Transparency >> /Resources << /Font << {fonts} >> {states} >>",
    )
    result = read_pdf(builder.page(text(60, 700, "Ada") + "q /G gs /X Do Q").build(), Limits())
    assert [(h.text, h.technique) for h in result.hidden] == [(WORDS, "masked")]


def test_a_mask_that_is_taken_off_hides_nothing() -> None:
    builder = PdfBuilder().form("M", "")
    mask = builder.xobjects.pop("M")
    builder.resources = f"/ExtGState << /G << /SMask << /S /Alpha /G {mask} 0 R >> >> /N << /SMask /None >> >>"
    result = read_pdf(builder.page(text(60, 700, "Ada", before="/G gs /N gs")).build(), Limits())
    assert result.hidden == ()


def test_drawing_masks_is_limited() -> None:
    builder = PdfBuilder().form("M", "q Q " * 2_000)
    mask = builder.xobjects.pop("M")
    states = " ".join(f"/G{n} << /SMask << /S /Alpha /G {mask} 0 R >> >>" for n in range(300))
    builder.resources = f"/ExtGState << {states} >>"
    words = "".join(text(60, 700, "x", before=f"/G{n} gs") for n in range(300))
    with pytest.raises(Exception, match="drawing operators"):
        read_pdf(builder.page(text(60, 700, "Ada") + words).build(), Limits())

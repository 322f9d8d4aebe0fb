"""Pictures of pages from hostile files and sound ones, and that boxes stand where the text stands in them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from matcher.domain.document import Document, Format
from matcher.parsing.limits import ChildLimits, DrawingLimits
from matcher.parsing.pictures import can_draw, draw_pages
from matcher.parsing.reader import parse_document, parse_text
from matcher.parsing.sandbox import Sandbox
from matcher.parsing.system_calls import supported
from tests.parsing.build_docx import clean_docx
from tests.parsing.build_pdf import clean_pdf
from tests.parsing.hostile_case import Hostile
from tests.parsing.hostile_files import CASES
from tests.parsing.pdf_builder import PdfBuilder, text
from tests.parsing.png_reader import dark_box

pytestmark = pytest.mark.skipif(not supported(), reason="the system has no filter that we know")

BOXES = {
    "plain": "",
    "cropped": "/CropBox [50 100 500 700]",
    "origin elsewhere": "/MediaBox [-100 -200 400 500]",
    "origin elsewhere, cropped": "/MediaBox [-100 -200 495 642] /CropBox [-50 -100 400 500]",
    "cropped wider than the paper": "/CropBox [-50 -50 900 900]",
    "corners swapped": "/MediaBox [595 842 0 0]",
    "large units": "/UserUnit 2",
}
TURNS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1), 450: (0, 1), -90: (0, -1)}


def _pdf(pages: int = 1) -> Document:
    """A document of which nothing matters but that it is a PDF of so many pages."""
    return Document("", (), Format.PDF, pages, "")


@pytest.fixture(scope="module")
def odd() -> Iterator[Sandbox]:
    sandbox = Sandbox(module="tests.parsing.odd_drawer")
    yield sandbox
    sandbox.close()


@pytest.mark.parametrize("boxes", BOXES.values(), ids=BOXES.keys())
@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("upright", [True, False])
def test_the_box_of_a_line_stands_where_its_ink_is(boxes: str, turn: int, upright: bool) -> None:
    """However the page is cut and turned, and however the line runs on it."""
    c, s = TURNS[turn] if upright else (1, 0)
    content = f"BT /F1 12 Tf {c} {s} {-s} {c} 250 300 Tm (Kubernetes) Tj ET"
    data = PdfBuilder().page(content, f"/Rotate {turn} {boxes}").build()

    document = parse_document(data)
    (picture,) = draw_pages(data, document, limits=DrawingLimits(dots_per_inch=72))

    drawn, box = dark_box(picture.png), document.lines[0].box
    assert drawn is not None
    assert box is not None
    assert drawn == pytest.approx((box.x0, box.top, box.x1, box.bottom), abs=4)


def test_every_page_has_its_own_picture() -> None:
    builder = PdfBuilder()
    for number in range(1, 4):
        builder.page(text(100, 200 * number, f"Page {number} on Kubernetes"))

    pictures = draw_pages(builder.build(), _pdf(3))

    tops = [dark_box(one.png)[1] for one in pictures]  # type: ignore[index]
    assert [one.page for one in pictures] == [1, 2, 3]
    assert tops == sorted(tops, reverse=True)


def test_only_pdf_is_drawn() -> None:
    assert draw_pages(clean_docx(), parse_document(clean_docx())) == ()
    assert not can_draw(parse_text("Kubernetes"))
    assert can_draw(parse_document(clean_pdf()))


def test_where_the_child_cannot_be_shut_in_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.parsing.pictures.supported", lambda: False)

    assert draw_pages(clean_pdf(), _pdf()) == ()


def test_pages_over_the_limits_have_no_picture() -> None:
    builder = PdfBuilder()
    for _ in range(4):
        builder.page(text(100, 200, "Kubernetes"))
    data = builder.build()
    size = len(draw_pages(data, _pdf(4))[0].png)

    def drawn(limits: DrawingLimits) -> list[int]:
        return [one.page for one in draw_pages(data, _pdf(4), limits=limits)]

    assert drawn(DrawingLimits(max_pages=3)) == [1, 2, 3]
    assert drawn(DrawingLimits(max_bytes=size - 1)) == []
    assert drawn(DrawingLimits(max_total_bytes=2 * size)) == [1, 2]
    assert drawn(DrawingLimits(seconds=-1)) == []
    assert drawn(DrawingLimits(child=ChildLimits(address_space_bytes=1_000_000))) == []


@pytest.mark.parametrize("deed", ["crash", "hang", "spin", "fill", "open", "connect", "run"])
def test_a_page_that_harms_its_child_has_no_picture_and_the_others_have(odd: Sandbox, deed: str) -> None:
    limits = DrawingLimits(seconds=10, child=ChildLimits(512 * 1024 * 1024, cpu_seconds=1, wall_seconds=1.0))

    pictures = draw_pages(f"{deed} on page 2".encode(), _pdf(3), limits=limits, sandbox=odd)

    assert [one.page for one in pictures] == [1, 3]


@pytest.mark.parametrize("case", [one for one in CASES if one.filename.endswith(".pdf")], ids=lambda case: case.name)
def test_a_hostile_file_harms_nobody_even_if_its_reader_let_it_pass(case: Hostile) -> None:
    limits, data = DrawingLimits(), case.make()

    started = time.monotonic()
    pictures = draw_pages(data, _pdf(), limits=limits)

    # Twice as long as it should take: the machine may have other work.
    assert time.monotonic() - started < 2 * limits.child.wall_seconds
    assert all(len(one.png) <= limits.max_bytes for one in pictures)


def test_after_all_of_them_a_sound_file_is_drawn_as_ever() -> None:
    (picture,) = draw_pages(clean_pdf(), parse_document(clean_pdf()))

    assert dark_box(picture.png) is not None


def test_our_own_process_loads_nothing_that_draws() -> None:
    code = "import sys, matcher.web.app; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert not {"pypdfium2", "pypdfium2_raw", "matcher.parsing.drawer"} & set(loaded)

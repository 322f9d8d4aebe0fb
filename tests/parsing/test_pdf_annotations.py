from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from matcher.parsing.pdf_annotations import placing
from tests.parsing.pdf_builder import PdfBuilder, stream, text

BOX = "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 \
/BaseFont /Helvetica >> >> >>"


def read(note: str, *, states: bool = False) -> list[str]:
    builder = PdfBuilder()
    looks = builder.add(stream(b"BT /F1 10 Tf 2 5 Td (Ada Berg) Tj ET", BOX))
    normal = f"<< /On {looks} 0 R >>" if states else f"{looks} 0 R"
    entry = f"<< /Type /Annot /Rect [60 700 260 720] /AP << /N {normal} >> {note} >>"
    builder.page(text(60, 500, "Engineer"), f"/Annots [{entry}]")
    return [run.text for run in read_pdf(builder.build(), Limits()).pages[0].runs]


@pytest.mark.parametrize("note", ["/Subtype /Widget", "/Subtype /FreeText /F 4", "/Subtype /Stamp /F 0"])
def test_what_lies_on_the_page_is_read_in_its_place(note):
    assert read(note) == ["Ada Berg", "Engineer"]


@pytest.mark.parametrize("note", ["/Subtype /Widget /F 2", "/Subtype /FreeText /F 32", "/Subtype /Popup"])
def test_what_is_not_shown_is_not_read(note):
    assert read(note) == ["Engineer"]


def test_of_several_states_the_one_in_force_is_read():
    assert read("/Subtype /Widget /AS /On", states=True) == ["Ada Berg", "Engineer"]
    assert read("/Subtype /Widget /AS /Off", states=True) == ["Engineer"]


@pytest.mark.parametrize("note", ["/Subtype /Widget /AP 5", "/Subtype /Widget /Rect [1 2]", "/Subtype /Widget /F (x)"])
def test_odd_entries_do_no_harm(note):
    assert "Engineer" in read(note)


def test_an_appearance_is_moved_and_stretched_onto_its_place():
    assert placing((0, 0, 10, 10), (1, 0, 0, 1, 0, 0), (100, 200, 120, 230)) == (2, 0, 0, 3, 100, 200)
    assert placing((0, 0, 0, 10), (1, 0, 0, 1, 0, 0), (0, 0, 1, 1)) is None

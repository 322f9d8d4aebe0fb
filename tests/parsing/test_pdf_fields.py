"""Form fields and text boxes that a viewer draws, for the file holds no picture of them."""

from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.page import ReadResult
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, text

FIELD = "/Type /Annot /Subtype /Widget /Rect [60 700 260 720]"


def read(note: str, catalog: str = "", extra: str = "") -> ReadResult:
    builder = PdfBuilder(catalog=catalog)
    builder.page(text(60, 500, "Engineer"), f"/Annots [<< {note} >>] {extra}")
    return read_pdf(builder.build(), Limits())


def lines_of(result: ReadResult) -> list[str]:
    return [run.text for run in result.pages[0].runs]


@pytest.mark.parametrize(
    "note",
    [
        f"{FIELD} /FT /Tx /V (Ada Berg) /DA (/Helv 12 Tf 0 g)",
        f"{FIELD} /FT /Tx /V <FEFF004100640061002000420065007200670000>",
        f"{FIELD} /FT /Ch /V [(Ada Berg)]",
        f"{FIELD} /Parent << /FT /Tx /V (Ada Berg) /DA (/Helv 0 Tf) >>",
        "/Type /Annot /Subtype /FreeText /Rect [60 700 260 720] /Contents (Ada Berg) /DA (/Helv 10 Tf 0 0 1 rg)",
    ],
)
def test_what_was_filled_in_is_read(note: str) -> None:
    result = read(note)

    assert [line.strip("\x00") for line in lines_of(result)] == ["Ada Berg", "Engineer"]
    assert result.hidden == ()


def test_the_lines_of_a_field_are_wrapped_to_its_width() -> None:
    value = "Built payment services in Rust\\nand moved all of them to another cluster"

    assert lines_of(read(f"{FIELD} /FT /Tx /Ff 4096 /V ({value}) /DA (/Helv 10 Tf 0 g)")) == [
        "Built payment services in Rust",
        "and moved all of them to another cluster",
        "Engineer",
    ]


@pytest.mark.parametrize(
    "note",
    [
        f"{FIELD} /FT /Tx /Ff 8192 /V (secret)",
        f"{FIELD} /FT /Btn /V (Yes)",
        f"{FIELD} /FT /Tx /V (hidden) /F 2",
        f"{FIELD} /FT /Tx /V 7 /DA 9",
        f"{FIELD} /FT /Tx",
        "/Type /Annot /Subtype /Text /Rect [60 700 260 720] /Contents (a note)",
        "/Type /Annot /Subtype /Widget /FT /Tx /V (nowhere) /Rect [1 2]",
    ],
)
def test_what_a_viewer_does_not_write_is_not_read(note: str) -> None:
    assert lines_of(read(note)) == ["Engineer"]


@pytest.mark.parametrize(
    ("note", "technique"),
    [
        (f"{FIELD} /FT /Tx /V (Kafka) /DA (/Helv 12 Tf 1 g)", "same_colour"),
        (f"{FIELD} /FT /Tx /V (Kafka) /DA (/Helv 1 Tf 0 g)", "tiny"),
        ("/Type /Annot /Subtype /Widget /Rect [60 700 60 700] /FT /Tx /V (Kafka) /DA (/Helv 12 Tf 0 g)", "clipped"),
        ("/Type /Annot /Subtype /FreeText /Rect [60 700 260 720] /Contents (Kafka) /CA 0", "transparent"),
    ],
)
def test_text_that_nobody_sees_is_hidden_here_too(note: str, technique: str) -> None:
    result = read(note)

    assert (lines_of(result), [(found.technique, found.text) for found in result.hidden]) == (
        ["Engineer"],
        [(technique, "Kafka")],
    )


def test_the_look_that_all_fields_share_counts() -> None:
    form = "/AcroForm << /DA (/Helv 12 Tf 1 1 1 rg) >>"

    assert [found.technique for found in read(f"{FIELD} /FT /Tx /V (Kafka)", form).hidden] == ["same_colour"]


def test_a_field_on_a_turned_page_is_read() -> None:
    assert "Ada Berg" in lines_of(read(f"{FIELD} /FT /Tx /V (Ada Berg)", extra="/Rotate 90"))


def test_a_field_above_itself_does_no_harm() -> None:
    builder = PdfBuilder()
    field = builder.add(f"<< {FIELD} /Parent 1000 0 R >>")
    builder.page(text(60, 500, "Engineer"), f"/Annots [{field} 0 R]")

    assert lines_of(read_pdf(builder.build(), Limits())) == ["Engineer"]

from __future__ import annotations

import pytest

from matcher.errors import InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from matcher.parsing.pdf_guards import Budget
from matcher.parsing.pdf_repair import open_pdf
from tests.parsing.pdf_builder import PdfBuilder, lines, stream

RESUME = lines(60, 780, ["Ada Berg", "Engineer in Oslo"])
SOUND = PdfBuilder().page(RESUME).build()


def read(data: bytes, limits: Limits | None = None) -> tuple[list[str], list[str]]:
    result = read_pdf(data, limits or Limits())
    return [run.text for run in result.pages[0].runs], [warning.code for warning in result.warnings]


def test_a_sound_file_is_taken_as_it_is():
    opened = open_pdf(SOUND, Budget(Limits()), Limits())
    assert not opened.repaired
    assert len(opened.pages) == 1


@pytest.mark.parametrize(
    "data",
    [
        SOUND.replace(b"/Root 1 0 R", b"/Rood 1 0 R"),
        SOUND.replace(b"/Root 1 0 R", b"/Root 77 0 R"),
        SOUND[: SOUND.index(b"xref")],
        SOUND.replace(b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages 9 0 R"),
        SOUND.replace(b"/Type /Catalog", b"/Tipe /Catalog").replace(b"/Root 1 0 R", b"/Root"),
    ],
    ids=["no root", "root elsewhere", "no table", "no pages", "no catalogue"],
)
def test_a_broken_table_is_done_without(data):
    assert read(data)[0] == ["Ada Berg", "Engineer in Oslo"]


def test_a_repair_is_told():
    assert read(SOUND.replace(b"/Root 1 0 R", b"/Rood 1 0 R"))[1] == ["repaired"]


@pytest.mark.parametrize("data", [SOUND.replace(b"/Root 1 0 R", b"/Rood 1 0 R"), SOUND[: SOUND.index(b"xref")]])
def test_large_files_are_not_searched(data):
    with pytest.raises(InputError):
        read(data, Limits(max_searched_bytes=100))


def test_an_object_stream_that_claims_too_many_objects_is_refused():
    # Object 4 is said to lie in stream 3, which claims a million objects.
    places = b"\x00\x00\x00\x00" + b"\x02\x00\x03\x00" * 2
    body = b"%PDF-1.7\n3 0 obj\n" + stream(b"1 0 << >>", "/Type /ObjStm /N 1000000 /First 4") + b"\nendobj\n"
    entries = "/Type /XRef /Size 4 /W [1 2 1] /Index [0 3 3 1] /Root 1 0 R"
    table = stream(places + b"\x01\x00\x09\x00", entries)
    data = body + b"5 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)
    with pytest.raises(InputError) as caught:
        read_pdf(data, Limits())
    assert caught.value.code == "parse_limit"


def test_a_table_is_checked_before_its_objects_are_looked_through():
    table = stream(b"\x00" * 8, "/Type /XRef /Size 4 /W [1 2 1] /Index [0 2000000000] /Root 1 0 R")
    data = b"%PDF-1.7\n" + b"5 0 obj\n" + table + b"\nendobj\nstartxref\n9\n%%EOF\n"
    with pytest.raises(InputError) as caught:
        read_pdf(data, Limits())
    assert caught.value.code == "parse_limit"


def test_one_wrong_place_in_the_table_is_searched_for_and_told():
    content = SOUND.index(b"11 0 obj")
    data = SOUND.replace(b"%010d 00000 n" % content, b"%010d 00000 n" % (content + 30))
    assert read(data) == (["Ada Berg", "Engineer in Oslo"], ["repaired"])


def test_a_reference_that_leads_nowhere_is_null_and_no_damage():
    assert read(PdfBuilder().page(RESUME, "/Thumb 99 0 R /Annots [98 0 R]").build())[1] == []


@pytest.mark.parametrize("body", [b"11 0 R", b"12 0 R", b"[11 0 R]", b"<< /Length 11 0 R >>"])
def test_objects_that_refer_to_themselves_end(body):
    start = SOUND.index(b"11 0 obj\n") + 9
    end = SOUND.index(b"\nendobj", start)
    looped = SOUND[:start] + body + b"\nendobj\n12 0 obj\n11 0 R" + SOUND[end:]
    with pytest.raises(InputError) as caught:
        read(looped[: looped.index(b"xref")])
    assert caught.value.code in {"no_text_layer", "file_corrupt"}


def test_a_file_whose_attachments_alone_are_encrypted_is_read():
    filters = "/CF << /StdCF << /AuthEvent /EFOpen /CFM /AESV2 /Length 16 >> >> /EFF /StdCF"
    locked = f"/Encrypt << /Filter /Standard /V 4 /R 4 /O <41> /U <41> /P -4 {filters} /StmF /Identity >>"
    data = PdfBuilder(trailer=f"{locked} /ID [<41> <41>]").page(RESUME).build()
    assert read(data)[0] == ["Ada Berg", "Engineer in Oslo"]


@pytest.mark.parametrize("box", ["[0 0 0 0]", "[100 100 100 700]"])
def test_an_empty_page_is_taken_for_a_letter(box):
    page = PdfBuilder().page(lines(60, 700, ["Ada Berg"]), f"/MediaBox {box}").build()
    assert read(page)[0] == ["Ada Berg"]

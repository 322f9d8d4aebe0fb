from __future__ import annotations

import io
import zipfile

import pytest
from defusedxml.ElementTree import fromstring

from matcher.parsing.reader import parse_document
from matcher.reports.docx_writer import write_docx

BLOCKS = [("Title", "Ada & <Byte>"), ("Heading1", "Experience"), ("ListBullet", "Moved 3 services."), ("", "Plain.")]


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert write_docx(BLOCKS, title="A") == write_docx(BLOCKS, title="A")


def test_every_part_is_well_formed_and_named_in_the_content_types() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(BLOCKS, title="A & B"))) as archive:
        parts = {name: fromstring(archive.read(name)) for name in archive.namelist()}

    named = {one.get("PartName") for one in parts["[Content_Types].xml"]}
    assert {f"/{name}" for name in parts if not name.endswith((".rels", "[Content_Types].xml"))} == named - {None}


@pytest.mark.parametrize("text", ["Ada & <Byte>", "Moved 3 services.", "Plain."])
def test_our_own_reader_reads_it_back(text: str) -> None:
    document = parse_document(write_docx(BLOCKS, title="A"), filename="a.docx")

    assert text in document.text
    assert document.warnings == ()

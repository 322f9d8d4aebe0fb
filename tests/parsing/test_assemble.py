from __future__ import annotations

import pytest

from matcher.domain.document import Box, Format, Span
from matcher.parsing.assemble import assemble, clean_line
from matcher.parsing.page import PageText, Run


def document_of(*pages: list[str]):
    texts = tuple(PageText(n, tuple(Run(line) for line in page)) for n, page in enumerate(pages, start=1))
    return assemble(texts, format=Format.PDF, sha256="", page_count=len(pages))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Built\u00a0\u2003 APIs ", "Built APIs"),
        ("\uf0e0 ada@example.org", "ada@example.org"),
        ("(cid:12)(cid:7) Oslo", "Oslo"),
        ("Devel\u00adoper", "Developer"),
        ("micro\u00adservices and\u00ad", "microservices and\u00ad"),
        ("\x00Rust\x7f", "Rust"),
        ("e\ufb03cient \u201cquotes\u201d stay", "e\ufb03cient \u201cquotes\u201d stay"),
        ("(cid: not a glyph)", "(cid: not a glyph)"),
        ("event-", "event-"),
    ],
)
def test_lines_are_cleaned_and_the_rest_stays(raw, clean):
    assert clean_line(raw) == clean


def test_offsets_cover_the_text_line_by_line():
    document = document_of(["Ada Berg", "\uf0e0", "Oslo"], ["Skills", " Rust,  Go "])
    assert document.text == "Ada Berg\nOslo\nSkills\nRust, Go"
    assert [document.quote(line.span) for line in document.lines] == document.text.split("\n")
    assert [line.page for line in document.lines] == [1, 1, 2, 2]


def test_wide_gaps_are_one_space_that_is_known():
    document = document_of(["Ada Berg", "Tern & Co.   Oslo\t2019", "Go  Rust"])
    assert document.text.split("\n")[1] == "Tern & Co. Oslo 2019"
    assert [document.text[gap:] for gap in document.lines[1].gaps] == [" Oslo 2019\nGo Rust", " 2019\nGo Rust"]
    assert [line.gaps for line in document.lines[::2]] == [(), ()]


def test_a_line_without_layout_keeps_the_columns_it_was_typed_in():
    document = document_of(["Tern   Oslo ", "\tGo", "Rust"])

    assert [line.columns for line in document.lines] == [(0, 11), (8, 10), (0, 4)]


def test_a_word_parted_by_a_soft_hyphen_is_joined_on_its_first_line():
    assert document_of(["Ran the micro\u00ad", "services team", "Go"]).text == "Ran the microservices\nteam\nGo"


def test_a_line_that_held_only_the_end_of_a_parted_word_goes():
    assert document_of(["Led plat\u00ad", "forms"]).text == "Led platforms"


def test_a_soft_hyphen_with_nothing_after_it_is_dropped():
    assert document_of(["open\u00ad"]).text == "open"


def test_a_hard_hyphen_at_a_lines_end_stays_on_two_lines():
    assert document_of(["event-", "driven"]).text == "event-\ndriven"


def test_a_run_with_line_breaks_becomes_lines():
    assert document_of(["one\ntwo\r\nthree"]).text == "one\ntwo\nthree"


def test_boxes_sizes_and_weights_are_carried_over():
    run = Run("Ada", Box(1, 2, 3, 4), 11.5, bold=True)
    line = assemble((PageText(3, (run,)),), format=Format.PDF, sha256="x", page_count=3).lines[0]
    assert (line.span, line.page, line.box, line.font_size, line.bold) == (Span(0, 3), 3, Box(1, 2, 3, 4), 11.5, True)


def test_no_lines_make_an_empty_text():
    document = document_of(["\uf0e0"])
    assert (document.text, document.lines) == ("", ())


def test_a_line_knows_whether_a_blank_line_stood_above_it():
    document = document_of(["", "Ada Quillmere", "Oslo", "", " ", "Skills", "Go\n\nRust"])
    assert [line.parted for line in document.lines] == [False, False, True, False, True]
    assert document.text == "Ada Quillmere\nOslo\nSkills\nGo\nRust"

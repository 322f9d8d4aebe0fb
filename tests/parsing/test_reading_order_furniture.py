from __future__ import annotations

import pytest

from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, lines, text

BODY = lines(60, 700, ["Engineer, Norrland AB", "Moved the ledger to four shards."])


def read(*pages: str) -> list[str]:
    builder = PdfBuilder()
    for page in pages:
        builder.page(page + BODY)
    return [run.text for page in read_pdf(builder.build(), Limits()).pages for run in page.runs]


def edges(top: str, bottom: str) -> str:
    return text(60, 825, top, 8) + text(60, 15, bottom, 8)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (edges("", "Ada Berg - Page 1 of 2"), edges("", "Ada Berg - Page 2 of 2")),
        (edges("", "1 / 2"), edges("", "2 / 2")),
        (edges("", "Seite 1"), edges("", "Seite 2")),
        (
            edges("11/20/26, 8:36 PM Resume", "https://a.example 1/2"),
            edges("11/20/26, 8:36 PM Resume", "https://a.example 2/2"),
        ),
        (edges("", "1"), edges("", "2")),
    ],
)
def test_running_lines_at_the_edges_are_dropped(first, second):
    assert read(first, second) == ["Engineer, Norrland AB", "Moved the ledger to four shards."] * 2


def test_a_running_header_is_kept_once_if_it_stands_nowhere_else():
    found = read(edges("Ada Berg, ada@example.org", ""), edges("Ada Berg, ada@example.org", ""))
    assert found.count("Ada Berg, ada@example.org") == 1
    assert found[0] == "Ada Berg, ada@example.org"


def test_a_running_header_that_repeats_the_page_is_dropped():
    found = read(edges("Ada Berg", "") + text(60, 760, "Ada Berg", 20), edges("Ada Berg", ""))
    assert found.count("Ada Berg") == 1


@pytest.mark.parametrize(
    "line",
    ["Ada Berg", "Oslo, 2021", "3/4 of all tests", "12 of 10", "Kept 99.9% of 12 services up", "Rust 2021 / 2024"],
)
def test_other_lines_at_the_edges_stay(line):
    assert line in read(edges(line, ""))


def test_repeated_lines_inside_the_page_stay():
    found = read(text(60, 600, "Skills 1"), text(60, 600, "Skills 2"))
    assert [line for line in found if line.startswith("Skills")] == ["Skills 1", "Skills 2"]


def test_a_single_page_says_its_number_and_the_moment_of_printing():
    assert read(edges("11/20/26, 8:36 PM Resume", "Ada Berg - Page 1 of 1"))[0] == "Engineer, Norrland AB"


@pytest.mark.parametrize("pages", [1, 2])
def test_rows_that_say_the_same_on_one_page_repeat_no_other_page(pages):
    twice = text(60, 825, "Team 1", 8) + text(60, 812, "Team 2", 8) + text(60, 15, "Team 3", 8)
    found = read(twice, *[""] * (pages - 1))
    assert [line for line in found if line.startswith("Team")] == ["Team 1", "Team 2", "Team 3"]


def test_the_same_row_twice_at_the_edge_of_one_page_stays():
    found = read(text(60, 825, "Ada Berg", 8) + text(60, 15, "Ada Berg", 8), "")
    assert found.count("Ada Berg") == 2

"""Whole pages in the shapes of real resumes; every case names what broke the order there."""

from __future__ import annotations

import pytest

from matcher.parsing.assemble import clean_line
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, lines, text

LONG = [
    "Moved the order ledger from one large database to four shards and kept every",
    "monthly close on schedule for the finance people.",
    "Wrote the capacity planner in Rust and gave two talks about it.",
]
MORE = [
    "Built the seat reservation service with idempotent retries for three ferry lines",
    "that share one harbour.",
    "Replaced nightly file exchange with a stream of events that staff can watch.",
]
SIDE = [
    "CONTACT",
    "ada@example.org",
    "+47 555 01 234",
    "Oslo",
    "SKILLS",
    "Rust",
    "Kotlin",
    "SQL",
    "LANGUAGES",
    "Norwegian",
]


def read(*pages: str) -> list[str]:
    builder = PdfBuilder()
    for page in pages:
        builder.page(page)
    return [clean_line(run.text) for page in read_pdf(builder.build(), Limits()).pages for run in page.runs]


def right(x1: float, y: float, words: str, size: float = 10) -> str:
    """Set words flush right, near enough: half the size a letter."""
    from pdfminer.fontmetrics import FONT_METRICS

    widths = FONT_METRICS["Helvetica"][1]
    return text(x1 - sum(widths.get(c, 556) for c in words) * size / 1000, y, words, size)


def follow(found: list[str], *expected: str) -> None:
    """Assert that lines stand one right after the other."""
    at = found.index(expected[0])
    assert found[at : at + len(expected)] == list(expected)


def test_dates_at_the_right_edge_end_their_row():
    page = text(60, 780, "Engineer, Norrland AB") + right(535, 780, "2021 - now") + lines(70, 765, LONG)
    page += text(60, 700, "Developer, Quayside") + right(535, 700, "2017 - 2021") + lines(70, 685, MORE)
    assert read(page) == ["Engineer, Norrland AB 2021 - now", *LONG, "Developer, Quayside 2017 - 2021", *MORE]


def test_a_column_of_places_over_dates_does_not_part_a_sentence():
    page = ""
    for y, head, place, date, body in (
        (780, "Norrland AB, Engineer", "Bergen", "May 2021 - now", LONG),
        (700, "Quayside, Developer", "Oslo", "June 2017 - May 2021", MORE),
        (620, "Helix, Trainee", "Stavanger", "2015 - 2017", LONG),
    ):
        page += text(60, y, head) + right(560, y, place) + right(560, y - 13, date) + lines(70, y - 13, body)
    found = read(page)
    follow(found, "Norrland AB, Engineer Bergen", "May 2021 - now", *LONG)
    follow(found, "Quayside, Developer Oslo", "June 2017 - May 2021", *MORE)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_sidebar_is_read_apart_from_the_main_column(side):
    at, beside = (60, 200) if side == "left" else (60, 430)
    main = lines(
        at if side == "right" else beside,
        780,
        [*(line[:62].strip() for line in LONG), *(line[:62].strip() for line in MORE)] * 2,
    )
    sidebar = lines(beside if side == "right" else at, 775, SIDE, 9, 17)
    found = read(main + sidebar)
    follow(found, *SIDE)
    follow(found, *(line[:62].strip() for line in (*LONG, *MORE, *LONG, *MORE)))


def test_dates_in_a_column_on_the_left_come_before_their_entry():
    page = text(60, 800, "Ada Berg", 20)
    for y, date, place, head, body in (
        (760, "2021 - now", "Bergen", "Engineer, Norrland AB", LONG),
        (690, "2017 - 2021", "Oslo", "Developer, Quayside", MORE),
        (620, "2015 - 2017", "Stavanger", "Trainee, Helix", LONG),
    ):
        page += text(60, y, date) + text(60, y - 13, place) + text(150, y, head) + lines(150, y - 13, body)
    found = read(page)
    follow(found, "2021 - now", "Bergen", "Engineer, Norrland AB", *LONG)
    follow(found, "2017 - 2021", "Oslo", "Developer, Quayside", *MORE)


def test_dates_close_to_their_text_are_a_column_too():
    page = ""
    for y, year, head, body in (
        (760, 2017, "Engineer, Norrland AB", LONG),
        (700, 2015, "Developer, Quayside", MORE),
        (640, 2012, "Trainee, Helix", LONG),
    ):
        page += text(60, y, f"May {year}") + text(60, y - 13, f"- May {year + 2}")
        page += text(116, y, head) + lines(126, y - 13, body)
    found = read(page)
    follow(found, "May 2017", "- May 2019", "Engineer, Norrland AB", *LONG)
    follow(found, "May 2015", "- May 2017", "Developer, Quayside", *MORE)


def test_section_names_beside_their_text_stand_before_it():
    page = text(60, 781, "Profile", 13) + lines(170, 780, LONG)
    page += text(60, 711, "Work", 13) + lines(170, 710, ["Engineer, Norrland AB", *MORE])
    page += text(60, 621, "Education", 13) + lines(170, 620, ["University of Bergen", "2010 - 2015"])
    assert read(page) == [
        "Profile",
        *LONG,
        "Work",
        "Engineer, Norrland AB",
        *MORE,
        "Education",
        "University of Bergen",
        "2010 - 2015",
    ]


def test_one_section_name_beside_a_page_of_text_is_a_line_of_its_own():
    page = lines(170, 780, LONG) + text(60, 711, "Work", 13) + lines(170, 710, ["Engineer, Norrland AB", *MORE])
    assert read(page) == [*LONG, "Work", "Engineer, Norrland AB", *MORE]


def test_a_river_is_found_under_a_heading_that_crosses_it():
    page = text(60, 800, "Ada Berg, engineer of back ends for ferries, harbours and the people in them", 14)
    page += lines(60, 770, [f"left line {n} of some length" for n in range(8)])
    page += lines(320, 770, [f"right line {n} of some length" for n in range(8)])
    page += text(60, 640, "A closing line that runs over both columns of the page, as such lines sometimes do indeed")
    found = read(page)
    follow(
        found,
        *(f"left line {n} of some length" for n in range(8)),
        *(f"right line {n} of some length" for n in range(8)),
    )
    assert found[-1].startswith("A closing line")


def test_a_narrow_gutter_between_straight_columns_is_found():
    left = ["Kept the ledger of the whole harbour sound"[: 40 - n % 3] for n in range(9)]
    page = lines(60, 780, left) + lines(258, 776, [f"right text line {n}" for n in range(9)], pitch=14.5)
    found = read(page)
    follow(found, *(f"right text line {n}" for n in range(9)))


def test_two_even_columns_are_read_page_by_page():
    pages = [
        lines(60, 780, [f"p{p} left {n} of a column of text" for n in range(9)])
        + lines(320, 780, [f"p{p} right {n} of a column of text" for n in range(9)])
        for p in (1, 2)
    ]
    expected = [f"p{p} {side} {n} of a column of text" for p in (1, 2) for side in ("left", "right") for n in range(9)]
    assert read(*pages) == expected


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_main_column_that_goes_on_over_the_page_is_not_parted_by_the_sidebar(side):
    main_x, side_x = (200, 60) if side == "left" else (60, 450)
    pages = [
        lines(main_x, 780, [f"p{p} main line {n} with quite a lot of words in it" for n in range(12)])
        + lines(side_x, 774, [f"p{p} side {n}" for n in range(8)], 9, 15)
        for p in (1, 2)
    ]
    found = read(*pages)
    follow(found, *(f"p{p} main line {n} with quite a lot of words in it" for p in (1, 2) for n in range(12)))
    follow(found, *(f"p{p} side {n}" for p in (1, 2) for n in range(8)))


def test_a_sidebar_that_ends_on_page_one_does_not_part_the_main_column():
    first = lines(60, 780, [f"main line {n} with quite a lot of words in it" for n in range(12)])
    first += lines(450, 774, [f"side {n}" for n in range(8)], 9, 15)
    found = read(first, lines(60, 780, ["main line 12 with quite a lot of words in it", "the end"]))
    follow(found, *(f"main line {n} with quite a lot of words in it" for n in range(13)), "the end", "side 0")


def test_drawing_order_does_not_matter():
    parts = [lines(200, 780 - 60 * n, [f"block {n} starts here with some words", "and ends"]) for n in range(6)]
    parts.append(lines(60, 775, SIDE, 9, 17))
    assert read("".join(parts)) == read("".join(parts[::-1]))


def test_dates_under_a_table_of_skills_stay_with_their_entries():
    page = text(60, 780, "SKILLS", 13)
    page += lines(60, 762, ["Rust", "Kotlin", "SQL", "Python"]) + lines(330, 762, ["Kafka", "Redis", "Linux", "Docker"])
    page += text(60, 680, "WORK", 13) + text(60, 662, "Engineer, Norrland") + right(535, 662, "2021 - now")
    page += lines(
        60,
        649,
        ["Wrote and ran the ledger of all ferries from the first line to the last one, every single day of it."],
    )
    found = read(page)
    follow(found, "Kafka", "Redis", "Linux", "Docker", "WORK", "Engineer, Norrland 2021 - now")


def test_a_list_of_certificates_keeps_its_dates():
    names = ["Certified Kubernetes Administrator", "Solutions Architect", "Scrum Master", "First aid"]
    notes = ["Linux Foundation, Oct 2022", "Amazon, January 2020", "Scrum.org, 2018", "Red Cross, March 2016"]
    page = "".join(
        text(60, 780 - 13 * n, a) + right(535, 780 - 13 * n, b)
        for n, (a, b) in enumerate(zip(names, notes, strict=True))
    )
    assert read(page) == [f"{a} {b}" for a, b in zip(names, notes, strict=True)]


def test_an_address_broken_in_a_narrow_sidebar_is_put_together():
    sidebar = lines(60, 775, ["CONTACT", "ADA.BERG@EXAMPLE.CO", "M", "OSLO", "SKILLS", "RUST", "SQL"], 9, 17)
    found = read(sidebar + lines(200, 780, [f"main line {n} with quite a lot of words" for n in range(12)]))
    follow(found, "CONTACT", "ADA.BERG@EXAMPLE.COM", "OSLO")


def test_a_page_without_text_among_others_is_passed_over():
    assert read(text(60, 700, "one"), "", text(60, 700, "three")) == ["one", "three"]


def test_text_along_the_edge_comes_last():
    page = "q 0 1 -1 0 30 300 cm " + text(0, 0, "Ada Berg") + "Q " + lines(60, 780, LONG)
    assert read(page) == [*LONG, "Ada Berg"]


def jobs(*, dates_left: bool) -> str:
    """Set three jobs with dates half way down each of them."""
    page = text(60, 800, "Ada Berg", 20) + text(60, 775, "Experience", 13)
    for y, title, body, date in (
        (750, "Engineer", ["Norrland AB", *LONG], "2021 - 2023"),
        (660, "Developer", ["Sydhavn AS", *MORE], "2018 - 2021"),
        (570, "Tester", ["Vest AS", *LONG], "2015 - 2018"),
    ):
        edge = 150 if dates_left else 60
        page += text(edge, y, title) + lines(edge, y - 13, body)
        page += text(60, y - 26, date) if dates_left else right(535, y - 26, date)
    return page


def test_dates_half_way_down_a_job_stand_before_it_on_the_left():
    found = read(jobs(dates_left=True))
    follow(found, "2021 - 2023", "Engineer", "Norrland AB", LONG[0])
    follow(found, "2018 - 2021", "Developer", "Sydhavn AS", MORE[0])
    follow(found, "2015 - 2018", "Tester", "Vest AS")


def test_dates_half_way_down_a_job_follow_its_first_line_on_the_right():
    found = read(jobs(dates_left=False))
    follow(found, "Engineer", "2021 - 2023", "Norrland AB", LONG[0], LONG[1])
    follow(found, "Developer", "2018 - 2021", "Sydhavn AS")


def test_the_day_of_printing_in_a_corner_is_dropped():
    page = right(535, 825, "Last updated in March 2026", 8) + text(60, 790, "Ada Berg", 20) + lines(60, 760, LONG)
    assert read(page)[0] == "Ada Berg"
    assert read(text(60, 600, "Updated all services by 2024") + lines(60, 560, LONG))[0].startswith("Updated")

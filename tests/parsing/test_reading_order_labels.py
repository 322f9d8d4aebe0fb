from __future__ import annotations

import pytest

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_labels import are_flush_dates, are_labels, attach_labels, level_share, row_wraps
from matcher.parsing.reading_order_rows import build_rows


def line(text: str, x: float, base: float, size: float = 10) -> list[Word]:
    """Set a line's words, half the type size a letter, a space between."""
    words = []
    for part in text.split():
        words.append(Word(part, x, x + 0.5 * size * len(part), base, size))
        x = words[-1].x1 + 0.3 * size
    return words


def column(texts: list[str], x: float, first: float = 0, pitch: float = 13) -> list[Word]:
    return [word for n, text in enumerate(texts) for word in line(text, x, first + pitch * n)]


TEXT = [
    "Engineer at Norrland",
    "Moved the ledger to four shards",
    "and kept it",
    "Developer at Quayside",
    "Built the API",
]
TEXT += ["for three lines", "Trainee at Helix", "Ran the shop", "for years"]


@pytest.mark.parametrize(
    "labels",
    [
        column(["2021 - now", "2017 - 2021", "2015 - 2017"], 0, pitch=39),
        [*column(["2021 - now", "Bergen"], 0), *column(["2017 - 2021", "Oslo"], 0, 39)],
        column(["Work", "More", "First"], 0, pitch=39),
    ],
)
def test_lines_that_stand_level_alone_or_in_twos_are_labels(labels):
    assert are_labels(labels, column(TEXT, 100), narrow_is_left=True)


@pytest.mark.parametrize(
    "side",
    [
        column(["CONTACT", "ada@example.org", "Oslo", "SKILLS", "Rust", "SQL"], 0, 5, 19),
        column(["Rust", "SQL", "Go", "Kotlin", "Redis", "Kafka", "Linux", "Docker"], 0),
        column(["CONTACT", "Oslo", "SKILLS"], 0, 7, 19),
    ],
)
def test_a_column_with_lines_of_its_own_is_none(side):
    assert not are_labels(side, column(TEXT, 100), narrow_is_left=True)


def test_section_names_a_little_off_are_labels_where_blocks_start():
    text = [*column(TEXT[:5], 100), *column(TEXT[:5], 100, 100), *column(TEXT[:5], 100, 200)]
    names = [*line("Profile", 0, 5, 14), *line("Work", 0, 105, 14), *line("School", 0, 205, 14)]
    assert are_labels(names, text, narrow_is_left=True)


def test_dates_set_flush_right_are_known_even_if_they_are_long():
    left = column(["First aid", "Scrum", "Rust"], 0)
    right = [
        w for n, t in enumerate(["Red Cross 2016", "2018", "June 2021"]) for w in line(t, 300 - 5.3 * len(t), 13 * n)
    ]
    assert not are_flush_dates(column(["Red Cross 2016", "2018", "June 2021"], 200), left)
    flush = [Word(w.text, w.x0, w.x1, w.base, w.size) for w in right]
    edge = max(w.x1 for w in flush)
    for row in build_rows(flush):
        shift = edge - row.x1
        for word in row.words:
            word.x0, word.x1 = word.x0 + shift, word.x1 + shift
    assert are_flush_dates(flush, left)


def test_the_share_of_level_lines_is_counted():
    assert level_share(build_rows(column(["a", "b"], 0, pitch=20)), build_rows(column(TEXT, 100))) == 0.5


def test_a_row_wraps_when_the_next_word_had_no_room():
    rows = build_rows([*line("a line that fills the width", 0, 0), *line("and goes on", 0, 13), *line("end", 0, 26)])
    assert [row_wraps(rows, n, 140) for n in range(3)] == [True, False, False]


def test_a_list_sign_starts_anew():
    rows = build_rows([*line("a line that fills the width", 0, 0), *line("\u2022 and", 0, 13)])
    assert not row_wraps(rows, 0, 140)


def texts(rows) -> list[str]:
    return [row.text for row in rows]


def test_labels_on_the_left_come_before_their_row():
    rows = build_rows(column(TEXT[:6], 100))
    labels = [*column(["2021 - now", "Bergen"], 0), *line("2017", 0, 39)]
    ordered = texts(attach_labels(rows, labels, 300, left=True))
    assert ordered == ["2021 - now", "Bergen", *TEXT[:3], "2017", *TEXT[3:6]]


def test_a_label_beside_the_middle_of_a_sentence_comes_before_the_sentence():
    rows = build_rows(column(["A sentence that fills the line", "and goes on here"], 100))
    assert texts(attach_labels(rows, line("2021", 0, 13), 250, left=True))[0] == "2021"


def test_one_label_for_each_line_comes_line_by_line():
    rows = build_rows(column(["Rust, Go", "SQL", "Linux"], 100))
    ordered = texts(attach_labels(rows, column(["Languages", "Stores", "Systems"], 0), 300, left=True))
    assert ordered == ["Languages", "Rust, Go", "Stores", "SQL", "Systems", "Linux"]


def test_labels_on_the_right_end_the_rows_of_an_entrys_head():
    rows = build_rows([*column(["Norrland", "Engineer"], 0), *column(["Moved the ledger", "to four shards"], 12, 26)])
    ordered = texts(attach_labels(rows, column(["Bergen", "2021"], 260), 300, left=False))
    assert ordered == ["Norrland Bergen", "Engineer 2021", "Moved the ledger", "to four shards"]


def test_the_lower_labels_on_the_right_follow_the_head_and_part_no_item():
    rows = build_rows([*line("Norrland", 0, 0), *column(["\u2022 Moved the ledger", "to four shards"], 12, 13)])
    ordered = texts(attach_labels(rows, column(["Bergen", "2021"], 260), 300, left=False))
    assert ordered == ["Norrland Bergen", "2021", "\u2022 Moved the ledger", "to four shards"]


def test_labels_below_all_text_come_last():
    rows = build_rows(line("only", 100, 0))
    assert texts(attach_labels(rows, line("2021", 0, 50), 300, left=True)) == ["only", "2021"]


def test_dates_broken_over_three_lines_stay_together_on_the_right():
    text = column(["Engineer", "Norrland", "Moved the ledger.", "Kept it."], 0)
    dates = [*line("August", 300, 0), *line("2017 –", 300, 13), *line("July 2020", 300, 26)]

    rows = attach_labels(build_rows(text), dates, 380, left=False)

    assert [row.text for row in rows][:4] == ["August", "2017 –", "July 2020", "Engineer"]


def test_dates_broken_over_three_lines_stay_together_on_the_left():
    text = column(["Engineer", "Norrland", "Moved the ledger."], 100)

    rows = attach_labels(build_rows(text), column(["Sep", "2015 –", "Jul 2017"], 0), 380, left=True)

    assert [row.text for row in rows] == ["Sep", "2015 –", "Jul 2017", "Engineer", "Norrland", "Moved the ledger."]


def test_dates_with_an_employer_below_them_are_labels_where_blocks_start():
    blocks = [word for top in (0, 80, 160) for word in column(["Engineer", "Moved.", "Kept it."], 150, top)]
    labels = [word for top in (0, 80, 160) for word in column(["2017 - 2020", "Norrland AB", "Bergen"], 0, top)]

    assert are_labels(labels, blocks, narrow_is_left=True)

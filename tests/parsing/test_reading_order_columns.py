from __future__ import annotations

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_columns import arrange, lay_out


def line(text: str, x: float, base: float, size: float = 10) -> list[Word]:
    words = []
    for part in text.split():
        words.append(Word(part, x, x + 0.5 * size * len(part), base, size))
        x = words[-1].x1 + 0.3 * size
    return words


def column(texts: list[str], x: float, first: float = 0, pitch: float = 13) -> list[Word]:
    return [word for n, text in enumerate(texts) for word in line(text, x, first + pitch * n)]


def texts(rows) -> list[str]:
    return [row.text for row in rows]


MAIN = [f"a line of the main column with words {n}" for n in range(10)]
SIDE = ["Oslo", "Rust", "Kotlin", "SQL", "English"]


def test_a_page_of_one_column_is_not_cut():
    layout = lay_out(column(MAIN, 0))
    assert (layout.river, texts(layout.above)) == (None, MAIN)


def test_an_empty_page_has_nothing():
    assert lay_out([]).above == []


def test_a_page_is_cut_between_what_stands_above_and_below():
    words = [*line("A heading that runs over both columns of this page", 0, -40)]
    words += [
        *column(SIDE, 0, 3, 19),
        *column(MAIN, 100),
        *line("A footing that runs over both of its columns too", 0, 180),
    ]
    layout = lay_out(words)
    assert texts(layout.above)[0].startswith("A heading")
    assert (texts(layout.left), texts(layout.right)) == (SIDE, MAIN)
    assert texts(layout.below)[0].startswith("A footing")


def test_columns_inside_columns_are_cut_too():
    grid = [*column(["Rust", "Go", "SQL", "Bash"], 200, 200), *column(["Kafka", "Redis", "Linux", "Helm"], 300, 200)]
    side = column([f"{name} and more of it" for name in SIDE * 2], 0, 5, 23)
    rows = texts(arrange([*side, *column(MAIN, 200), *grid]))
    at = rows.index("Rust")
    assert rows[at : at + 8] == ["Rust", "Go", "SQL", "Bash", "Kafka", "Redis", "Linux", "Helm"]


def test_a_place_at_the_right_edge_stays_on_its_row():
    rows = arrange([*line("Norrland AB, Engineer", 0, 0), *line("Oslo", 280, 0), *line("x" * 60, 0, 40)])
    assert texts(rows)[0] == "Norrland AB, Engineer Oslo"


def test_words_far_apart_that_end_nowhere_are_lines_of_their_own():
    rows = arrange([*line("Languages", 0, 0), *line("Storage", 120, 0), *line("x" * 60, 0, 40)])
    assert texts(rows)[:2] == ["Languages", "Storage"]


def test_a_side_column_of_the_page_before_is_looked_for():
    words = [*line("Rust", 0, 0), *line("SQL", 0, 13), *column(MAIN[:6], 100)]
    assert lay_out(words, column=80).river is not None


def test_a_contact_block_beside_a_name_is_read_apart():
    words = [
        *line("Ada Berg", 0, 0, 20),
        *line("Engineer", 0, 20, 14),
        *column(["ada@example.org", "Oslo", "+47 555"], 350, -9, 19),
    ]
    words += column(["w " * 60], 0, 60)
    assert texts(arrange(words))[:5] == ["Ada Berg", "Engineer", "ada@example.org", "Oslo", "+47 555"]


def test_two_columns_that_may_be_a_table_are_uncertain():
    days = ["Days", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    hours = ["Open", "nine to five and later by appointment", "nine", "ten to four", "nine", "closed"]
    assert lay_out([*column(days, 0), *column(hours, 200)]).uncertain


def test_a_side_column_beside_longer_text_is_certain():
    side = [*column(SIDE[:4], 0), *line("English", 0, 58), *line("Norwegian", 0, 71)]
    layout = lay_out([*side, *column(MAIN, 100)])
    assert layout.river is not None
    assert not layout.uncertain


def test_an_address_at_the_right_edge_ends_no_row():
    head = [*line("Ada Berg", 0, -30, 20), *line("Oslo, Norway", 0, 0), *line("ada.berg@example.org", 140, 0)]
    assert texts(arrange(head)) == ["Ada Berg", "Oslo, Norway", "ada.berg@example.org"]

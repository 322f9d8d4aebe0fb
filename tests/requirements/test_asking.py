"""One sentence gives its demands, with the level and the words to quote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.job_description import JobReading

Read = Callable[[str], JobReading]


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        ("Familiarity with Docker", {"docker": "listed"}),
        ("Basic knowledge of Java and Docker", {"java": "listed", "docker": "listed"}),
        ("Strong Java and familiarity with Docker", {"java": "used", "docker": "listed"}),
        ("Familiarity with Docker, strong Java", {"docker": "listed", "java": "used"}),
        ("Docker", {"docker": "used"}),
        ("Docker in basic, boring offices", {"docker": "used"}),
    ],
)
def test_acquaintance_is_told_from_use(line: str, levels: dict[str, str], read: Read) -> None:
    target = read(f"Developer\n\nRequirements\n- Haskell\n- {line}\n").target
    assert {entry.id: entry.level for entry in target.requirements if entry.id != "haskell"} == levels


def test_a_posting_that_never_stops_is_quoted_around_the_demand(read: Read) -> None:
    filler = "and so on with many more words that say little " * 12
    text = f"Developer wanted with experience in Haskell {filler} and of course PostgreSQL {filler}"
    quotes = {entry.id: entry.quote for entry in read(text).target.requirements}
    quote = quotes["postgresql"]
    assert quote is not None
    assert "PostgreSQL" in quote.text
    assert len(quote.text) < 300
    assert text[quote.start : quote.end] == quote.text

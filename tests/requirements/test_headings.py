"""What a heading announces is told by its whole wording, else by a telling word in it."""

from __future__ import annotations

import pytest

from matcher.requirements.headings import Zone, guessed_zone, known_zone
from matcher.requirements.phrases import flatten
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("## What You'll Need:", Zone.REQUIRED),
        ("Nice to have (optional)", Zone.PREFERRED),
        ("3. Responsibilities", Zone.DUTIES),
        ("Perks & benefits", Zone.BENEFITS),
        ("Kestrels we have met", None),
    ],
)
def test_a_listed_heading_is_known_whatever_its_marks(heading: str, expected: Zone | None, taxonomy: Taxonomy) -> None:
    assert known_zone(flatten(heading), taxonomy.lexicon) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Cherries on the cake", Zone.PREFERRED),
        ("It would be lovely if you", Zone.PREFERRED),
        ("Brownie points for", Zone.PREFERRED),
        ("Not essential, but", Zone.PREFERRED),
        ("Lovely, but by no means needed", Zone.PREFERRED),
        ("What would set you apart", Zone.PREFERRED),
        ("No need to know", Zone.UNNEEDED),
        ("What you can leave at the door", Zone.UNNEEDED),
        ("Things that do not matter to us", Zone.UNNEEDED),
        ("What you cannot do without", Zone.REQUIRED),
        ("Kestrels", None),
    ],
)
def test_a_telling_word_speaks_for_a_heading_of_any_wording(
    heading: str, expected: Zone | None, taxonomy: Taxonomy
) -> None:
    assert guessed_zone(flatten(heading), taxonomy.lexicon) is expected

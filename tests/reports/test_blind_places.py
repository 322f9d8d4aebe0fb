from __future__ import annotations

import pytest

from matcher.reports.blind_places import blind_places
from matcher.reports.blind_text import cover, settle
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("schools", "BSc, University of the West of England", "BSc, [school]"),
        ("schools", "at Northern College of Art and Design with Go", "at [school] with Go"),
        ("schools", "graduated from Utkal Vidyapith", "graduated from [school]"),
        ("schools", "MongoDB University, AWS Academy, a high school", "MongoDB University, AWS Academy, a high school"),
        ("clubs", "led the Riverside Rowing Club", "led the [club]"),
        ("clubs", "spoke at Women in Tech Leeds", "spoke at [club]"),
        ("clubs", "member of Knights of St Mulumba", "member of [club]"),
        ("clubs", "built a club of services in society", "built a club of services in society"),
        ("streets", "12 Mill Lane, Leeds", "[address]"),
        ("streets", "12 rue de la Paix and Calle de Alcalá 22", "[address] and [address]"),
        ("streets", "Lindenstrasse 4a", "[address]"),
        ("streets", "12 services in a row", "12 services in a row"),
        ("homes", "based in Leeds, grew up in New York", "based in [place], grew up in [place]"),
    ],
)
def test_names_of_schools_clubs_and_places_are_found(kind: str, text: str, expected: str, taxonomy: Taxonomy) -> None:
    places = blind_places(taxonomy.lexicon.words)

    assert cover(text, settle(getattr(places, kind)(text)))[0] == expected

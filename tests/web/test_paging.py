from __future__ import annotations

import pytest

from matcher.web.paging import nearest, page_of


@pytest.mark.parametrize(
    ("said", "most", "place"),
    [("3", 5, 3), ("0", 5, 1), ("-3", 5, 1), ("soup", 5, 1), ("99999", 5, 5), ("9" * 400, 5, 1), ("1", 0, 1)],
)
def test_an_address_leads_to_the_nearest_place(said: str, most: int, place: int) -> None:
    assert nearest(said, most) == place


def test_a_list_is_cut_into_pages() -> None:
    assert page_of("abcdefg", "3", 3) == (3, 3, "g")
    assert page_of("", "1", 3) == (1, 1, "")

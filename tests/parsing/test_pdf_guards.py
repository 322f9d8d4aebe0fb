from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf_guards import Budget

TWELVE = Limits(
    **dict.fromkeys(("max_glyphs", "max_operators", "max_forms", "max_map_entries", "max_widths"), 12),
    max_total_stream_bytes=12,
    max_stream_bytes=9,
)
SPENDERS: dict[str, Callable[[Budget], None]] = {
    "glyphs": lambda budget: budget.spend_glyphs(4),
    "operators": lambda budget: budget.spend_operators(4),
    "forms": lambda budget: [budget.spend_form() for _ in range(4)],
    "map entries": lambda budget: budget.spend_map_entries(4),
    "widths": lambda budget: budget.spend_widths(4),
    "bytes": lambda budget: budget.spend_bytes(4),
}


@pytest.mark.parametrize("what", SPENDERS)
def test_a_budget_lasts_to_its_limit_and_not_beyond(what):
    budget = Budget(TWELVE)
    for _ in range(3):
        SPENDERS[what](budget)
    with pytest.raises(InputError) as caught:
        SPENDERS[what](budget)
    assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_a_range_is_checked_without_being_counted():
    budget = Budget(TWELVE)
    budget.check_map_range(12)
    budget.check_map_range(12)
    with pytest.raises(InputError):
        budget.check_map_range(13)


def test_one_fonts_map_is_checked_apart_from_the_others():
    budget = Budget(TWELVE)
    for _ in range(3):
        budget.check_font_map(12)
    with pytest.raises(InputError):
        budget.check_font_map(13)


def test_the_next_stream_may_use_what_is_left():
    budget = Budget(TWELVE)
    assert budget.stream_bytes_left == 9
    budget.spend_bytes(10)
    assert budget.stream_bytes_left == 2

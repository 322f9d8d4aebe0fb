from __future__ import annotations

import pytest

from matcher.domain.dates import PartialDate


@pytest.mark.parametrize(("date", "text"), [(PartialDate(2019), "2019"), (PartialDate(2019, 3), "2019-03")])
def test_a_date_is_written_as_precisely_as_it_is_known(date: PartialDate, text: str) -> None:
    assert str(date) == text

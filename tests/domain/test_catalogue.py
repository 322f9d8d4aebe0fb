from __future__ import annotations

import pytest

from matcher.domain.catalogue import Policy


def test_a_number_of_judgement_is_asked_for_by_name() -> None:
    policy = Policy({"stale-years": 8})

    assert policy["stale-years"] == 8
    with pytest.raises(KeyError):
        policy["unheard-of"]

from __future__ import annotations

from matcher.domain.judgement import Shortfall, Status, Verdict


def test_verdicts_and_statuses_are_those_of_the_contract() -> None:
    assert [status.value for status in Status] == ["met", "partial", "missing"]
    assert [v.value for v in Verdict] == ["demonstrated", "listed", "related", "disclaimed", "absent"]


def test_every_shortfall_has_a_name_that_can_stand_in_json() -> None:
    assert all(shortfall.value.replace("_", "").isalpha() for shortfall in Shortfall)

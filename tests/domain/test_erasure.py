from __future__ import annotations

from matcher.domain.erasure import Cause, Receipt


def test_a_receipt_has_no_room_for_names_or_text() -> None:
    assert set(Receipt.__slots__) == {"id", "team_id", "subject_id", "because", "actor_id", "erased_at", "counts"}
    assert {cause.value for cause in Cause} == {"request", "retention", "screening"}

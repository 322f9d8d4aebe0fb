from __future__ import annotations

from matcher.domain.people import SkillWish


def test_a_wish_for_a_skill_alone_asks_for_no_time() -> None:
    wish = SkillWish(("go",))

    assert (wish.months, wish.since) == (0, None)

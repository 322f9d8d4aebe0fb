from __future__ import annotations

import re

from matcher.storage.ids import LOCAL_TEAM, LOCAL_USER, new_id


def test_an_id_tells_its_kind_and_nothing_else() -> None:
    made = {new_id("scr") for _ in range(200)}

    assert len(made) == 200
    assert all(re.fullmatch(r"scr_[0-9a-f]{24}", one) for one in made)


def test_the_ids_of_the_built_in_team_and_user_can_be_told_from_made_ones() -> None:
    assert not {LOCAL_TEAM, LOCAL_USER} & {new_id("team"), new_id("usr")}
    assert LOCAL_TEAM.startswith("team_")
    assert LOCAL_USER.startswith("usr_")

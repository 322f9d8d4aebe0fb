from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from matcher.domain.workspace import User, UserRole

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "may"),
    [("viewer", ["viewer"]), ("recruiter", ["viewer", "recruiter"]), ("administrator", list(UserRole))],
)
def test_a_role_may_do_what_lower_roles_may(role: str, may: list[str]) -> None:
    assert [other for other in UserRole if UserRole(role).includes(other)] == may


def test_a_disabled_user_is_not_active() -> None:
    user = User("usr_1", "team_1", "ada", "Ada", UserRole.RECRUITER, NOW)

    assert user.active
    assert not replace(user, disabled_at=NOW).active

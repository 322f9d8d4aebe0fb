from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.cli import main
from matcher.storage.database import Database
from matcher.storage.keys import key_behind


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'matcher.db'}"


def run(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["keys", *arguments, "--database", url])


def opens(url: str, text: str) -> bool:
    database = Database.open(url)
    with database.read() as connection:
        found = key_behind(connection, text, datetime.now(tz=UTC))
    database.close()
    return found is not None


def test_a_key_is_made_listed_rotated_and_revoked(url: str) -> None:
    made = run(url, "add", "Our ATS", "--scope", "match:write", "--days", "30")
    first = made.stdout.strip()
    prefix = first[:16]
    assert (made.exit_code, opens(url, first)) == (0, True)

    listed = run(url, "list").stdout
    assert prefix in listed
    assert first not in listed
    assert "Our ATS  match:write" in listed

    second = run(url, "rotate", prefix).stdout.strip()
    assert (opens(url, first), opens(url, second)) == (True, True)

    assert run(url, "revoke", prefix).exit_code == 0
    assert (opens(url, first), opens(url, second)) == (False, True)
    assert f"{prefix}  revoked" in run(url, "list").stdout


def test_an_unknown_prefix_or_team_is_told(url: str) -> None:
    for arguments in (("revoke", "matcher_none"), ("rotate", "matcher_none"), ("add", "ATS", "--team", "nobody")):
        result = run(url, *arguments)
        assert result.exit_code != 0
        assert "There is no" in result.output


def test_without_keys_the_list_says_so(url: str) -> None:
    assert run(url, "list").stderr == "There are no keys.\n"

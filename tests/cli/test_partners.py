from __future__ import annotations

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from matcher.cli import main
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.partner_reports import note_report
from matcher.storage.partners import find_connection
from matcher.storage.sealing import Seal


@pytest.mark.parametrize("seal", ["a key", ""])
def test_a_key_of_ashby_is_kept_sealed(database_url: str, seal: str) -> None:
    asked = CliRunner(env={"MATCHER_SEAL_KEY": seal}).invoke(
        main, ["partners", "connect", "ashby", "--database", database_url], input="the secret\n"
    )

    assert (asked.exit_code, "the secret" in asked.output) == (0, False)
    database = Database.open(database_url)
    with database.read() as connection:
        kept = find_connection(connection, LOCAL_TEAM, "ashby")
    database.close()
    assert kept is not None
    assert "the secret" not in str(kept.credentials)
    if seal:
        assert Seal(seal).open(str(kept.credentials)) == "the secret"


def test_reports_are_listed_so_that_nothing_steers_the_terminal(database_url: str) -> None:
    call = ["partners", "reports", "--database", database_url]
    assert CliRunner().invoke(main, call).output == "There are none.\n"
    database = Database.open(database_url)
    with database.write() as connection:
        from matcher.storage.accounts import ensure_local

        now = datetime(2026, 11, 20, tzinfo=UTC)
        team = ensure_local(connection, now).team_id
        note_report(connection, team, "greenhouse", call="list\x1b[2J", order=None, errors=["\x1b]0;x"], now=now)
    database.close()

    told = CliRunner().invoke(main, call).output
    assert "greenhouse" in told
    assert "\x1b" not in told

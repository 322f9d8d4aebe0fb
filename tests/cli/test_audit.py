from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from matcher.cli import main
from matcher.storage.audit import append_audit
from matcher.storage.database import Database
from matcher.storage.teams import add_team


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """48 of 80 men and 21 of 50 women are selected."""
    rows = [("Male", number < 48) for number in range(80)] + [("Female", number < 21) for number in range(50)]
    results, groups = tmp_path / "ranking.csv", tmp_path / "categories.csv"
    results.write_text(
        "id,selected\n" + "".join(f"{at},{'yes' if one else 'no'}\n" for at, (_, one) in enumerate(rows))
    )
    groups.write_text("id,sex\n" + "".join(f"{at},{sex}\n" for at, (sex, _) in enumerate(rows)))
    return str(results), str(groups)


def test_the_audit_is_printed_as_json(files: tuple[str, str]) -> None:
    done = CliRunner().invoke(main, ["audit", "bias", files[0], "--categories", files[1], "--format", "json"])

    groups = {one["category"]: one["selection"] for one in json.loads(done.stdout)["groups"]}
    assert done.exit_code == 0
    assert groups["Female"]["impact_ratio"] == 0.7


def test_the_audit_is_printed_as_csv(files: tuple[str, str]) -> None:
    done = CliRunner().invoke(main, ["audit", "bias", files[0], "--categories", files[1]])

    assert done.exit_code == 0
    assert '"sex","Female","50","50","21","0.42","0.7","yes"' in done.stdout


def test_a_table_without_ids_is_one_error_object(files: tuple[str, str], tmp_path: Path) -> None:
    bare = tmp_path / "bare.csv"
    bare.write_text("score\n1\n")

    done = CliRunner().invoke(main, ["audit", "bias", str(bare), "--categories", files[1]])

    assert done.exit_code == 1
    assert json.loads(done.stdout)["error"]["code"] == "file_corrupt"


def test_the_categories_are_asked_for(files: tuple[str, str]) -> None:
    assert CliRunner().invoke(main, ["audit", "bias", files[0]]).exit_code == 2


@pytest.fixture
def logged(tmp_path: Path) -> tuple[str, str]:
    """A database whose one team has three entries, and the hash of the last."""
    url, now = f"sqlite:///{tmp_path / 'matcher.db'}", datetime(2026, 11, 20, tzinfo=UTC)
    database = Database.open(url)
    database.upgrade()
    with database.write() as connection:
        team = add_team(connection, "Hiring", now=now)
        for action in ("screening_made", "decision", "export"):
            last = append_audit(connection, team.id, actor="usr_1", action=action, subject="scr_1", now=now)
    database.close()
    return url, last.hash


def verify(url: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["audit", "verify", "--database", url, *more])


def test_a_sound_chain_is_told_with_its_last_hash(logged: tuple[str, str]) -> None:
    url, last = logged
    done = verify(url, "--noted", last)

    assert done.exit_code == 0
    assert f"Hiring: 3 entries, all fit. Last hash: {last}" in done.output


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE audit_log SET action = 'note' WHERE sequence = 2", "entry 2 of 3 does not fit (content)"),
        ("DELETE FROM audit_log WHERE sequence = 1", "entry 2 of 2 does not fit (order)"),
        ("DELETE FROM audit_log WHERE sequence = 3", "No entry has the hash"),
    ],
)
def test_what_was_changed_is_found(change: str, told: str, logged: tuple[str, str]) -> None:
    url, last = logged
    database = Database.open(url)
    with database.write() as connection:
        connection.execute(text(change))
    database.close()
    done = verify(url, "--noted", last)

    assert done.exit_code == 1
    assert told in done.output

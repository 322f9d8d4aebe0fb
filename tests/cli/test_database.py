from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from matcher.cli import main
from matcher.storage.database import Database


def test_upgrade_makes_the_tables_and_tells_the_revision(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'matcher.db'}"

    result = CliRunner().invoke(main, ["database", "upgrade", "--database", url])

    assert result.exit_code == 0
    opened = Database.open(url)
    assert opened.revision() is not None
    assert f"(revision {opened.revision()})" in result.output
    opened.close()


def test_the_environment_names_the_database_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'matcher.db'}"

    result = CliRunner().invoke(main, ["database", "upgrade"], env={"MATCHER_DATABASE": url})

    assert result.exit_code == 0
    assert (tmp_path / "matcher.db").is_file()


def test_without_a_database_the_command_tells_how_to_name_one() -> None:
    result = CliRunner().invoke(main, ["database", "upgrade"], env={"MATCHER_DATABASE": ""})

    assert result.exit_code == 2
    assert "MATCHER_DATABASE" in result.output


def test_a_database_that_cannot_be_used_is_told_in_one_line() -> None:
    result = CliRunner().invoke(main, ["database", "upgrade", "--database", "mysql://u:secret@h/d"])

    assert result.exit_code == 1
    assert "not known" in result.output
    assert "secret" not in result.output

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from matcher.cli import main


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

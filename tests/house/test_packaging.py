"""What is shipped: the wheel holds all data, the pins name no host, nothing tells where it was made."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "matcher",
    "pyproject.toml",
    "skills_taxonomy",
    "templates",
    "tests",
}
FOREIGN = re.compile(
    r"/(?:root|work|home/\w+|tmp/bash_jobs)/|index-url|files\.pythonhosted|https?://[^\s\"']*/simple\b"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names inside a wheel built from the tree."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT],
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(out.glob("*.whl"))).namelist()


@pytest.mark.parametrize("folder", ["skills_taxonomy", "templates"])
def test_the_wheel_carries_every_data_file(wheel: list[str], folder: str) -> None:
    shipped = [
        p
        for p in (ROOT / folder).rglob("*")
        if p.is_file() and not p.name.endswith(".compiled.json") and p.parent.name != "statements"
    ]

    missing = [p.name for p in shipped if f"matcher/_data/{p.relative_to(ROOT).as_posix()}" not in wheel]

    assert shipped
    assert missing == []


def test_the_wheel_carries_styles_samples_and_no_tests(wheel: list[str]) -> None:
    assert "matcher/web/static/matcher.css" in wheel
    assert "matcher/samples/resume.pdf" in wheel
    assert not [name for name in wheel if name.startswith("tests/")]


def test_the_wheel_carries_the_migrations_of_the_database(wheel: list[str]) -> None:
    versions = [path.name for path in (ROOT / "matcher/storage/migrations/versions").glob("v*.py")]

    assert versions
    assert [name for name in versions if f"matcher/storage/migrations/versions/{name}" not in wheel] == []
    assert "matcher/storage/migrations/env.py" in wheel


def test_the_wheel_carries_the_weights_but_neither_statements_nor_training(wheel: list[str]) -> None:
    assert "matcher/_data/skills_taxonomy/lexicon/statement_model.npz" in wheel
    assert not [name for name in wheel if "statements/" in name or name.startswith("matcher/training")]


def test_the_top_level_holds_what_is_expected_there_and_no_more() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    entries = {name.split("/")[0] for name in listed}

    assert {entry for entry in entries if not entry.startswith(".")} == TOP_LEVEL


def test_the_pins_are_plain_versions() -> None:
    pins = (ROOT / ".ci" / "constraints.txt").read_text("utf-8").split()

    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[\w.\-]+==[\w.!+]+", pin)] == []


def test_no_file_names_the_machine_it_was_made_on() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found = []
    for name in listed:
        path = ROOT / name
        if not path.is_file() or path == Path(__file__).resolve():
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{name}: {match.group()}" for match in FOREIGN.finditer(text)]

    assert found == []

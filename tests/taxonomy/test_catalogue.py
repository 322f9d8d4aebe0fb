from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from matcher.cli.commands import main
from matcher.taxonomy.catalogue import catalogue
from matcher.taxonomy.index import Taxonomy


def test_the_catalogue_names_every_entry_once_as_a_heading_or_row(taxonomy: Taxonomy) -> None:
    text = catalogue(taxonomy)

    skills = re.findall(r"^\| [^|]+ \| `([a-z0-9_.]+)` \|", text.replace("\\|", ""), flags=re.MULTILINE)
    entries = re.findall(r"^`([a-z0-9_.-]+)`, ", text, flags=re.MULTILINE)
    assert skills == sorted(skills, key=list(taxonomy.skills).index)
    assert set(skills) == set(taxonomy.skills)
    assert set(entries) == {*taxonomy.roles, *taxonomy.requirements, *taxonomy.questions}
    assert len(entries) == len(set(entries))


def test_the_catalogue_is_the_same_each_time(taxonomy: Taxonomy) -> None:
    assert catalogue(taxonomy) == catalogue(taxonomy)


def test_signs_of_markdown_in_a_card_are_text(taxonomy: Taxonomy) -> None:
    assert "SELECT \\* on a wide table" in catalogue(taxonomy)


def test_the_command_writes_the_catalogue(taxonomy: Taxonomy, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.md"

    shown = CliRunner().invoke(main, ["taxonomy", "docs"])
    written = CliRunner().invoke(main, ["taxonomy", "docs", "--out", str(out)])

    assert (shown.exit_code, written.exit_code) == (0, 0)
    assert shown.stdout == out.read_text("utf-8") == catalogue(taxonomy)


def test_a_row_names_what_other_classifications_call_the_skill(taxonomy: Taxonomy) -> None:
    row = next(line for line in catalogue(taxonomy).splitlines() if "`databases.mysql`" in line)

    assert row.endswith("-a76f-91c16751e99f); O\\*NET 43232304 MySQL |")

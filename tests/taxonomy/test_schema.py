"""The shapes refuse what YAML lets slip through."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from matcher.taxonomy.schema import AreaFile, SkillEntry, TaxonomyFile


@pytest.mark.parametrize("identifier", ["Postgres", "databases", "databases.Postgres", "data-bases.x", "databases."])
def test_a_skill_id_is_area_dot_slug(identifier: str) -> None:
    with pytest.raises(ValidationError):
        SkillEntry(id=identifier, name="x")


@pytest.mark.parametrize("version", ["2026", "26.1", "v2026.1", "2026.1.1.1"])
def test_a_version_is_a_year_and_a_month(version: str) -> None:
    with pytest.raises(ValidationError):
        TaxonomyFile(version=version, areas=[])


def test_numbers_are_not_taken_for_words() -> None:
    with pytest.raises(ValidationError):
        AreaFile.model_validate({"area": "a", "title": 3, "skills": []})


def test_a_plain_entry_fills_its_defaults() -> None:
    entry = SkillEntry(id="databases.x", name="X")
    assert (entry.kind, entry.aliases, entry.spelling) == ("technology", [], True)

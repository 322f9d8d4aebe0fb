"""The bytes of the folder decide its hash."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import TaxonomyError
from matcher.taxonomy.folder import hash_contents, read_folder


def test_only_yaml_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "areas").mkdir()
    for name in ("tips.yaml", "areas/b.yaml", "areas/a.yml", "README.md", "compiled.json"):
        (tmp_path / name).write_text(name)
    assert list(read_folder(tmp_path)) == ["areas/a.yml", "areas/b.yaml", "tips.yaml"]


def test_an_empty_folder_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match=tmp_path.name):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    "other",
    [{"a": b"1", "b": b"3"}, {"a": b"1"}, {"a": b"1", "c": b"2"}, {"a": b"12", "b": b""}, {"ab": b"12"}],
)
def test_any_change_of_name_or_content_changes_the_hash(other: dict[str, bytes]) -> None:
    assert hash_contents({"a": b"1", "b": b"2"}) != hash_contents(other)


def test_the_order_of_reading_does_not_change_the_hash() -> None:
    assert hash_contents({"a": b"1", "b": b"2"}) == hash_contents({"b": b"2", "a": b"1"})

from __future__ import annotations

from pathlib import Path

import pytest

from matcher import resources
from matcher.errors import ResourceMissing


def test_the_data_is_found_beside_the_package_in_a_checkout() -> None:
    assert (resources.data_folder("skills_taxonomy") / "taxonomy.yaml").is_file()


def test_the_data_is_found_inside_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "matcher"
    (package / "_data" / "templates").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)

    assert resources.data_folder("templates") == package / "_data" / "templates"


def test_a_strangers_folder_is_not_mistaken_for_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "matcher")

    with pytest.raises(ResourceMissing, match="Reinstall"):
        resources.data_folder("templates")

"""Where the shipped data lies: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from matcher.errors import ResourceMissing

__all__ = ["data_folder"]

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: Literal["templates", "skills_taxonomy"]) -> Path:
    """Return the folder of shipped data.

    The look at pyproject.toml keeps a broken wheel from picking up a stranger's folder of the same name.

    Raises:
        ResourceMissing: the folder is in neither place.
    """
    installed = _PACKAGE / "_data" / name
    if installed.is_dir():
        return installed
    beside = _PACKAGE.parent / name
    if (_PACKAGE.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    raise ResourceMissing(name)

"""What every test may ask for: the shipped taxonomy, one matcher, the day that counts as today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.loader import load_taxonomy
from tests.databases import (  # noqa: F401 - fixtures for all tests
    database,
    database_url,
    empty_url,
    postgresql,
    postgresql_shared,
    sqlite_template,
)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    """The shipped taxonomy."""
    return load_taxonomy()


@pytest.fixture(scope="session")
def matcher(taxonomy: Taxonomy) -> Matcher:
    """One matcher for the whole run, as in the real process."""
    return Matcher(taxonomy)


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day that counts as today in tests."""
    return date(2026, 11, 1)


@pytest.fixture(scope="session")
def sample(root: Path) -> Upload:
    """The shipped sample resume."""
    path = root / "matcher" / "samples" / "resume.pdf"
    return Upload(path.read_bytes(), path.name)

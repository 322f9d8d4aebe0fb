"""What tests of storage share. ``database`` (tests/databases.py) runs each test on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest


@pytest.fixture
def now() -> datetime:
    """The moment at which things happen in tests."""
    return datetime(2026, 11, 20, 21, 10, tzinfo=UTC)

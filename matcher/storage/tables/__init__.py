"""The tables of the database, by concern; all of them stand in one ``METADATA``."""

from __future__ import annotations

from matcher.storage.tables import accounts, api, decisions, partners, people, profiles, record, screenings
from matcher.storage.tables.columns import METADATA

__all__ = [
    "METADATA",
    "accounts",
    "api",
    "decisions",
    "partners",
    "people",
    "profiles",
    "record",
    "screenings",
]

"""A screening to be worked off, of resumes that are plain text and therefore quick to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from matcher.domain.screenings import Screening, ScreeningItem
from matcher.pipeline import Matcher
from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.documents import add_document
from matcher.storage.items import list_items
from matcher.storage.screenings import add_items, add_screening
from matcher.work.records import target_to_json

NOW = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)


def resume(number: int) -> bytes:
    """A short resume that differs from all others."""
    return (
        f"Kim Tester {number}\nkim{number}@example.org\n\nExperience\n"
        f"Back-End Engineer, Firm {number}\n2019 - present\n"
        f"- Built {number} services in Python and PostgreSQL behind a REST API\n"
        f"- Ran them on Kubernetes and cut their cost by {number} percent\n\nSkills\nPython, PostgreSQL, Docker\n"
    ).encode()


@dataclass(frozen=True)
class Stack:
    """A screening in a database, with what tests ask about it."""

    database: Database
    screening: Screening

    @property
    def team(self) -> str:
        return self.screening.team_id

    def items(self) -> tuple[ScreeningItem, ...]:
        with self.database.read() as connection:
            return list_items(connection, self.team, self.screening.id)


MakeStack = Callable[[Sequence[bytes]], Stack]


@pytest.fixture
def make_stack(database: Database, matcher: Matcher) -> MakeStack:
    """Puts files into a new screening against the senior role."""

    def make(files: Sequence[bytes]) -> Stack:
        until = NOW + timedelta(days=90)
        with database.write() as connection:
            user = ensure_local(connection, NOW)
            screening = add_screening(
                connection,
                user.team_id,
                title="Senior",
                target=target_to_json(matcher.role("senior-backend-engineer")),
                taxonomy=(matcher.taxonomy.version, matcher.taxonomy.hash),
                as_of=date(2026, 11, 20),
                blind=True,
                created_by=user.id,
                now=NOW,
                expires_at=until,
            )
            documents = [
                add_document(
                    connection,
                    user.team_id,
                    data,
                    file_name=f"kim-{number}.txt",
                    source="screening",
                    created_by=user.id,
                    now=NOW,
                    expires_at=until,
                )
                for number, data in enumerate(files, start=1)
            ]
            add_items(connection, user.team_id, screening.id, documents, now=NOW)
        return Stack(database, screening)

    return make

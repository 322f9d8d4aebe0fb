"""What all tables share: the names of constraints, moments in UTC, and columns that many tables have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Integer, MetaData, String, TypeDecorator
from sqlalchemy.engine import Dialect

__all__ = ["DIGEST", "IDENT", "METADATA", "UtcMoment", "ident", "one_of", "queue", "refer"]

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
IDENT = String(40)
DIGEST = String(64)


class UtcMoment(TypeDecorator[datetime]):
    """A moment: goes in with any time zone and comes out in UTC, also where the database knows no zones (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Take a moment in; one without a time zone could be any of 24 and is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "A moment needs its time zone."
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give a moment out in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def ident() -> Column[str]:
    """Return the primary key: an opaque id with a prefix."""
    return Column("id", IDENT, primary_key=True)


def refer(
    name: str,
    to: str,
    *,
    null: bool = False,
    on_delete: str = "RESTRICT",
    index: bool = False,
    key: bool = False,
) -> Column[str]:
    """Return a column that holds the id of a row of another table; ``key`` makes it part of the primary key."""
    link = ForeignKey(f"{to}.id", ondelete=on_delete)
    return Column(name, IDENT, link, nullable=null, index=index, primary_key=key)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Return the rule that a column holds one of a few words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def queue() -> tuple[Column[Any], ...]:
    """Return the columns of a row that is work to be done: claimed with a lease, tried a few times, then failed."""
    return (
        Column("status", String(16), nullable=False),
        Column("attempts", Integer, nullable=False, default=0),
        Column("run_after", UtcMoment, nullable=False),
        Column("lease_until", UtcMoment),
        Column("lease_owner", IDENT),
    )

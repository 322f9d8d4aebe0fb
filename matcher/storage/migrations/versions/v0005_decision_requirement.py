"""The requirement that a decision rests on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    op.add_column("decisions", sa.Column("requirement", sa.String(120)))


def downgrade() -> None:
    """Drop the column with what it holds."""
    op.drop_column("decisions", "requirement")

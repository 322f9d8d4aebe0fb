"""The tables of candidates, screenings and what people decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from matcher.storage.tables.columns import UtcMoment

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _candidates()
    _documents()
    _document_skills()
    _screenings()
    _screening_items()
    _decisions()
    _notes()
    _unblindings()


def downgrade() -> None:
    """Drop the tables with all that they hold."""
    for table in (
        "unblindings",
        "notes",
        "decisions",
        "screening_items",
        "screenings",
        "document_skills",
        "documents",
        "candidates",
    ):
        op.drop_table(table)


def _candidates() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=255), nullable=False),
        sa.Column("external_id", sa.String(length=255)),
        sa.Column("pooled", sa.Boolean(), nullable=False),
        sa.Column("consent_on", sa.Date()),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        _refers("candidates", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_candidates"),
    )
    op.create_index("ix_candidates_expires_at", "candidates", ["expires_at"])
    op.create_index("ix_candidates_team_id", "candidates", ["team_id"])
    op.create_index("ix_candidates_team_id_external_id", "candidates", ["team_id", "external_id"])


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("candidate_id", sa.String(length=40)),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("external_id", sa.String(length=255)),
        sa.Column("created_by", sa.String(length=40), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("text_sha256", sa.String(length=64)),
        sa.Column("text_sketch", sa.Text()),
        sa.Column("format", sa.String(length=16)),
        sa.Column("pages", sa.Integer()),
        sa.Column("reading", sa.LargeBinary()),
        sa.Column("reading_version", sa.String(length=80)),
        sa.Column("read_at", UtcMoment()),
        sa.CheckConstraint("source IN ('screening', 'pool', 'api', 'partner')", name=op.f("ck_documents_source_known")),
        _refers("documents", "candidate_id", "candidates", "CASCADE"),
        _refers("documents", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    op.create_index("ix_documents_candidate_id", "documents", ["candidate_id"])
    op.create_index("ix_documents_expires_at", "documents", ["expires_at"])
    op.create_index("ix_documents_team_id_sha256", "documents", ["team_id", "sha256"])
    op.create_index("ix_documents_team_id_text_sha256", "documents", ["team_id", "text_sha256"])


def _document_skills() -> None:
    op.create_table(
        "document_skills",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("skill", sa.String(length=120), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer()),
        sa.Column("last_used", sa.Date()),
        _refers("document_skills", "document_id", "documents", "CASCADE"),
        _refers("document_skills", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("document_id", "skill", name="pk_document_skills"),
    )
    op.create_index("ix_document_skills_team_id_skill_months", "document_skills", ["team_id", "skill", "months"])


def _screenings() -> None:
    op.create_table(
        "screenings",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("profile_version_id", sa.String(length=40)),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("taxonomy_version", sa.String(length=40), nullable=False),
        sa.Column("taxonomy_hash", sa.String(length=64), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("assessment", sa.Text()),
        sa.Column("rerun_of", sa.String(length=40)),
        sa.Column("created_by", sa.String(length=40), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        sa.Column("cancelled_at", UtcMoment()),
        _refers("screenings", "created_by", "users", "RESTRICT"),
        _refers("screenings", "profile_version_id", "role_profile_versions", "RESTRICT"),
        _refers("screenings", "rerun_of", "screenings", "SET NULL"),
        _refers("screenings", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_screenings"),
    )
    op.create_index("ix_screenings_expires_at", "screenings", ["expires_at"])
    op.create_index("ix_screenings_profile_version_id", "screenings", ["profile_version_id"])
    op.create_index("ix_screenings_rerun_of", "screenings", ["rerun_of"])
    op.create_index("ix_screenings_team_id_created_at", "screenings", ["team_id", "created_at"])


def _screening_items() -> None:
    op.create_table(
        "screening_items",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("screening_id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("run_after", UtcMoment(), nullable=False),
        sa.Column("lease_until", UtcMoment()),
        sa.Column("lease_owner", sa.String(length=40)),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("finished_at", UtcMoment()),
        sa.Column("error_code", sa.String(length=40)),
        sa.Column("error_message", sa.String(length=500)),
        sa.Column("error_remedy", sa.String(length=500)),
        sa.Column("duplicate_of", sa.String(length=40)),
        sa.Column("near_duplicate_of", sa.String(length=40)),
        sa.Column("report", sa.Text()),
        sa.Column("report_sha256", sa.String(length=64)),
        sa.Column("score_value", sa.Float()),
        sa.Column("score_low", sa.Float()),
        sa.Column("score_high", sa.Float()),
        sa.Column("required_met", sa.Integer()),
        sa.Column("required_partial", sa.Integer()),
        sa.Column("required_total", sa.Integer()),
        sa.Column("preferred_met", sa.Integer()),
        sa.Column("preferred_partial", sa.Integer()),
        sa.Column("preferred_total", sa.Integer()),
        sa.Column("required_missing", sa.Text()),
        sa.Column("required_weak", sa.Text()),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'done', 'failed', 'cancelled')",
            name=op.f("ck_screening_items_status_known"),
        ),
        _refers("screening_items", "document_id", "documents", "CASCADE"),
        _refers("screening_items", "duplicate_of", "screening_items", "SET NULL"),
        _refers("screening_items", "near_duplicate_of", "screening_items", "SET NULL"),
        _refers("screening_items", "screening_id", "screenings", "CASCADE"),
        _refers("screening_items", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_screening_items"),
        sa.UniqueConstraint("screening_id", "position", name="uq_screening_items_screening_id_position"),
    )
    _screening_items_indexes()


def _screening_items_indexes() -> None:
    op.create_index("ix_screening_items_document_id", "screening_items", ["document_id"])
    op.create_index("ix_screening_items_duplicate_of", "screening_items", ["duplicate_of"])
    op.create_index("ix_screening_items_near_duplicate_of", "screening_items", ["near_duplicate_of"])
    op.create_index("ix_screening_items_screening_id_status", "screening_items", ["screening_id", "status"])
    op.create_index("ix_screening_items_status_run_after", "screening_items", ["status", "run_after"])
    op.create_index("ix_screening_items_team_id", "screening_items", ["team_id"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("item_id", sa.String(length=40), nullable=False),
        sa.Column("choice", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=40), nullable=False),
        sa.Column("decided_at", UtcMoment(), nullable=False),
        sa.CheckConstraint("choice IN ('advance', 'hold', 'decline')", name=op.f("ck_decisions_choice_known")),
        _refers("decisions", "decided_by", "users", "RESTRICT"),
        _refers("decisions", "item_id", "screening_items", "CASCADE"),
        _refers("decisions", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_item_id_decided_at", "decisions", ["item_id", "decided_at"])


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("item_id", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by", sa.String(length=40), nullable=False),
        sa.Column("written_at", UtcMoment(), nullable=False),
        _refers("notes", "item_id", "screening_items", "CASCADE"),
        _refers("notes", "team_id", "teams", "RESTRICT"),
        _refers("notes", "written_by", "users", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
    )
    op.create_index("ix_notes_item_id", "notes", ["item_id"])


def _unblindings() -> None:
    op.create_table(
        "unblindings",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("item_id", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.String(length=40), nullable=False),
        sa.Column("lifted_at", UtcMoment(), nullable=False),
        _refers("unblindings", "item_id", "screening_items", "CASCADE"),
        _refers("unblindings", "lifted_by", "users", "RESTRICT"),
        _refers("unblindings", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_unblindings"),
    )
    op.create_index("ix_unblindings_item_id", "unblindings", ["item_id"])


def _refers(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=on_delete)

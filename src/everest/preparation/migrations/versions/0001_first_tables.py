"""The first tables: preparation, file, field, version, take."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_OWNER = "preparation.id"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "preparation",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("workspace", sa.String(64), nullable=False, index=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "file",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(
            "preparation",
            sa.String(32),
            sa.ForeignKey(_OWNER, ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "field",
        sa.Column("preparation", sa.String(32), sa.ForeignKey(_OWNER, ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.String(120), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("preparation", sa.String(32), sa.ForeignKey(_OWNER, ondelete="CASCADE"), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_version_of", "version", ["preparation", "key"])
    op.create_table(
        "take",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column(
            "preparation",
            sa.String(32),
            sa.ForeignKey(_OWNER, ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("audio", sa.LargeBinary, nullable=True),
    )


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in ("take", "version", "field", "file", "preparation"):
        op.drop_table(table)

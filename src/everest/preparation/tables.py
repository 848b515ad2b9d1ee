"""The tables. Everything hangs on a preparation and goes when it goes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The schema that the migrations build up to."""


class PreparationRow(Base):
    """A preparation as JSON, with what a list needs beside it."""

    __tablename__ = "preparation"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    workspace: Mapped[str] = mapped_column(String(64), index=True)
    title: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    body: Mapped[str] = mapped_column(Text)


class FileRow(Base):
    """A document that was given: résumé, posting, company page."""

    __tablename__ = "file"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    preparation: Mapped[str] = mapped_column(ForeignKey("preparation.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class FieldRow(Base):
    """What was typed into a field of a page, saved as it was typed."""

    __tablename__ = "field"
    preparation: Mapped[str] = mapped_column(
        ForeignKey("preparation.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    saved: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class VersionRow(Base):
    """An earlier wording of an answer."""

    __tablename__ = "version"
    __table_args__ = (Index("ix_version_of", "preparation", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    preparation: Mapped[str] = mapped_column(ForeignKey("preparation.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    saved: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class TakeRow(Base):
    """A rehearsal: what was said, how, and the audio if it may be kept."""

    __tablename__ = "take"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    preparation: Mapped[str] = mapped_column(ForeignKey("preparation.id", ondelete="CASCADE"), index=True)
    made: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    body: Mapped[str] = mapped_column(Text)
    audio: Mapped[bytes | None] = mapped_column(LargeBinary, nullable=True)

"""Keeps preparations, with their files, typed fields, versions and takes.

Every method works within one workspace: nothing of another is seen or touched. A save is one transaction;
what was typed is on disk when ``save_field`` returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from everest.errors import NotFound, StoreError
from everest.preparation import codec
from everest.preparation.database import default_data_dir, open_engine
from everest.preparation.tables import FieldRow, FileRow, PreparationRow, TakeRow, VersionRow

if TYPE_CHECKING:
    from everest.preparation.model import Preparation

BETWEEN_VERSIONS = timedelta(minutes=2)
SHRUNK = 0.7
"""A wording is kept as a version when it stood this long after the last, or lost more than this share of its length."""

PASSING = "draft."
"""Fields that only hold what is being typed until it is said; they leave no versions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of preparations."""

    id: str
    title: str
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A document given to a preparation. ``role``: resume, posting, company, reflection or audio."""

    role: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier wording."""

    text: str
    saved: datetime


@dataclass(frozen=True, slots=True)
class Take:
    """A rehearsal as stored; ``body`` is the JSON the rehearsal room writes."""

    id: str
    made: datetime
    body: str
    audio: bytes | None = None


class Store:
    """The preparations of one workspace.

    ``place`` is a folder (SQLite file ``everest.db`` inside; the system's data folder if None) or a database URL.

    Raises:
        StoreError: if the place cannot be opened.
    """

    def __init__(self, place: Path | str | None = None, *, workspace: str = "local") -> None:
        self.workspace = workspace
        self.place = place if place is not None else default_data_dir()
        self._engine = open_engine(self.place)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def save(self, preparation: Preparation, files: tuple[StoredFile, ...] = ()) -> None:
        """Save a preparation; ``files``, when given, replace those kept with it."""
        with self._session() as session:
            row = session.get(PreparationRow, preparation.id)
            if row is not None and row.workspace != self.workspace:
                raise NotFound("No such preparation.", where=preparation.id)
            values = {
                "title": preparation.title,
                "created": preparation.created,
                "updated": preparation.updated,
                "body": codec.to_json(preparation, indent=None),
            }
            if row is None:
                session.add(PreparationRow(id=preparation.id, workspace=self.workspace, **values))
            else:
                for name, value in values.items():
                    setattr(row, name, value)
            if files:
                session.flush()
                session.execute(delete(FileRow).where(FileRow.preparation == preparation.id))
                session.add_all(FileRow(preparation=preparation.id, **_columns(file)) for file in files)

    def entries(self) -> tuple[Entry, ...]:
        """List the preparations, the last touched first."""
        columns = (PreparationRow.id, PreparationRow.title, PreparationRow.created, PreparationRow.updated)
        query = select(*columns).where(PreparationRow.workspace == self.workspace)
        with self._session() as session:
            rows = session.execute(query.order_by(PreparationRow.updated.desc(), PreparationRow.id)).all()
        return tuple(Entry(row.id, row.title, _utc(row.created), _utc(row.updated)) for row in rows)

    def get(self, id_: str) -> Preparation:
        """Open a preparation by its id, or by the beginning of its id where that is unique.

        Raises:
            NotFound: if there is none, or more than one.
        """
        with self._session() as session:
            return codec.from_json(self._row(session, id_).body, where=id_)

    def delete(self, id_: str) -> str:
        """Delete a preparation and everything that hangs on it; return its title."""
        with self._session() as session:
            row = self._row(session, id_)
            title = row.title
            for table in (FileRow, FieldRow, VersionRow, TakeRow):
                session.execute(delete(table).where(table.preparation == row.id))
            session.delete(row)
        self._forget()
        return title

    def files(self, id_: str) -> tuple[StoredFile, ...]:
        """Return the documents kept with a preparation."""
        with self._session() as session:
            row = self._row(session, id_)
            rows = session.scalars(
                select(FileRow).where(FileRow.preparation == row.id).order_by(FileRow.id)
            ).all()
            return tuple(StoredFile(file.role, file.name, file.content) for file in rows)

    def save_field(
        self, id_: str, key: str, value: str, *, base: str | None = None, now: datetime | None = None
    ) -> bool:
        """Keep what was typed into a field; earlier wordings stay as versions, at most one for two minutes of typing.

        ``base`` is the wording this one was typed over. Returns True where another wording was kept meanwhile, as
        from a second window; it always stays as a version.
        """
        now = now or datetime.now(UTC)
        with self._session() as session:
            owner = self._row(session, id_).id
            row = session.get(FieldRow, (owner, key))
            if row is None:
                session.add(FieldRow(preparation=owner, key=key, value=value, saved=now))
                return False
            crossed = base is not None and row.value not in (base, value)
            if row.value.strip() and row.value != value and not key.startswith(PASSING):
                latest = self._versions(owner, key).limit(1)
                last = session.scalars(latest).first()
                if crossed or _is_worth_keeping(row, value, last):
                    session.add(VersionRow(preparation=owner, key=key, text=row.value, saved=row.saved))
            row.value, row.saved = value, now
            return crossed

    def fields(self, id_: str) -> dict[str, str]:
        """Return all that was typed, by field."""
        with self._session() as session:
            owner = self._row(session, id_).id
            rows = session.scalars(select(FieldRow).where(FieldRow.preparation == owner)).all()
            return {row.key: row.value for row in rows}

    def versions(self, id_: str, key: str) -> tuple[Version, ...]:
        """Return earlier wordings of a field, the newest first."""
        with self._session() as session:
            owner = self._row(session, id_).id
            rows = session.scalars(self._versions(owner, key)).all()
            return tuple(Version(row.text, _utc(row.saved)) for row in rows)

    def save_take(self, id_: str, take: Take) -> None:
        """Keep a rehearsal with a preparation; the same take id replaces."""
        with self._session() as session:
            owner = self._row(session, id_).id
            kept = session.get(TakeRow, take.id)
            if kept is not None and kept.preparation != owner:
                raise NotFound("That rehearsal belongs to another preparation.", where=take.id)
            session.merge(
                TakeRow(id=take.id, preparation=owner, made=take.made, body=take.body, audio=take.audio)
            )

    def takes(self, id_: str) -> tuple[Take, ...]:
        """Return the rehearsals of a preparation, oldest first."""
        with self._session() as session:
            owner = self._row(session, id_).id
            rows = session.scalars(
                select(TakeRow).where(TakeRow.preparation == owner).order_by(TakeRow.made)
            ).all()
            return tuple(Take(row.id, _utc(row.made), row.body, row.audio) for row in rows)

    def delete_take(self, id_: str, take_id: str) -> None:
        """Delete one rehearsal, audio and all."""
        with self._session() as session:
            owner = self._row(session, id_).id
            session.execute(delete(TakeRow).where(TakeRow.preparation == owner, TakeRow.id == take_id))
        self._forget()

    def touch(self, id_: str, **changes: object) -> Preparation:
        """Change some fields of a saved preparation and return it as it now is."""
        changed = replace(self.get(id_), **changes, updated=datetime.now(UTC))  # type: ignore[arg-type]  # names are the caller's
        self.save(changed)
        return changed

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            raise StoreError(
                "The store of preparations could not be read or written.",
                where=str(self.place),
                todo="Check that the disk has room and that no other program holds the file, then try again.",
            ) from error

    @staticmethod
    def _versions(owner: str, key: str) -> Select[VersionRow]:
        mine = select(VersionRow).where(VersionRow.preparation == owner, VersionRow.key == key)
        return mine.order_by(VersionRow.id.desc())

    def _row(self, session: Session, id_: str) -> PreparationRow:
        mine = select(PreparationRow).where(PreparationRow.workspace == self.workspace)
        prefix = id_.strip().lower()
        if prefix and prefix.isalnum():
            rows = session.scalars(mine.where(PreparationRow.id.startswith(prefix)).limit(2)).all()
            exact = [row for row in rows if row.id == prefix]
            if exact or len(rows) == 1:
                return (exact or list(rows))[0]
            if rows:
                raise NotFound("More than one preparation begins so.", where=id_, todo="Give more of its id.")
        raise NotFound("There is no such preparation.", where=id_, todo="`everest list` shows what is saved.")

    def _forget(self) -> None:
        """Make sure that what was deleted is gone from the file too, and from its log."""
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _is_worth_keeping(kept: FieldRow, value: str, last: VersionRow | None) -> bool:
    """Tell whether a wording should stay as a version: the first, one after a while, or one mostly taken out."""
    if last is None or len(value) < SHRUNK * len(kept.value):
        return True
    return _utc(kept.saved) - _utc(last.saved) >= BETWEEN_VERSIONS


def _columns(file: StoredFile) -> dict[str, object]:
    return {"role": file.role, "name": file.name, "content": file.content}


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

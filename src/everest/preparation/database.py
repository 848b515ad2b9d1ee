"""Opens the database and brings its tables up to date. The only way to a connection."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError

from everest.errors import StoreError

HEAD = "0001"
"""The newest migration; a test compares it with the migrations folder."""


def default_data_dir() -> Path:
    """Return the folder where this system keeps a program's data (``EVEREST_DATA_DIR`` overrides)."""
    import os

    from platformdirs import user_data_path

    given = os.environ.get("EVEREST_DATA_DIR")
    return Path(given) if given else user_data_path("everest-coach", appauthor=False)


def open_engine(place: Path | str) -> Engine:
    """Open the SQLite file in a folder, or the database of a URL, with tables up to date.

    Raises:
        StoreError: if the folder cannot be written, or the file is not Everest's, or is of a newer Everest.
    """
    try:
        engine = create_engine(place) if isinstance(place, str) and "://" in place else _sqlite(Path(place))
        _migrate(engine)
    except (OSError, SQLAlchemyError) as error:
        raise StoreError(
            "The store of preparations cannot be opened.",
            where=str(place),
            todo="Check that the folder exists, is yours to write, and has room; or choose another with --data-dir.",
        ) from error
    return engine


def _sqlite(folder: Path) -> Engine:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(f"sqlite:///{folder / 'everest.db'}", connect_args={"timeout": 20})

    @event.listens_for(engine, "connect")
    def _prepare(connection, _record) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        cursor = connection.cursor()
        for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        current = _revision(connection)
    if current == HEAD:
        return
    if current and current > HEAD:
        raise StoreError(
            "The store was written by a newer Everest.", todo="Update Everest, then open it again."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection) -> str | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if not engine_has_versions(connection):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return str(row[0]) if row else None


def engine_has_versions(connection) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Tell whether the database has been migrated at least once."""
    from sqlalchemy import inspect

    return bool(inspect(connection).has_table("alembic_version"))

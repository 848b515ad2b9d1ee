"""Nothing a person typed is lost, nothing deleted remains, and nobody sees another's work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from everest.errors import BadInput, NotFound, StoreError
from everest.preparation import Store, StoredFile, Take, codec, database, export_file, import_file
from everest.preparation.tables import Base
from tests.preparation.made import preparation


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data")


def test_a_saved_preparation_comes_back_as_it_was(store: Store) -> None:
    made = preparation()
    store.save(made)
    assert store.get(made.id) == made


def test_the_beginning_of_an_id_is_enough_when_it_is_unique(store: Store) -> None:
    store.save(preparation("a1b2c3d4"))
    store.save(preparation("a1ffffff", "Another"))
    assert store.get("a1b").id == "a1b2c3d4"
    with pytest.raises(NotFound, match="More than one"):
        store.get("a1")


@pytest.mark.parametrize("id_", ["", "zzz", "%", "a1_2", "../x"])
def test_an_unknown_id_is_told_in_a_sentence(store: Store, id_: str) -> None:
    store.save(preparation())
    with pytest.raises(NotFound, match="everest list"):
        store.get(id_)


def test_the_last_touched_is_listed_first(store: Store) -> None:
    store.save(preparation("aaaa", "Old"))
    store.touch("aaaa", title="Fresh")
    store.save(preparation("bbbb", "Older"))
    assert [entry.title for entry in store.entries()] == ["Fresh", "Older"]


def at(minute: int, second: int = 0) -> datetime:
    return datetime(2026, 3, 3, 9, tzinfo=UTC) + timedelta(minutes=minute, seconds=second)


def test_an_answer_typed_over_leaves_its_earlier_wording(store: Store) -> None:
    store.save(preparation())
    for minute, wording in enumerate(("first", "second", "second", "third")):
        store.save_field("a1b2c3d4", "answer", wording, now=at(minute * 3))
    assert store.fields("a1b2c3d4") == {"answer": "third"}
    assert [version.text for version in store.versions("a1b2c3d4", "answer")] == ["second", "first"]


def test_steady_typing_leaves_one_wording_for_two_minutes(store: Store) -> None:
    store.save(preparation())
    for second in range(0, 300, 10):
        store.save_field("a1b2c3d4", "answer", "I want to grow. " * (second + 1), now=at(0, second))
    assert len(store.versions("a1b2c3d4", "answer")) == 3


def test_what_is_mostly_taken_out_is_kept_at_once(store: Store) -> None:
    store.save(preparation())
    for second, wording in enumerate(("a first try", "a first try at it", "a first try at it all", "gone")):
        store.save_field("a1b2c3d4", "answer", wording, now=at(0, second))
    assert store.versions("a1b2c3d4", "answer")[0].text == "a first try at it all"


def test_two_windows_on_one_field_lose_neither_wording(store: Store) -> None:
    store.save(preparation())
    store.save_field("a1b2c3d4", "answer", "the start")
    assert not store.save_field("a1b2c3d4", "answer", "the start, here", base="the start")
    assert store.save_field("a1b2c3d4", "answer", "the start, there", base="the start")
    kept = {version.text for version in store.versions("a1b2c3d4", "answer")}
    assert "the start, here" in kept
    assert store.fields("a1b2c3d4") == {"answer": "the start, there"}


def test_deleting_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    made = preparation()
    secret = b"a very private sentence about Ines"
    store.save(made, (StoredFile("resume", "cv.txt", secret),))
    store.save_field(made.id, "answer", secret.decode())
    store.save_take(made.id, Take("t1", datetime(2026, 3, 3, tzinfo=UTC), '{"said": "private"}', secret))
    assert any(secret in path.read_bytes() for path in tmp_path.iterdir())
    store.delete(made.id)
    store.close()
    assert store.entries() == ()
    for path in tmp_path.iterdir():
        assert secret not in path.read_bytes(), path


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.get("a1b2c3d4"),
        lambda s: s.delete("a1b2c3d4"),
        lambda s: s.files("a1b2c3d4"),
        lambda s: s.fields("a1b2c3d4"),
        lambda s: s.save_field("a1b2c3d4", "answer", "x"),
        lambda s: s.versions("a1b2c3d4", "answer"),
        lambda s: s.takes("a1b2c3d4"),
        lambda s: s.save_take("a1b2c3d4", Take("t", datetime(2026, 1, 1, tzinfo=UTC), "{}")),
        lambda s: s.delete_take("a1b2c3d4", "t"),
        lambda s: s.save(preparation()),
    ],
)
def test_one_workspace_never_reaches_into_another(tmp_path: Path, act) -> None:
    Store(tmp_path, workspace="one").save(preparation())
    other = Store(tmp_path, workspace="two")
    assert other.entries() == ()
    with pytest.raises(NotFound):
        act(other)


def test_a_take_of_one_preparation_cannot_be_moved_to_another(store: Store) -> None:
    store.save(preparation("aaaa"))
    store.save(preparation("bbbb"))
    take = Take("t1", datetime(2026, 3, 3, tzinfo=UTC), "{}")
    store.save_take("aaaa", take)
    with pytest.raises(NotFound):
        store.save_take("bbbb", take)


def test_an_export_holds_everything(store: Store, tmp_path: Path) -> None:
    made = preparation()
    store.save(made, (StoredFile("resume", "cv.txt", b"\x00words"),))
    for wording in ("one", "two"):
        store.save_field(made.id, "answer", wording)
    store.save_take(made.id, Take("t1", datetime(2026, 3, 3, tzinfo=UTC), '{"a": 1}', b"sound"))
    packed = export_file(store, made.id)
    other = Store(tmp_path / "elsewhere")
    assert import_file(other, packed) == made
    assert other.files(made.id) == store.files(made.id)
    assert other.fields(made.id) == {"answer": "two"}
    assert [version.text for version in other.versions(made.id, "answer")] == ["one"]
    assert other.takes(made.id) == store.takes(made.id)


def test_importing_twice_overwrites_nothing(store: Store) -> None:
    store.save(preparation())
    store.save_take("a1b2c3d4", Take("t1", datetime(2026, 3, 3, tzinfo=UTC), "{}"))
    copy = import_file(store, export_file(store, "a1b2c3d4"), new_id="ffff")
    assert copy.id == "ffff"
    assert {entry.id for entry in store.entries()} == {"a1b2c3d4", "ffff"}
    assert len(store.takes("a1b2c3d4")) == len(store.takes("ffff")) == 1


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\x05\x06" + b"\x00" * 18])
def test_a_file_that_is_no_export_is_refused_and_nothing_is_stored(store: Store, content: bytes) -> None:
    with pytest.raises(BadInput, match="not a file that Everest exported"):
        import_file(store, content)
    assert store.entries() == ()


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"schema_version": 1}', '{"schema_version": "1"}'])
def test_json_that_is_no_preparation_is_refused(body: str) -> None:
    with pytest.raises(BadInput):
        codec.from_json(body)


def test_a_preparation_of_a_newer_everest_is_refused_kindly() -> None:
    with pytest.raises(BadInput, match="newer Everest"):
        codec.from_json('{"schema_version": 99}')


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(StoreError, match="--data-dir"):
        Store(blocked)


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "everest.db").write_bytes(b"my diary, not a database" * 50)
    with pytest.raises(StoreError):
        Store(tmp_path)
    assert (tmp_path / "everest.db").read_bytes().startswith(b"my diary")


def test_a_store_of_a_newer_everest_is_refused(tmp_path: Path) -> None:
    engine = database.open_engine(tmp_path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer Everest"):
        Store(tmp_path)


def test_the_migrations_lead_to_the_tables_of_the_code(tmp_path: Path) -> None:
    engine = database.open_engine(tmp_path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_the_store_asks_for() -> None:
    config = Config()
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == database.HEAD

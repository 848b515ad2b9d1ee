"""Corrections stay with a preparation: through another reading, the store and an export."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from everest.candidate.corrections import Subject, add, change
from everest.preparation import (
    Preparation,
    Store,
    as_read,
    example,
    export_file,
    import_file,
    prepare,
    with_corrections,
    with_resume,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def corrected() -> Preparation:
    made = example(now=NOW)
    wanted = change(as_read(made), (), "position.1.title", "Night Dispatcher")
    wanted = add(as_read(made), wanted, Subject.SKILL, "Timetabling software")
    return with_corrections(made, wanted)


def titles(made: Preparation) -> list[str]:
    return [job.title.value for job in made.candidate.positions if job.title]


def test_everything_that_follows_is_worked_out_anew(corrected: Preparation) -> None:
    assert titles(corrected) == ["Senior Dispatch Coordinator", "Night Dispatcher"]
    assert corrected.candidate.reflection == example(now=NOW).candidate.reflection
    assert not any("timetabling software" in gap.need.lower() for gap in corrected.gaps)
    assert titles(with_corrections(corrected, ())) == ["Senior Dispatch Coordinator", "Dispatcher"]


def test_another_file_is_corrected_as_the_first_was(corrected: Preparation) -> None:
    text = as_read(corrected).text.replace("## Experience", "## Work\n\n## Experience")
    again = with_resume(corrected, text)
    assert titles(again)[-1] == "Night Dispatcher"
    assert "Timetabling software" in [fact.value for fact in again.candidate.skills]
    assert "Night" not in as_read(again).text


def test_a_correction_that_finds_nothing_is_told_and_kept(corrected: Preparation) -> None:
    again = with_resume(
        corrected, "Mara Ellison\n\nEXPERIENCE\nBaker, Crumb & Co\n2015 - 2018\n- Baked rye bread."
    )
    assert any("no longer finds its place" in notice.text for notice in again.notices)
    assert again.corrections == corrected.corrections


def test_the_store_and_an_export_keep_corrections(corrected: Preparation, tmp_path: Path) -> None:
    store = Store(tmp_path / "one")
    store.save(corrected)
    assert store.get(corrected.id) == corrected
    other = Store(tmp_path / "two")
    assert import_file(other, export_file(store, corrected.id)).corrections == corrected.corrections
    store.close()
    other.close()


def test_corrections_can_be_given_at_once(corrected: Preparation) -> None:
    made = prepare(
        as_read(corrected).text, corrected.opening.text, corrections=corrected.corrections, now=NOW
    )
    assert titles(made) == titles(corrected)
    assert made.corrections == corrected.corrections

"""The fictional sample that ships with Everest: Mara Ellison and an opening at Northwind Rail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from everest.preparation.pipeline import Progress, prepare

if TYPE_CHECKING:
    from datetime import datetime

    from everest.preparation.model import Preparation

FOLDER = Path(__file__).parent.parent / "content" / "example"


def example(*, progress: Progress | None = None, now: datetime | None = None) -> Preparation:
    """Prepare the sample candidate for the sample opening."""
    made = prepare(
        FOLDER / "resume.md",
        FOLDER / "posting.txt",
        [FOLDER / "company.txt"],
        FOLDER / "reflection.yaml",
        progress=progress,
        now=now,
    )
    return replace(made, example=True)

"""What the commands on saved preparations share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from everest.preparation import Store


def store(data_dir: Path | None) -> Store:
    """Open the store of this person."""
    from everest.preparation import Store as Stores

    return Stores(data_dir)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        BadInput: if it cannot be written.
    """
    from everest.errors import BadInput

    draft = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise BadInput(
            "This file cannot be written.", where=str(path), todo="Choose a folder that is yours."
        ) from error

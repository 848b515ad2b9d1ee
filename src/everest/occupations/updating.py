"""Take a newer official O*NET release into use."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from everest.errors import BadInput, OfflineError
from everest.occupations.atlas import FILE, Atlas, atlas, shipped
from everest.occupations.building import PAY_COLUMNS, build

_LEAST_OCCUPATIONS = 500


def update_atlas(
    source: Path | str,
    data_dir: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    permission: Any = None,
) -> dict[str, str | int]:
    """Build the atlas from a release zip or its address, and return its info with the zip's SHA-256.

    Pay and outlook stay those of the shipped BLS files. The old atlas stays until the new one has been read back.
    ``permission`` is handed to the network room and is needed for an address only.
    Raises ``BadInput`` or ``DataFileError``; then nothing has changed.
    """
    import numpy as np

    folder = data_dir or _data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        release = _fetched(source, Path(work), permission, progress)
        checksum = hashlib.sha256(release.read_bytes()).hexdigest()
        arrays = build(release, _shipped_pay(), progress)
        fresh = Path(work) / FILE
        np.savez_compressed(fresh, **arrays)  # type: ignore[arg-type]
        read = Atlas(fresh)
        if len(read.codes) < _LEAST_OCCUPATIONS:
            raise BadInput(
                f"The release holds only {len(read.codes)} occupations.",
                where=release.name,
                todo="Take the full one.",
            )
        fresh.replace(folder / FILE)
    atlas.cache_clear()
    return Atlas(folder / FILE).info() | {"sha256": checksum}


def _fetched(
    source: Path | str, work: Path, permission: Any, progress: Callable[[str, int, int], None] | None
) -> Path:
    if isinstance(source, str) and source.startswith(("https://", "http://")):
        from importlib import import_module

        download = getattr(import_module("everest.network"), "download", None)
        if download is None:
            raise OfflineError(
                "Everest has no way to the network here.", todo="Fetch the zip yourself and give its path."
            )

        target = work / source.rsplit("/", 1)[-1]
        tell = progress or (lambda _what, _done, _of: None)
        download(source, target, permission, lambda done, of: tell("download", done, of or 0))
        return target
    path = Path(source)
    if not path.is_file():
        raise BadInput(
            "There is no such file.", where=str(source), todo="Give the zip of an O*NET text release."
        )
    return path


def _shipped_pay() -> dict[str, dict[str, Any]]:
    old = Atlas(shipped())
    pay: dict[str, dict[str, Any]] = {}
    for number, code in enumerate(old.codes):
        figures = {name: old.pay(number, n) for n, name in enumerate(PAY_COLUMNS)}
        known: dict[str, Any] = {name: value for name, value in figures.items() if value is not None}
        known["education"] = old.occupation(code).typical_education
        pay.setdefault(code[:7], known)
    return pay


def _data_dir() -> Path:
    from platformdirs import user_data_path

    return user_data_path("everest")

"""Take a newer official O*NET release into use."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from everest.errors import BadInput, DataFileError, OfflineError
from everest.occupations.atlas import FILE, Atlas, atlas, shipped
from everest.occupations.building import ENTRY, PAY_COLUMNS, build

_LEAST_OCCUPATIONS = 500


def update_atlas(
    source: Path | str,
    data_dir: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    permission: Any = None,
    *,
    sha256: str | None = None,
) -> dict[str, str | int]:
    """Build the atlas from a release zip or its address, and return its info with the zip's SHA-256.

    Pay and outlook stay those of the shipped BLS files. The old atlas stays until the new one has been read back.
    ``permission`` is handed to the network room and is needed for an address only; a download that broke off goes on
    where it stopped. ``sha256`` is the checksum that the zip must have, if known.
    Raises ``BadInput``, ``DataFileError`` or, for an address, ``OfflineError``; then the atlas in use stays as it was.
    """
    import numpy as np

    folder = data_dir or _data_dir()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        release = _fetched(source, Path(work), folder, permission, progress)
        checksum = hashlib.sha256(release.read_bytes()).hexdigest()
        if sha256 and checksum != sha256.lower():
            raise DataFileError(
                "The release is not the one expected: its checksum differs.",
                where=release.name,
                todo="Fetch it again; nothing was changed.",
            )
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
    source: Path | str,
    work: Path,
    folder: Path,
    permission: Any,
    progress: Callable[[str, int, int], None] | None,
) -> Path:
    if isinstance(source, str) and source.startswith(("https://", "http://")):
        return _downloaded(source, work, folder, permission, progress)
    path = Path(source)
    if not path.is_file():
        raise BadInput(
            "There is no such file.", where=str(source), todo="Give the zip of an O*NET text release."
        )
    return path


def _downloaded(
    address: str,
    work: Path,
    folder: Path,
    permission: Any,
    progress: Callable[[str, int, int], None] | None,
) -> Path:
    """Download beside the atlas, so that a broken-off download can go on; hand the whole file over to ``work``."""
    from importlib import import_module

    download = getattr(import_module("everest.network"), "download", None)
    if download is None or permission is None:
        raise OfflineError(
            "Everest has no leave to use the network here.",
            where=address,
            todo="Fetch the zip yourself and give its path.",
        )
    name = f"{hashlib.sha256(address.encode()).hexdigest()[:12]}.zip"
    kept = folder / "downloads" / name
    kept.parent.mkdir(exist_ok=True)
    tell = progress or (lambda _what, _done, _of: None)
    download(address, kept, permission, lambda done, of: tell("download", done, of or 0))
    return kept.replace(work / (address.rsplit("/", 1)[-1].partition("?")[0] or name))


def _shipped_pay() -> dict[str, dict[str, Any]]:
    old = Atlas(shipped())
    pay: dict[str, dict[str, Any]] = {}
    for number, code in enumerate(old.codes):
        figures = {name: old.pay(number, n) for n, name in enumerate(PAY_COLUMNS)}
        known: dict[str, Any] = {name: value for name, value in figures.items() if value is not None}
        known.update({name: old.entry(number, name) for name in ENTRY})
        pay.setdefault(code[:7], known)
    return pay


def _data_dir() -> Path:
    from platformdirs import user_data_path

    return user_data_path("everest")

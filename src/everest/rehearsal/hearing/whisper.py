"""faster-whisper, where it is installed and its model is on this machine or the person lets it be fetched."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.errors import DataFileError, OfflineError
from everest.rehearsal.audio import Audio
from everest.rehearsal.model import Word

if TYPE_CHECKING:
    from everest.network import Permission
    from everest.rehearsal.hearing import Engine

NAME = "whisper"
REVISION = "3d3d5dee26484f91867d81cb899cfcf72b96be6c"
SOURCE = f"https://huggingface.co/Systran/faster-whisper-base.en/resolve/{REVISION}"
"""One revision, not whatever is newest."""
PINS = {"model.bin": "2a166925539a16005f14ff328359f9b9adb9dc4fb631bb3b227526862e93e2ef"}
BLOBS = frozenset(
    (
        "15d7bdf9ba25718ca2504eec6a8f02bc55af0a6a",
        "594369787efe617005d199b03739ee0ead7e3ab7",
        "ee695b8d3e3c10d488304e04468efec4ca27554a",
    )
)
"""What that revision holds: the SHA-256 of the model, and the git names of the three small files (SHA-1 over "blob", the
size and the content). Taken from two public listings that agree; the SHA-256 of all four is kept on arrival as well."""
SIZE = 148_000_000
"""Bytes to fetch, about; told before anything is."""
FILES = ("config.json", "tokenizer.json", "vocabulary.txt", "model.bin")
LIST = "checksums.json"
"""Written once all files are here: their SHA-256, looked at before the model is used."""


def status() -> Engine:
    """Tell whether the engine can be used now."""
    from everest.rehearsal.hearing import Engine

    if find_spec("faster_whisper") is None:
        return Engine(NAME, False, "More exact. Install it with: pip install faster-whisper")
    if not is_present():
        return Engine(NAME, False, f"More exact. Its model, about {SIZE // 1_000_000} MB, is not here yet.")
    return Engine(NAME, True, "More exact than the built-in one.")


def place() -> Path:
    """Return the folder the model is kept in."""
    from platformdirs import user_data_path

    return user_data_path("everest-coach", appauthor=False) / "models" / "faster-whisper-base.en"


def is_present(folder: Path | None = None) -> bool:
    """Tell whether all files of the model are here, each as it came."""
    folder = folder or place()
    return (folder / LIST).is_file() and all((folder / name).is_file() for name in FILES)


def fetch_model(
    permission: Permission,
    *,
    folder: Path | None = None,
    source: str = SOURCE,
    checksums: dict[str, str] | None = None,
    blobs: frozenset[str] | None = None,
    told: Callable[[str, float], None] | None = None,
) -> Path:
    """Fetch the model; what was fetched before is taken up where it broke off.

    ``checksums`` (SHA-256 by name) and ``blobs`` (git names of the files without one) are those pinned for ``SOURCE``;
    for another source, those given.

    Raises:
        OfflineError: if the source cannot be reached.
        DataFileError: if a file is not what it should be.
        NotAllowed: if the permission does not cover the source.
    """
    from everest.network import download

    if source == SOURCE:
        checksums, blobs = checksums or PINS, blobs or BLOBS
    folder = folder or place()
    folder.mkdir(parents=True, exist_ok=True)
    sums = {}
    for number, name in enumerate(FILES):
        expected = (checksums or {}).get(name)
        part = _progress(told, name, number)
        sums[name] = download(f"{source}/{name}", folder / name, permission, part, sha256=expected)
        if expected is None and blobs is not None and _git_name(folder / name) not in blobs:
            (folder / name).unlink()
            raise DataFileError(
                "The file that came is not the one expected.",
                where=f"{source}/{name}",
                todo="Try again later.",
            )
    (folder / LIST).write_text(json.dumps(sums, indent=1))
    return folder


def hear(
    audio: Audio,
    texts: Sequence[str] = (),
    told: Callable[[str, float], None] | None = None,
    *,
    folder: Path | None = None,
    model: Any = None,
) -> tuple[Word, ...]:
    """Return the words heard. ``texts`` become the prompt that tells the model which names to expect.

    Raises:
        OfflineError: if the model is not on this machine.
        DataFileError: if its files were changed.
    """
    engine = model or _model(folder or place())
    prompt = " ".join(" ".join(texts).split()[:150]) or None
    segments, _ = engine.transcribe(audio.samples, language="en", word_timestamps=True, initial_prompt=prompt)
    words = []
    for segment in segments:
        for word in segment.words or ():
            doubt = round(1 - float(word.probability), 2)
            words.append(
                Word(word.word.strip(), round(float(word.start), 2), round(float(word.end), 2), doubt)
            )
        if told:
            told("Listening", min(1.0, segment.end / audio.seconds))
    return tuple(words)


def _progress(
    told: Callable[[str, float], None] | None, name: str, number: int
) -> Callable[[int, int | None], None]:
    def tell(done: int, total: int | None) -> None:
        if told:
            told(f"Fetching {name}: {done / 1e6:.0f} MB", (number + done / (total or SIZE)) / len(FILES))

    return tell


def _model(folder: Path) -> Any:
    if find_spec("faster_whisper") is None or not is_present(folder):
        raise OfflineError(
            "The more exact engine is not on this machine.",
            where=str(folder),
            todo="Use the built-in one, or fetch it with `everest speech --fetch-model` when you are online.",
        )
    kept = json.loads((folder / LIST).read_text())
    for name, expected in kept.items():
        if _sum(folder / name) != expected:
            raise DataFileError(
                "A file of the speech model was changed or damaged.",
                where=str(folder / name),
                todo="Fetch it again with `everest speech --fetch-model`.",
            )
    from faster_whisper import WhisperModel  # type: ignore[import-not-found, unused-ignore]  # an extra

    return WhisperModel(str(folder), device="cpu", compute_type="int8")


def _git_name(path: Path) -> str:
    import hashlib

    content = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _sum(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

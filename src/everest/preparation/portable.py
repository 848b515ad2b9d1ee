"""One portable file (``.everest``): a zip with the preparation, its files, fields, versions and takes."""

from __future__ import annotations

import base64
import io
import json
import secrets
import zipfile
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from everest.errors import BadInput, NotFound
from everest.preparation import codec
from everest.preparation.store import StoredFile, Take

if TYPE_CHECKING:
    from everest.preparation.model import Preparation
    from everest.preparation.store import Store

MEDIA_TYPE = "application/vnd.everest+zip"
MAX_BYTES = 200_000_000
"""Bound on the unpacked size of an imported file."""


def export_file(store: Store, id_: str) -> bytes:
    """Pack a preparation with everything kept with it."""
    preparation = store.get(id_)
    fields = store.fields(id_)
    versions = {key: [asdict(version) for version in store.versions(id_, key)] for key in fields}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("preparation.json", codec.to_json(preparation))
        archive.writestr("fields.json", _dump(fields))
        archive.writestr("versions.json", _dump(versions))
        archive.writestr("files.json", _dump([_packed(file) for file in store.files(id_)]))
        archive.writestr("takes.json", _dump([_packed_take(take) for take in store.takes(id_)]))
    return buffer.getvalue()


def import_file(
    store: Store, content: bytes, *, where: str = "file", new_id: str | None = None
) -> Preparation:
    """Unpack an exported file into the store. Where its id is taken, ``new_id`` is used, so nothing is overwritten.

    Raises:
        BadInput: if the file is not an export, is damaged, or unpacks to more than ``MAX_BYTES``.
    """
    parts = _parts(content, where)
    preparation = codec.from_json(parts["preparation.json"], where=where)
    taken = _taken(store, preparation.id)
    if taken:
        preparation = replace(preparation, id=new_id or secrets.token_hex(8))
    try:
        files = tuple(
            StoredFile(f["role"], f["name"], base64.b64decode(f["content"]))
            for f in json.loads(parts["files.json"])
        )
        fields, versions = json.loads(parts["fields.json"]), json.loads(parts["versions.json"])
        takes = [_take(item) for item in json.loads(parts["takes.json"])]
        store.save(preparation, files)
        _restore(store, preparation.id, fields, versions)
        for take in takes:
            store.save_take(preparation.id, replace(take, id=secrets.token_hex(8)) if taken else take)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput("This export is damaged.", where=where, todo="Export it again.") from error
    return preparation


def _restore(
    store: Store, id_: str, fields: dict[str, str], versions: dict[str, list[dict[str, str]]]
) -> None:
    for key, value in fields.items():
        for version in reversed(versions.get(key, [])):
            store.save_field(id_, key, version["text"], base="", now=datetime.fromisoformat(version["saved"]))
        store.save_field(id_, key, value, base="")


def _parts(content: bytes, where: str) -> dict[str, bytes]:
    wanted = ("preparation.json", "fields.json", "versions.json", "files.json", "takes.json")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > MAX_BYTES:
                raise BadInput(
                    "This file is too large to be an export.", where=where, todo="Choose an .everest file."
                )
            return {name: archive.read(name) for name in wanted}
    except (zipfile.BadZipFile, KeyError, EOFError, RuntimeError, NotImplementedError) as error:
        raise BadInput(
            "This is not a file that Everest exported.", where=where, todo="Choose an .everest file."
        ) from error


def _taken(store: Store, id_: str) -> bool:
    try:
        store.get(id_)
    except NotFound:
        return False
    return True


def _packed(file: StoredFile) -> dict[str, str]:
    return {"role": file.role, "name": file.name, "content": base64.b64encode(file.content).decode()}


def _packed_take(take: Take) -> dict[str, Any]:
    audio = base64.b64encode(take.audio).decode() if take.audio else None
    return {"id": take.id, "made": take.made, "body": take.body, "audio": audio}


def _take(item: dict[str, Any]) -> Take:
    audio = base64.b64decode(item["audio"]) if item["audio"] else None
    return Take(item["id"], datetime.fromisoformat(item["made"]), item["body"], audio)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=lambda moment: moment.isoformat())

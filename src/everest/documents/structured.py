"""Files that are data: JSON Resume, and LinkedIn's export of CSV tables."""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Any

from everest.documents.model import Document
from everest.documents.plain import blocks_of, clean, decode
from everest.documents.sniffing import JSON, ZIP
from everest.errors import UnreadableDocument


def read_json(content: bytes, name: str) -> Document:
    """Read a JSON file; its text is every value on a line of its own.

    Raises:
        UnreadableDocument: if it is not JSON, or no object.
    """
    try:
        data = json.loads(decode(content, name))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(
            "This is not valid JSON.", where=name, todo="Export it again, or save it as text."
        ) from error
    if not isinstance(data, dict):
        raise UnreadableDocument("This JSON is not a résumé.", where=name, todo="Choose a JSON Resume file.")
    text = "\n".join(_values(data))
    return Document(name, JSON, text, blocks_of(text), data=data)


MOST_TEXT = 20_000_000
"""Bytes of tables read from one export, however large the archive says they are."""


_KEPT: dict[str, tuple[str, ...]] = {
    "profile": ("First Name", "Last Name", "Headline", "Summary"),
    "positions": ("Company Name", "Title", "Description", "Location", "Started On", "Finished On"),
    "volunteering": ("Company Name", "Role", "Description", "Started On", "Finished On"),
    "education": ("School Name", "Degree Name", "Start Date", "End Date"),
    "skills": ("Name",),
    "languages": ("Name", "Proficiency"),
    "certifications": ("Name", "Authority", "Started On"),
    "projects": ("Title", "Description", "Started On", "Finished On"),
}
"""Tables and columns of an export that tell of work. Messages, contacts, birth date and address are never opened."""


def read_export(content: bytes, name: str) -> Document:
    """Read the CSV tables of a LinkedIn export."""
    tables: dict[str, list[dict[str, str]]] = {}
    room = MOST_TEXT
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for item in archive.namelist():
                path = PurePosixPath(item)
                if path.suffix.lower() != ".csv" or path.stem.lower() not in _KEPT:
                    continue
                with archive.open(item) as file:
                    table = file.read(room + 1)
                room -= len(table)
                if room < 0:
                    raise UnreadableDocument(
                        "This archive holds far more text than a profile.",
                        where=name,
                        todo="Choose the export itself.",
                    )
                tables[path.stem.lower()] = _rows(
                    decode(table, item) if table else "", _KEPT[path.stem.lower()]
                )
    except (
        zipfile.BadZipFile,
        zlib.error,
        csv.Error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ) as error:
        raise UnreadableDocument(
            "This archive is damaged or locked.", where=name, todo="Download the export again."
        ) from error
    for row in tables.get("profile", []):
        row["Name"] = " ".join(filter(None, (row.pop("First Name", ""), row.pop("Last Name", ""))))
    text = "\n".join(value for rows in tables.values() for row in rows for value in row.values() if value)
    return Document(name, ZIP, text, blocks_of(text), data=tables)


def _rows(text: str, kept: tuple[str, ...]) -> list[dict[str, str]]:
    lines = text.splitlines(keepends=True)
    start = next(
        (i for i, line in enumerate(lines) if "," in line and not line.lower().startswith("notes")), 0
    )
    return [
        {
            key: clean(value).strip()
            for key in kept
            if isinstance(value := row.get(key), str) and value.strip()
        }
        for row in csv.DictReader(lines[start:])
    ]


def _values(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [line for item in value.values() for line in _values(item)]
    if isinstance(value, list):
        return [line for item in value for line in _values(item)]
    return [clean(str(value))] if isinstance(value, str) and value.strip() else []

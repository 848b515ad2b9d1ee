"""A profile's archive that lies about itself, is cut short, or is locked, is told in a sentence."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from everest.documents import read_document
from everest.errors import UnreadableDocument

POSITIONS = "Company Name,Title,Started On\nHalden Ferries,Dispatcher,Mar 2022\n" * 40


def export() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Profile.csv", "First Name,Last Name\nJo,Park\n")
        archive.writestr("Positions.csv", POSITIONS)
    return out.getvalue()


def with_lying_size(content: bytes, size: int) -> bytes:
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + struct.pack("<I", size) + content[at + 28 :]


def test_a_sound_export_is_read() -> None:
    assert "Halden Ferries" in read_document(export(), name="export.zip").text


@pytest.mark.parametrize("size", [1, 10, 10_000_000])
def test_a_table_whose_size_lies_is_told_or_read(size: int) -> None:
    try:
        read_document(with_lying_size(export(), size), name="export.zip")
    except UnreadableDocument as error:
        assert "export.zip" in str(error)


@pytest.mark.parametrize("at", [0.3, 0.5, 0.7])
def test_a_flipped_bit_in_a_table_is_told(at: float) -> None:
    content = bytearray(export())
    spot = int(content.rindex(b"PK\x01\x02") * at)
    content[spot] ^= 0xFF
    try:
        read_document(bytes(content), name="export.zip")
    except UnreadableDocument as error:
        assert error.todo

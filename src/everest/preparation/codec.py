"""A preparation as JSON and back, with the JSON Schema of its shape."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from everest.errors import BadInput
from everest.preparation.model import SCHEMA_VERSION, Preparation

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_data(preparation: Preparation) -> dict[str, Any]:
    """Turn a preparation into plain JSON data."""
    data: dict[str, Any] = _adapter().dump_python(preparation, mode="json")
    return data


def to_json(preparation: Preparation, *, indent: int | None = 2) -> str:
    """Turn a preparation into JSON text."""
    return json.dumps(to_data(preparation), ensure_ascii=False, indent=indent)


def from_json(text: str | bytes, *, where: str = "preparation") -> Preparation:
    """Read a preparation from JSON text.

    Raises:
        BadInput: if the text is not a preparation, or one of a later version of Everest.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadInput(
            "This is not a preparation file.", where=where, todo="Choose a file that Everest exported."
        ) from error
    version = data.get("schema_version") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise BadInput(
            "This is not a preparation file.", where=where, todo="Choose a file that Everest exported."
        )
    if version > SCHEMA_VERSION:
        raise BadInput(
            "This was saved by a newer Everest.", where=where, todo="Update Everest, then open it again."
        )
    return _validated(data, where)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a preparation."""
    return _adapter().json_schema(mode="serialization")


def _validated(data: dict[str, Any], where: str) -> Preparation:
    from pydantic import ValidationError

    try:
        return _adapter().validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadInput(
            f"Part of this file cannot be read ({place}: {first['msg']}).",
            where=where,
            todo="Export it again, or prepare anew from the résumé and the posting.",
        ) from error


@cache
def _adapter() -> TypeAdapter[Preparation]:
    from pydantic import TypeAdapter

    return TypeAdapter(Preparation)

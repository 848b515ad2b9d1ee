"""What coaches write: questions, prompts, situations. YAML and Markdown with a checked schema."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from everest.errors import DataFileError

__all__ = ["load", "schema"]


@lru_cache(maxsize=32)
def load(name: str) -> Any:
    """Read ``<name>.yaml`` of this folder; kept in memory, so treat what comes back as read-only.

    Raises:
        DataFileError: if the file is missing or is not YAML.
    """
    import yaml

    reader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    place = files("everest.content") / f"{name}.yaml"
    try:
        return yaml.load(place.read_text("utf-8"), Loader=reader)  # noqa: S506 - a safe loader, in C where there is one
    except (OSError, yaml.YAMLError) as error:
        raise DataFileError(
            "A content file is missing or is not YAML.", where=f"{name}.yaml", todo=f"Mend it: {error}"
        ) from error


@lru_cache(maxsize=8)
def schema(name: str) -> Any:
    """Read the JSON Schema ``<name>.schema.json`` of this folder.

    Raises:
        DataFileError: if it is missing or is not JSON.
    """
    import json

    try:
        return json.loads((files("everest.content") / f"{name}.schema.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileError(
            "A schema is missing or is not JSON.", where=f"{name}.schema.json", todo="Install Everest again."
        ) from error

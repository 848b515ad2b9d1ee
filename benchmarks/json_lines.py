"""Reads labelled data kept as JSON, one object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_json_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file in order; empty lines are passed over."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]

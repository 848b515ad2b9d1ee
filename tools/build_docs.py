"""Writes the generated pages of docs/: the rules, and the JSON Schemas. Run: ``python -m tools.build_docs``."""

from __future__ import annotations

import json
from pathlib import Path

from everest.preparation import codec
from everest.review.model import Severity, Verdict
from tools import build_rule_docs

SCHEMAS = Path(__file__).parent.parent / "docs" / "schema"
_SPAN = {
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 0},
    "quote": {"type": "string"},
}
SITUATIONS = ["entry", "to_leadership", "leader", "changer", "established"]


def main() -> None:
    """Write all generated pages."""
    build_rule_docs.main()
    for name, schema in schemas().items():
        SCHEMAS.mkdir(exist_ok=True)
        (SCHEMAS / f"{name}.json").write_text(
            json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )


def schemas() -> dict[str, dict[str, object]]:
    """Return the schema of each JSON output by name."""
    return {
        "preparation": codec.schema(),
        "review": _review(),
        "question": _object(
            {
                "about_aspirations": {"type": "boolean"},
                "variant": {"type": ["string", "null"]},
                "asks": {"type": "array", "items": {"type": "string"}},
                "why": {"type": "string"},
            }
        ),
        "goals": _object(
            {
                "label": {"enum": ["goal", "aspiration"]},
                "horizon_years": {"type": ["number", "null"]},
                "why": {"type": "string"},
            }
        ),
        "occupations": {
            "type": "array",
            "items": _object(
                {
                    "code": {"type": "string", "pattern": r"^\d\d-\d{4}\.\d\d$"},
                    "title": {"type": "string"},
                    "score": {"type": "number", "minimum": 0, "maximum": 1},
                    "why": {"type": "array", "items": {"type": "string"}},
                }
            ),
        },
    }


def _review() -> dict[str, object]:
    finding = {
        "rule": {"type": "string"},
        "name": {"type": "string"},
        "severity": {"enum": [severity.value for severity in Severity]},
        **_SPAN,
        "message": {"type": "string"},
        "suggestion": {"type": "string"},
        "replacement": {"type": ["string", "null"]},
        "key": {"type": "string"},
    }
    criterion = {
        "name": {"type": "string"},
        "level": {"type": "integer", "minimum": 1, "maximum": 5},
        "anchor": {"type": "string"},
        "evidence": {"type": "array", "items": _object(dict(_SPAN))},
        "next_change": {"type": "string"},
    }
    place = {key: value for key, value in _SPAN.items() if key != "quote"}
    waiting = {
        "rule": {"type": "string"},
        "name": {"type": "string"},
        "missing": {"type": "array", "items": {"enum": ["question", "opening", "company", "candidate"]}},
    }
    return _object(
        {
            "verdict": {"enum": [verdict.value for verdict in Verdict]},
            "score": {"type": "integer", "minimum": 0, "maximum": 100},
            "situation": {"enum": [*SITUATIONS, None]},
            "findings": {"type": "array", "items": _object(finding)},
            "criteria": {"type": "array", "items": _object(criterion)},
            "horizon_years": {"type": ["number", "null"]},
            "seconds": {"type": "number", "minimum": 0},
            "not_checked": {"type": "array", "items": _object(waiting)},
            "sinking": {"type": "array", "items": _object(place)},
        }
    )


def _object(properties: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": list(properties)}


if __name__ == "__main__":
    main()

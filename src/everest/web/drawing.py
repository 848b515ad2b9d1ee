"""Templates and what they may call."""

from __future__ import annotations

from pathlib import Path

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from everest.preparation.sheet.pages import PURPOSES, REACH, SITUATIONS, VERDICTS

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TAGS = {"error": "mend", "warning": "consider", "advice": "note"}
SOURCES = {
    "resume": "your résumé",
    "posting": "the posting",
    "person": "typed by you",
    "answer": "your answer",
}
ZONES = {
    1: "little or none",
    2: "a few months",
    3: "training or a two-year degree",
    4: "a four-year degree",
    5: "a graduate degree",
}
"""How long one prepares, in plain words for O*NET's job zones."""
_environment.globals.update(
    PURPOSES=PURPOSES,
    REACH=REACH,
    SITUATIONS=SITUATIONS,
    VERDICTS=VERDICTS,
    TAGS=TAGS,
    SOURCES=SOURCES,
    ZONES=ZONES,
)
templates = Jinja2Templates(env=_environment)

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
FIELDS = {
    "11": "management", "13": "business and finance", "15": "computing and mathematics",
    "17": "engineering and architecture", "19": "science", "21": "social service", "23": "law", "25": "education",
    "27": "arts, media and sports", "29": "health care: practitioners", "31": "health care: support",
    "33": "protection", "35": "food and serving", "37": "cleaning and grounds", "39": "personal service",
    "41": "sales", "43": "office work", "45": "farming, fishing and forestry", "47": "building and mining",
    "49": "installation and repair", "51": "production", "53": "transport", "55": "armed forces",
}  # fmt: skip
"""SOC major groups in plain words."""
_environment.globals.update(
    FIELDS=FIELDS,
    PURPOSES=PURPOSES,
    REACH=REACH,
    SITUATIONS=SITUATIONS,
    VERDICTS=VERDICTS,
    TAGS=TAGS,
    SOURCES=SOURCES,
    ZONES=ZONES,
)
templates = Jinja2Templates(env=_environment)

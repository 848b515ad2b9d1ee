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
_environment.globals.update(PURPOSES=PURPOSES, REACH=REACH, SITUATIONS=SITUATIONS, VERDICTS=VERDICTS)
templates = Jinja2Templates(env=_environment)

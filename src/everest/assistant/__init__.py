"""The optional language model, behind one interface. Off unless the person sets it up."""

from __future__ import annotations

from everest.assistant.settings import (
    Provider,
    Settings,
    disclosure,
    forget_key,
    key_for,
    remember_key,
    settings_from_environment,
)
from everest.assistant.writer import Scripted, Writer, open_writer

__all__ = [
    "Provider",
    "Scripted",
    "Settings",
    "Writer",
    "disclosure",
    "forget_key",
    "key_for",
    "open_writer",
    "remember_key",
    "settings_from_environment",
]

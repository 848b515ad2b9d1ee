"""Who is preparing: résumé and reflection, each fact with its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from everest.candidate.conversation import Conversation as Conversation
    from everest.candidate.reflection import read_reflection as read_reflection
    from everest.candidate.reflection import with_reflection as with_reflection
    from everest.candidate.reflection_heard import heard_in as heard_in
    from everest.candidate.reflection_insight import mentor_questions as mentor_questions
    from everest.candidate.reflection_insight import plot as plot
    from everest.candidate.reflection_insight import remarks as remarks
    from everest.candidate.reflection_understanding import understand as understand
    from everest.candidate.reflection_understanding import value_cards as value_cards
    from everest.candidate.resume import read_resume as read_resume

_HOMES = {
    "read_resume": "resume",
    "read_reflection": "reflection",
    "with_reflection": "reflection",
    "heard_in": "reflection_heard",
    "mentor_questions": "reflection_insight",
    "plot": "reflection_insight",
    "remarks": "reflection_insight",
    "understand": "reflection_understanding",
    "value_cards": "reflection_understanding",
    "Conversation": "conversation",
}
"""Public names and the module each lives in; loaded on first use, so that the room opens quickly."""


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"everest.candidate.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'everest.candidate' has no attribute {name!r}")

"""What was heard in a reflection: struck, taken back, or laid with what matters, on the page and over the API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from everest.candidate import heard_in
from everest.candidate.conversation import Act
from everest.candidate.model import Reflection
from everest.errors import BadInput
from everest.preparation import Preparation
from everest.web.pages import handling, you
from everest.web.pages.facts import facts_of

router = APIRouter(include_in_schema=False)


@router.post("/p/{id_}/you/heard")
def answer(
    request: Request, id_: str, label: Annotated[str, Form()], act: Annotated[Act, Form()]
) -> Response:
    """Keep what the person says to something heard, and show the page anew; where it can't be, say why beside it."""
    made = handling.current(request, id_)
    try:
        settle(request, made, label, act)
    except BadInput as trouble:
        return you.shown(request, made, facts_of(request, made), status=422, trouble=str(trouble))
    return handling.to(f"/p/{made.id}/you#heard")


def settle(request: Request, made: Preparation, label: str, act: Act) -> None:
    """Strike something heard, take it back, or lay it with the values; it is on disk when this returns.

    Raises:
        NotFound: if nothing is heard by this label, or no card says it.
        BadInput: if there are five must-haves already.
    """
    handling.keep_conversation(
        request, made, handling.conversation_of(request, made).answer_heard(label, act)
    )


def data_of(reflection: Reflection) -> dict[str, Any]:
    """Return what is heard in a reflection and what was struck, as plain data."""
    return {"heard": [asdict(item) for item in heard_in(reflection)], "not_me": list(reflection.not_me)}

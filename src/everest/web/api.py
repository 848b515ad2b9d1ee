"""The HTTP API, in the shapes of the command line's JSON."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

router = APIRouter(prefix="/api/v1", tags=["everest"])
Words = Annotated[str, Field(min_length=1, max_length=50_000)]


class Asked(BaseModel):
    """An answer to review, with what it answers and, if any, the preparation it belongs to."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=50_000)]
    question: Annotated[str, Field(max_length=2_000)] | None = None
    preparation: Annotated[str, Field(max_length=64)] | None = None


class Text(BaseModel):
    """One text."""

    model_config = ConfigDict(extra="forbid")
    text: Words


@router.post("/review")
def review_answer(request: Request, asked: Asked) -> dict[str, Any]:
    """Review an answer."""
    from everest.review import review, to_json

    context: dict[str, Any] = {"question": asked.question}
    if asked.preparation:
        made = request.app.state.store.get(asked.preparation)
        context = {
            "question": asked.question or made.question.text,
            "opening": made.opening,
            "candidate": made.candidate,
        }
    return to_json(review(asked.text, **context))


@router.post("/question")
def recognize_question(given: Text) -> dict[str, Any]:
    """Tell whether a question asks about aspirations."""
    from everest.question import recognize

    question = recognize(given.text)
    return {
        "about_aspirations": question.about_aspirations,
        "variant": question.variant,
        "asks": list(question.asks),
        "why": question.why,
    }


@router.post("/goals")
def tell_goal(given: Text) -> dict[str, Any]:
    """Tell a goal from an aspiration."""
    from everest.aspiration import classify

    statement = classify(given.text)
    return {"label": statement.label.value, "horizon_years": statement.horizon_years, "why": statement.why}


@router.get("/occupations/title")
def by_title(
    text: Annotated[str, Query(min_length=1, max_length=500)], limit: Annotated[int, Query(ge=1, le=50)] = 10
) -> list[dict[str, Any]]:
    """Rank the occupations a title may mean."""
    from everest.occupations import find_title

    return [
        {"code": m.code, "title": m.title, "score": m.score, "why": list(m.why)}
        for m in find_title(text, limit=limit)
    ]


@router.get("/occupations/match")
def by_person(
    text: Annotated[str, Query(min_length=1, max_length=5_000)],
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> list[dict[str, Any]]:
    """Rank the occupations that fit a person."""
    from everest.occupations import match_person

    return [
        {"code": m.code, "title": m.title, "score": m.score, "why": list(m.why)}
        for m in match_person(text, limit=limit)
    ]


@router.get("/preparations")
def preparations(request: Request) -> list[dict[str, str]]:
    """List what is saved."""
    return [
        {"id": e.id, "title": e.title, "updated": e.updated.isoformat()}
        for e in request.app.state.store.entries()
    ]


@router.get("/preparations/{id_}")
def one_preparation(request: Request, id_: str) -> dict[str, Any]:
    """Return a whole preparation."""
    from everest.preparation import codec

    return codec.to_data(request.app.state.store.get(id_))


@router.put("/preparations/{id_}/fields/{key}")
def save_field(
    request: Request, id_: str, key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]{0,99}$")], given: Asked
) -> dict[str, str]:
    """Keep what was typed into a field; it is on disk when this returns."""
    request.app.state.store.save_field(id_, key, given.text)
    return {"saved": key}

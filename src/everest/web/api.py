"""The HTTP API, in the shapes of the command line's JSON."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from everest.candidate.conversation import Act
from everest.candidate.corrections.model import Subject

router = APIRouter(prefix="/api/v1", tags=["everest"])
Words = Annotated[str, Field(min_length=1, max_length=50_000)]
Document = Annotated[str, Field(min_length=1, max_length=400_000)]
Key = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_.-]{0,99}$")]


class Asked(BaseModel):
    """An answer to review, with what it answers and, if any, the preparation it belongs to."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=50_000)]
    question: Annotated[str, Field(max_length=2_000)] | None = None
    preparation: Annotated[str, Field(max_length=64)] | None = None


class Given(BaseModel):
    """What to prepare from: texts, as pasted."""

    model_config = ConfigDict(extra="forbid")
    resume: Document
    posting: Document
    company: Annotated[list[Document], Field(max_length=20)] = []
    reflection: dict[str, Any] | None = None
    question: Annotated[str, Field(max_length=2_000)] | None = None


class Typed(BaseModel):
    """What was typed into a field, and the wording it was typed over."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=50_000)]
    base: Annotated[str, Field(max_length=50_000)] | None = None


class Text(BaseModel):
    """One text."""

    model_config = ConfigDict(extra="forbid")
    text: Words


class Correcting(BaseModel):
    """A correction of one fact: ``ref`` names it as GET …/facts does; ``add`` takes a kind of fact instead."""

    model_config = ConfigDict(extra="forbid")
    act: Literal["change", "remove", "confirm", "add"]
    ref: Annotated[str, Field(max_length=60)] = ""
    value: Annotated[str, Field(max_length=5_000)] = ""
    kind: Subject | None = None
    parts: Annotated[dict[str, Annotated[str, Field(max_length=500)]], Field(max_length=4)] = {}
    seen: Annotated[str, Field(max_length=5_000)] | None = None


class Answering(BaseModel):
    """What a person says to something heard: ``label`` names it as GET …/heard does."""

    model_config = ConfigDict(extra="forbid")
    label: Annotated[str, Field(min_length=1, max_length=100)]
    act: Act


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


@router.get("/preparations")
def preparations(request: Request) -> list[dict[str, str]]:
    """List what is saved."""
    return [
        {"id": e.id, "title": e.title, "updated": e.updated.isoformat()}
        for e in request.app.state.store.entries()
    ]


@router.post("/preparations", status_code=201)
def prepare_from(request: Request, given: Given) -> dict[str, Any]:
    """Run the whole method on a résumé and a posting, save the preparation, and return it."""
    from everest.preparation import codec, prepare

    made = prepare(given.resume, given.posting, given.company, given.reflection, given.question)
    request.app.state.store.save(made)
    return codec.to_data(made)


@router.get("/preparations/{id_}")
def one_preparation(request: Request, id_: str) -> dict[str, Any]:
    """Return a whole preparation."""
    from everest.preparation import codec

    return codec.to_data(request.app.state.store.get(id_))


@router.get("/preparations/{id_}/facts")
def facts(request: Request, id_: str) -> dict[str, Any]:
    """Return every fact read of the candidate by name, what is doubtful, and the corrections so far."""
    from everest.candidate.corrections import fact_sheet, sheet_data
    from everest.preparation import as_read

    made = request.app.state.store.get(id_)
    return sheet_data(fact_sheet(as_read(made), made.corrections))


@router.post("/preparations/{id_}/corrections", status_code=201)
def correct(request: Request, id_: str, said: Correcting) -> dict[str, Any]:
    """Correct one fact; all that follows from it is worked out anew. To add a line to a job, ``ref`` names the job."""
    from everest.preparation import correct_fact

    store = request.app.state.store
    store.save(correct_fact(store.get(id_), **said.model_dump()))
    return facts(request, id_)


@router.delete("/preparations/{id_}/corrections/{number}")
def take_back(request: Request, id_: str, number: int) -> dict[str, Any]:
    """Take a correction back."""
    from everest.preparation import without_correction

    store = request.app.state.store
    store.save(without_correction(store.get(id_), number))
    return facts(request, id_)


@router.get("/preparations/{id_}/heard")
def heard(request: Request, id_: str) -> dict[str, Any]:
    """Return what is heard in the reflection, with the words and the field they stand in, and what was struck."""
    from everest.web.pages import handling
    from everest.web.pages.heard import data_of

    return data_of(handling.current(request, id_).candidate.reflection)


@router.post("/preparations/{id_}/heard")
def answer_heard(request: Request, id_: str, said: Answering) -> dict[str, Any]:
    """Strike something heard (it then counts nowhere), take it back, or lay a value with the must-haves or nice ones."""
    from everest.web.pages import handling
    from everest.web.pages.heard import settle

    settle(request, handling.current(request, id_), said.label, said.act)
    return heard(request, id_)


@router.delete("/preparations/{id_}")
def delete_preparation(request: Request, id_: str) -> dict[str, str]:
    """Delete a preparation and everything kept with it."""
    return {"deleted": request.app.state.store.delete(id_)}


@router.get("/preparations/{id_}/sheet.{format_}")
def sheet(request: Request, id_: str, format_: Literal["md", "html", "pdf", "docx", "json"]) -> Response:
    """Return the one-page sheet as a file."""
    from everest.preparation import render

    return Response(render(request.app.state.store.get(id_), format_), media_type="application/octet-stream")


@router.get("/preparations/{id_}/fields")
def fields(request: Request, id_: str) -> dict[str, str]:
    """Return all that was typed, by field."""
    kept: dict[str, str] = request.app.state.store.fields(id_)
    return kept


@router.put("/preparations/{id_}/fields/{key}")
def save_field(request: Request, id_: str, key: Key, typed: Typed) -> dict[str, Any]:
    """Keep what was typed into a field; it is on disk when this returns.

    ``crossed`` says that another window had kept other words there; those stay as an earlier wording.
    """
    crossed = request.app.state.store.save_field(id_, key, typed.text, base=typed.base)
    return {"saved": key, "crossed": crossed}

"""The third camp: the posting marked as it was read, the company, and the links drawn between the job and you."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response

from everest.errors import BadInput
from everest.opening import goal_links, notes_sheet, questions_to_ask
from everest.preparation import Preparation, with_company
from everest.preparation.codec import to_json
from everest.web.marking import Mark, segments
from everest.web.pages import handling
from everest.web.uploads import Task, Upload

if TYPE_CHECKING:
    from everest.opening import GoalLink

router = APIRouter(include_in_schema=False)
OWN_NOTES = "my notes"
PREFIX = "company:"


@router.get("/p/{id_}/opening")
def show(request: Request, id_: str) -> Response:
    """Show what was read of the posting and the company."""
    made = handling.current(request, id_)
    texts = made.opening.company.texts
    given = {key.removeprefix(PREFIX): words for key, words in texts.items() if key != "posting"}
    return handling.camp_page(
        request,
        made,
        "opening",
        marked_text=segments(made.opening.text, _marks(made)),
        own_notes=given.pop(OWN_NOTES, ""),
        sources=given,
        statements=_statements(made),
        links=_goal_links(made),
        asks=questions_to_ask(made.opening) if made.opening.text else (),
    )


@router.get("/p/{id_}/opening/notes.md")
def notes_sheet_of(request: Request, id_: str) -> Response:
    """Hand out a page of notes on the company: what is known, with sources, and what to fill in."""
    made = handling.current(request, id_)
    words = notes_sheet(made.opening.company, opening=made.opening)
    held = {"Content-Disposition": 'attachment; filename="company-notes.md"'}
    return Response(words, media_type="text/markdown; charset=utf-8", headers=held)


@router.post("/p/{id_}/opening/posting")
async def bring_posting(
    request: Request,
    id_: str,
    file: UploadFile | None = None,
    text: Annotated[str, Form()] = "",
    address: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Read a posting in place of the one before."""
    made = handling.current(request, id_)
    upload = await handling.given(file, text, "posting", address)
    back = f"/p/{made.id}/opening"
    keep = handling.keeper(handling.store_of(request), made.id, back, role="posting", upload=upload)
    return handling.working(request, Task("posting", posting=upload, made=to_json(made)), keep, back=back)


@router.post("/p/{id_}/opening/company")
async def bring_company(
    request: Request,
    id_: str,
    file: UploadFile | None = None,
    text: Annotated[str, Form()] = "",
    address: Annotated[str, Form(max_length=2_000)] = "",
    name: Annotated[str, Form(max_length=120)] = "",
) -> Response:
    """Read a text of the company's: a page of its site, a report, a news story."""
    made = handling.current(request, id_)
    upload = await handling.given(file, text, "text about the company", address)
    if name.strip():
        upload = Upload(name.strip(), upload.content, upload.pasted)
    back = f"/p/{made.id}/opening#company"
    keep = handling.keeper(handling.store_of(request), made.id, back)
    return handling.working(request, Task("company", posting=upload, made=to_json(made)), keep, back=back)


@router.post("/p/{id_}/opening/notes")
def keep_notes(request: Request, id_: str, notes: Annotated[str, Form(max_length=20_000)] = "") -> Response:
    """Keep what the person found out about the company, and read it like any other source."""
    made = handling.current(request, id_)
    store = handling.store_of(request)
    store.save_field(made.id, "notes", notes)
    store.save(with_company(made, OWN_NOTES, notes))
    return handling.to(f"/p/{made.id}/opening#company")


@router.post("/p/{id_}/opening/forget")
def forget(request: Request, id_: str, name: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Take a source about the company away."""
    made = handling.current(request, id_)
    if f"{PREFIX}{name}" not in made.opening.company.texts:
        raise BadInput("There is no such source here.", todo="Go back to the opening.")
    handling.store_of(request).save(with_company(made, name, ""))
    return handling.to(f"/p/{made.id}/opening#company")


def _goal_links(made: Preparation) -> list[tuple[str, tuple[GoalLink, ...]]]:
    """Return each goal of the person's with what in the opening speaks to it; nothing is an answer too."""
    said = [fact.value for fact in made.candidate.reflection.goals] if made.opening.text else []
    found = goal_links(made.opening, said) if said else ()
    return [(goal, tuple(link for link in found if link.goal == goal)) for goal in said]


def _statements(made: Preparation) -> list[tuple[str, tuple[Any, ...]]]:
    company = made.opening.company
    return [
        ("What it is like there", company.culture),
        ("Plans for the next year or so", company.short_term),
        ("Where it wants to be in the long run", company.long_term),
    ]


def _marks(made: Preparation) -> list[Mark]:
    opening = made.opening
    marks = [_mark(task.evidence, "task", "task") for task in opening.tasks]
    for wanted in opening.requirements:
        kind = "must" if wanted.must else "nice"
        marks.append(_mark(wanted.evidence, kind, "must have" if wanted.must else "nice to have"))
    marks += [_mark(fact.evidence, "value", "what they value") for fact in opening.values]
    marks += [_mark(fact.evidence, "growth", "a word on growth") for fact in opening.growth_hints]
    for fact, note in (
        (opening.title, "title"),
        (opening.employer, "employer"),
        (opening.place, "place"),
        (opening.pay, "pay"),
    ):
        if fact:
            marks.append(_mark(fact.evidence, "fact", note))
    return marks


def _mark(evidence: Any, kind: str, note: str) -> Mark:
    return Mark(evidence.start, evidence.end, kind, note)

"""Where to begin: three ways in, the saved preparations, and the work under way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response

from everest.preparation import Preparation, StoredFile, begin, camps, example, next_camp
from everest.web.pages import handling
from everest.web.uploads import Task

router = APIRouter(include_in_schema=False)
PATIENCE = 0.8
"""Seconds a page of work under way waits before it shows how far the work is, and then between two looks."""


@router.get("/")
def start(request: Request) -> Response:
    """Show where to begin, and what is saved."""
    return handling.page(request, "start.html", entries=handling.store_of(request).entries())


@router.post("/prepare")
async def prepare(  # noqa: PLR0913 - one parameter a field of the form
    request: Request,
    resume: UploadFile | None = None,
    posting: UploadFile | None = None,
    resume_text: Annotated[str, Form()] = "",
    posting_text: Annotated[str, Form()] = "",
    company: Annotated[str, Form()] = "",
    aspiration: Annotated[str, Form()] = "",
    strength: Annotated[str, Form()] = "",
    proof: Annotated[str, Form()] = "",
    question: Annotated[str, Form()] = "",
) -> Response:
    """Begin to work out a preparation from what was dropped in."""
    cv = await handling.given(resume, resume_text, "résumé")
    job = await handling.given(posting, posting_text, "posting")
    said: dict[str, Any] = {"aspiration": aspiration} if aspiration.strip() else {}
    if strength.strip():
        said["strengths"] = [{"name": strength, "proof": proof}]
    task = Task("prepare", cv, job, company.strip(), said or None, question.strip() or None)
    store = handling.store_of(request)
    files = (StoredFile("resume", cv.name, cv.content), StoredFile("posting", job.name, job.content))

    def keep(made: Preparation) -> str:
        store.save(made, files)
        return f"/p/{made.id}"

    return handling.working(request, task, keep, back="/#interview")


@router.post("/explore")
def explore(request: Request) -> Response:
    """Begin a preparation without a job in sight: first find out what one wants."""
    made = begin()
    handling.store_of(request).save(made)
    return handling.to(f"/p/{made.id}/you/reflect")


@router.post("/example")
def show_example(request: Request) -> Response:
    """Make the sample preparation and show it."""
    made = example()
    handling.store_of(request).save(made)
    return handling.to(f"/p/{made.id}")


@router.get("/working/{id_}")
async def under_way(request: Request, id_: str) -> Response:
    """Show how far work is; go on to what it made once it is done."""
    job = handling.jobs_of(request).get(id_)
    await asyncio.to_thread(job.finished.wait, PATIENCE)
    if job.error is not None:
        raise job.error
    if job.stopped:
        return handling.to(job.back)
    if job.finished.is_set():
        return handling.to(job.address)
    shown = handling.page(request, "working.html", job=job, id_=id_)
    shown.headers["Refresh"] = "1"
    return shown


@router.post("/working/{id_}/stop")
def stop(request: Request, id_: str) -> Response:
    """End work before its time."""
    job = handling.jobs_of(request).get(id_)
    job.stop()
    return handling.to(job.back)


@router.get("/p/{id_}")
def overview(request: Request, id_: str) -> Response:
    """Show a preparation as a mountain: the camps reached and the next one."""
    made = handling.current(request, id_)
    store = handling.store_of(request)
    reached = camps(made, takes=len(store.takes(made.id)))
    return handling.page(
        request,
        "overview.html",
        made=made,
        camps=reached,
        next=next_camp(reached),
        here="",
        phrasings=_askings(),
    )


@router.post("/p/{id_}/question")
def ask_otherwise(request: Request, id_: str, question: Annotated[str, Form()] = "") -> Response:
    """Prepare for another wording of the question."""
    from everest.preparation import with_question

    made = handling.current(request, id_)
    if question.strip():
        handling.store_of(request).save(with_question(made, question.strip()[:500]))
    return handling.to(f"/p/{made.id}")


@router.post("/p/{id_}/title")
def rename(request: Request, id_: str, title: Annotated[str, Form()] = "") -> Response:
    """Give a preparation another name."""
    store = handling.store_of(request)
    made = store.get(id_)
    if title.strip():
        store.save(replace(made, title=title.strip()[:120]))
    return handling.to(f"/p/{made.id}")


@router.post("/p/{id_}/delete")
def delete(request: Request, id_: str) -> Response:
    """Delete a preparation and everything kept with it."""
    handling.store_of(request).delete(id_)
    return handling.to("/")


def _askings() -> tuple[str, ...]:
    from everest.question import phrasings

    return tuple(str(getattr(entry, "text", entry)) for entry in phrasings())[:12]

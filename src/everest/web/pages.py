"""The pages. Each handler reads a request, calls the library once, and shows what came back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from everest.errors import BadInput, NotFound
from everest.preparation import FORMATS, Extent, Store, StoredFile, example, render
from everest.review import review, rules
from everest.web.drawing import templates
from everest.web.uploads import Upload, prepare_apart

router = APIRouter(include_in_schema=False)
MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


@router.get("/")
def start(request: Request) -> Response:
    """Show where to begin, and what is saved."""
    return _page(request, "start.html", entries=_store(request).entries())


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
    """Work out a preparation from what was dropped in, save it, and show it."""
    cv = await _given(resume, resume_text, "résumé")
    job = await _given(posting, posting_text, "posting")
    said: dict[str, Any] = {"aspiration": aspiration} if aspiration.strip() else {}
    if strength.strip():
        said["strengths"] = [{"name": strength, "proof": proof}]
    made = await prepare_apart(cv, job, company.strip(), said or None, question.strip() or None)
    files = (StoredFile("resume", cv.name, cv.content), StoredFile("posting", job.name, job.content))
    _store(request).save(made, files)
    return RedirectResponse(f"/p/{made.id}", status_code=303)


@router.post("/example")
def show_example(request: Request) -> Response:
    """Make the sample preparation and show it."""
    made = example()
    _store(request).save(made)
    return RedirectResponse(f"/p/{made.id}", status_code=303)


@router.get("/p/{id_}")
def preparation(request: Request, id_: str) -> Response:
    """Show a preparation."""
    store = _store(request)
    made = store.get(id_)
    own = store.fields(made.id).get("answer", "")
    found = (
        review(own, question=made.question.text, opening=made.opening, candidate=made.candidate)
        if own.strip()
        else None
    )
    return _page(
        request,
        "preparation.html",
        made=made,
        own=own,
        found=found,
        versions=store.versions(made.id, "answer"),
    )


@router.post("/p/{id_}/answer")
def save_answer(request: Request, id_: str, answer: Annotated[str, Form()] = "") -> Response:
    """Keep the person's own wording."""
    store = _store(request)
    store.save_field(id_, "answer", answer)
    store.touch(id_, own_answer=answer.strip())
    return RedirectResponse(f"/p/{id_}#own", status_code=303)


@router.post("/p/{id_}/delete")
def delete(request: Request, id_: str) -> Response:
    """Delete a preparation and everything kept with it."""
    _store(request).delete(id_)
    return RedirectResponse("/", status_code=303)


@router.get("/p/{id_}/{extent}.{format_}")
def download(request: Request, id_: str, extent: str, format_: str) -> Response:
    """Send the sheet or the whole preparation as a file."""
    if extent not in set(Extent) or format_ not in FORMATS:
        raise NotFound("There is no such file.", todo="Go back and choose one of the formats.")
    content = render(_store(request).get(id_), format_, Extent(extent))
    headers = {"Content-Disposition": f'attachment; filename="everest-{extent}.{format_}"'}
    return Response(content, media_type=MEDIA[format_], headers=headers)


@router.get("/review")
def blank_review(request: Request) -> Response:
    """Offer to review an answer that a person already has."""
    return _page(request, "review.html", text="", question="", found=None)


@router.post("/review")
def show_review(
    request: Request, text: Annotated[str, Form()] = "", question: Annotated[str, Form()] = ""
) -> Response:
    """Review an answer; nothing is saved."""
    found = review(text, question=question.strip() or None) if text.strip() else None
    return _page(request, "review.html", text=text, question=question, found=found)


@router.get("/learn")
def learn(request: Request) -> Response:
    """Show why they ask, what to avoid, and every rule with its examples."""
    return _page(request, "learn.html", rules=rules())


async def _given(file: UploadFile | None, text: str, what: str) -> Upload:
    if file is not None and file.filename:
        return Upload(file.filename, await file.read())
    if text.strip():
        return Upload("pasted text", text.encode(), pasted=True)
    raise BadInput(f"There is no {what} yet.", todo="Choose a file or paste its text, then try again.")


def _store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def _page(request: Request, name: str, **context: Any) -> Response:
    return templates.TemplateResponse(request, name, context)

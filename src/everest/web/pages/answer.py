"""The fourth camp: the drafts side by side, and the person's own wording with its review and its history."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response

from everest.errors import NotFound
from everest.preparation import Preparation, compare_wordings
from everest.review import review
from everest.review.model import Review
from everest.web.pages import handling

router = APIRouter(include_in_schema=False)
MOST_VERSIONS = 50
DISMISSED = "draft.dismissed"


@router.get("/p/{id_}/answer")
def show(request: Request, id_: str, version: Annotated[int | None, Query(ge=0)] = None) -> Response:
    """Show the drafts, the editor, and how the wording came about."""
    from everest.answer import check_grounds, keywords, sources_of

    made = handling.current(request, id_)
    store = handling.store_of(request)
    own = store.fields(made.id).get("answer", made.own_answer)
    versions = store.versions(made.id, "answer")[:MOST_VERSIONS]
    shown = versions[version] if version is not None and version < len(versions) else None
    return handling.camp_page(
        request,
        made,
        "answer",
        own=own,
        found=reviewed(made, own, dismissed(store.fields(made.id))),
        ungrounded=check_grounds(
            own, sources_of(made.candidate, made.aspiration, made.opening, made.question)
        )
        if own.strip()
        else (),
        cards=[keywords(draft) for draft in made.answers],
        versions=versions,
        version=version,
        changes=compare_wordings(shown.text, own) if shown else (),
    )


@router.post("/p/{id_}/answer")
def keep(request: Request, id_: str, answer: Annotated[str, Form(max_length=50_000)] = "") -> Response:
    """Keep the person's own wording."""
    store = handling.store_of(request)
    made = store.get(id_)
    store.save_field(made.id, "answer", answer.replace("\r\n", "\n"))
    return handling.to(f"/p/{made.id}/answer#own")


@router.post("/p/{id_}/answer/use")
def use(request: Request, id_: str, draft: Annotated[int, Form(ge=0, le=20)]) -> Response:
    """Take a draft into the editor; the wording before stays as a version."""
    made = handling.current(request, id_)
    if draft >= len(made.answers):
        raise NotFound("There is no such draft any more.", todo="Go back to your answer and choose again.")
    return _put(request, made, made.answers[draft].text)


@router.post("/p/{id_}/answer/restore")
def restore(request: Request, id_: str, version: Annotated[int, Form(ge=0)]) -> Response:
    """Bring an earlier wording back; the one before it stays as a version."""
    made = handling.store_of(request).get(id_)
    versions = handling.store_of(request).versions(made.id, "answer")
    if version >= len(versions):
        raise NotFound("There is no such wording any more.", todo="Go back to your answer.")
    return _put(request, made, versions[version].text)


def reviewed(made: Preparation, text: str, away: tuple[str, ...] = ()) -> Review | None:
    """Review what someone would say in this preparation; None if it says nothing."""
    if not text.strip():
        return None
    return review(
        text, question=made.question.text, opening=made.opening, candidate=made.candidate, dismissed=away
    )


@router.post("/p/{id_}/answer/dismiss")
def dismiss(request: Request, id_: str, key: Annotated[str, Form(min_length=1, max_length=400)]) -> Response:
    """Keep that a remark is not so; it stays away from this preparation."""
    store = handling.store_of(request)
    made = store.get(id_)
    kept = dict.fromkeys([*dismissed(store.fields(made.id)), " ".join(key.split())])
    store.save_field(made.id, DISMISSED, "\n".join(kept))
    return handling.to(f"/p/{made.id}/answer#own")


def dismissed(fields: dict[str, str]) -> tuple[str, ...]:
    """Return the keys of remarks that the person said are not so."""
    return tuple(fields.get(DISMISSED, "").splitlines())


def _put(request: Request, made: Preparation, text: str) -> Response:
    handling.store_of(request).save_field(made.id, "answer", text, base="")
    return handling.to(f"/p/{made.id}/answer#own")

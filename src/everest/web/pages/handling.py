"""What every page's handlers share: the store, the template, the camps on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fastapi import Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from everest.candidate import Conversation
from everest.errors import BadInput
from everest.preparation import Preparation, Store, StoredFile, camps, next_camp, with_reflection
from everest.web.drawing import templates
from everest.web.jobs import Finish, Jobs
from everest.web.uploads import Task, Upload

if TYPE_CHECKING:
    from everest.candidate.model import Reflection

SEE_OTHER = 303
ENDINGS = {"text/html": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}
"""File name endings for pages fetched, by media type."""


def store_of(request: Request) -> Store:
    """Return the store of this app."""
    store: Store = request.app.state.store
    return store


def jobs_of(request: Request) -> Jobs:
    """Return the jobs of this app."""
    jobs: Jobs = request.app.state.jobs
    return jobs


def page(request: Request, name: str, **context: Any) -> Response:
    """Show a page."""
    return templates.TemplateResponse(request, name, context)


def camp_page(request: Request, made: Preparation, here: str, **context: Any) -> Response:
    """Show a page of a preparation, with the way it stands on."""
    store = store_of(request)
    reached = camps(made, takes=len(store.takes(made.id)))
    following = _following(reached, here)
    return page(
        request,
        f"{here}.html",
        made=made,
        here=context.pop("trail", here),
        camps=reached,
        next=next_camp(reached),
        following=following,
        fields=store.fields(made.id),
        **context,
    )


def to(address: str) -> Response:
    """Send the browser on after a form was taken."""
    return RedirectResponse(address, status_code=SEE_OTHER)


def working(request: Request, task: Task, finish: Finish, *, back: str) -> Response:
    """Begin long work and show how far it is."""
    return to(f"/working/{jobs_of(request).begin(task, finish, back=back)}")


async def given(file: UploadFile | None, text: str, what: str, address: str = "") -> Upload:
    """Return what a form brought: a file, pasted text, or the page at an address.

    Raises:
        BadInput: if it brought nothing.
        NotAllowed: if the address may not be fetched.
        OfflineError: if it cannot be reached.
    """
    if file is not None and file.filename:
        return Upload(file.filename, await file.read())
    if text.strip():
        return Upload("pasted text", text.encode(), pasted=True)
    if address.strip():
        return await run_in_threadpool(_fetched, address.strip())
    raise BadInput(f"There is no {what} yet.", todo="Choose a file or paste its text, then try again.")


def _fetched(address: str) -> Upload:
    """Fetch what a person typed the address of; typing it is the leave to do so."""
    from everest.network import Permission, fetch

    page = fetch(address, Permission())
    name = page.url.partition("://")[2].partition("?")[0].rstrip("/")
    return Upload(name + ENDINGS.get(page.media_type, ""), page.content)


def keeper(store: Store, id_: str, address: str, *, role: str = "", upload: Upload | None = None) -> Finish:
    """Return what keeps a changed preparation, and the document it was changed with."""

    def keep(made: Preparation) -> str:
        files = [file for file in store.files(id_) if file.role != role]
        if upload is not None:
            files.append(StoredFile(role, upload.name, upload.content))
        store.save(made, tuple(files))
        return address

    return keep


def conversation_of(request: Request, made: Preparation) -> Conversation:
    """Return the guided reflection as kept; where none is, what the preparation knows of one."""
    kept = store_of(request).fields(made.id).get("reflection")
    return Conversation.from_data(json.loads(kept)) if kept else Conversation.of(made.candidate.reflection)


def keep_conversation(request: Request, made: Preparation, conversation: Conversation) -> None:
    """Keep the guided reflection; it is on disk when this returns."""
    store_of(request).save_field(
        made.id, "reflection", json.dumps(conversation.to_data(), ensure_ascii=False)
    )


def current(request: Request, id_: str) -> Preparation:
    """Open a preparation with what was typed since worked in: the reflection, and the person's own answer."""
    store = store_of(request)
    made = store.get(id_)
    fields = store.fields(made.id)
    changed = made
    said = fields.get("reflection", "") + fields.get("interests", "")
    if said and made.extra.get("reflected") != said:
        changed = with_reflection(made, _reflection(request, made, fields))
        changed = replace(changed, extra={**made.extra, "reflected": said})
    own = fields.get("answer", made.own_answer).strip()
    if own != made.own_answer:
        changed = replace(changed, own_answer=own)
    if changed is not made:
        store.save(changed)
    return changed


def _reflection(request: Request, made: Preparation, fields: dict[str, str]) -> Reflection:
    reflection = conversation_of(request, made).reflection()
    kept = fields.get("interests")
    if not kept:
        return reflection
    from everest.occupations import score_interests

    scores = score_interests(json.loads(kept)).scores
    rated = {name: 1 + 6 * score for name, score in scores.items()}
    return replace(reflection, interests=rated, interests_placed=True)


def _following(reached: tuple[Any, ...], here: str) -> Any:
    names = [camp.name for camp in reached]
    at = names.index(here) + 1 if here in names else len(names)
    return reached[at] if at < len(names) else None

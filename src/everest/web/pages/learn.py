"""Learning the method: why they ask, the pitfalls, the five situations, every rule; and a review of any answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from everest.review import review, rules
from everest.web.pages import handling
from everest.web.pages.answer import dismissed, reviewed

router = APIRouter(include_in_schema=False)


@router.get("/review")
def blank_review(request: Request) -> Response:
    """Offer to review an answer that a person already has."""
    return handling.page(request, "review.html", text="", question="", found=None)


@router.post("/review")
def show_review(
    request: Request,
    text: Annotated[str, Form(max_length=50_000)] = "",
    question: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Review an answer; nothing is saved."""
    found = review(text, question=question.strip() or None) if text.strip() else None
    return handling.page(request, "review.html", text=text, question=question, found=found)


@router.post("/review/found")
def found(
    request: Request,
    text: Annotated[str, Form(max_length=50_000)] = "",
    question: Annotated[str, Form(max_length=2_000)] = "",
    preparation: Annotated[str, Form(max_length=64)] = "",
    away: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Review what is being typed; only the remarks come back, for the editor to show."""
    if preparation:
        store = handling.store_of(request)
        made = store.get(preparation)
        seen = reviewed(made, text, (*dismissed(store.fields(made.id)), *(away or ())))
    else:
        seen = review(text, question=question.strip() or None, dismissed=away or ()) if text.strip() else None
    return handling.page(request, "found_alone.html", found=seen)


@router.get("/learn")
def learn(request: Request) -> Response:
    """Show why they ask, and what to avoid."""
    from everest.content import load

    return handling.page(request, "learn.html", method=load("method"))


@router.get("/learn/gallery")
def situations(request: Request) -> Response:
    """Show the five situations, each with answers and why they work."""
    from everest.answer import gallery
    from everest.content import load

    return handling.page(request, "gallery.html", method=load("method"), gallery=gallery())


@router.get("/learn/rules")
def all_rules(request: Request) -> Response:
    """Show every rule with its examples."""
    return handling.page(request, "rules.html", rules=rules())

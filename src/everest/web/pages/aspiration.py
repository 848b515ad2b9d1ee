"""The second camp: work that fits, the direction chosen, the goals under it, and the way there."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response

from everest.errors import NotFound
from everest.preparation import Preparation
from everest.web.drawing import FIELDS
from everest.web.pages import handling

if TYPE_CHECKING:
    from everest.aspiration import Goal
    from everest.occupations.model import Comparison, Filters, Occupation

router = APIRouter(include_in_schema=False)
MOST_COMPARED = 3
MATCHES = 9


@router.get("/p/{id_}/aspiration")
def show(
    request: Request,
    id_: str,
    pay: Annotated[str, Query(max_length=9)] = "",
    zone: Annotated[str, Query(max_length=1)] = "",
    growing: str = "",
    field: Annotated[str, Query(max_length=2)] = "",
    compare: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """Show the direction, what could be one, and the work that fits."""
    from everest.aspiration import classify, fitting_occupations, horizon_conflicts, propose_aspirations
    from everest.occupations import radar_svg, route_svg

    chosen = _occupations(compare or [])
    made = handling.current(request, id_)
    own = made.aspiration.text if not made.aspiration.proposed else ""
    routes = made.aspiration.routes
    return handling.camp_page(
        request,
        made,
        "aspiration",
        own=own,
        told=classify(own) if own else None,
        proposals=propose_aspirations(made.candidate, made.opening) if _known(made) else (),
        goals=sorted(made.aspiration.goals, key=_when),
        conflicts=horizon_conflicts(made.aspiration),
        route=routes[0] if routes else None,
        route_picture=route_svg(routes[0]) if routes else "",
        matches=fitting_occupations(
            made.candidate, filters=_filters(pay, zone, growing, field), limit=MATCHES
        ),
        filters={"pay": pay, "zone": zone, "growing": growing, "field": field},
        guess=_guess(made),
        compared=_compared(chosen),
        chosen={one.code for one in chosen},
        radar=radar_svg(chosen) if chosen and all(one.interests for one in chosen) else "",
    )


@router.post("/p/{id_}/aspiration")
def choose(
    request: Request,
    id_: str,
    text: Annotated[str, Form(max_length=1_000)] = "",
    goals: Annotated[str | None, Form(max_length=4_000)] = None,
) -> Response:
    """Keep the direction in the person's words, and the goals under it, one a line."""
    made = handling.store_of(request).get(id_)
    conversation = handling.conversation_of(request, made)
    if text.strip():
        conversation = conversation.say("aspiration", " ".join(text.split()))
    lines = [line.strip() for line in (goals or "").splitlines() if line.strip()]
    if lines:
        conversation = conversation.say("goals", lines)
    elif goals is not None:
        conversation = conversation.skip("goals")
    handling.keep_conversation(request, made, conversation)
    return handling.to(f"/p/{made.id}/aspiration")


def _known(made: Preparation) -> bool:
    said = made.candidate.reflection
    return bool(made.candidate.text or said.strengths or said.enjoys or said.answers or made.opening.text)


def _when(goal: Goal) -> float:
    return goal.horizon_years if goal.horizon_years is not None else 99.0


def _guess(made: Preparation) -> str:
    """Say where the title of the last job alone does not tell the work, and what was taken for it; else ""."""
    from everest.occupations import find_title

    last = made.candidate.positions[:1]
    found = find_title(last[0].title.value, limit=1) if last and last[0].title else ()
    return found[0].why[0] if found and found[0].general else ""


def _filters(pay: str, zone: str, growing: str, field: str) -> Filters | None:
    from everest.occupations.model import Filters

    digits = "".join(sign for sign in pay if sign.isdigit())
    return Filters(
        least_pay=int(digits) if digits else None,
        highest_zone=int(zone) if zone in set("12345") else None,
        least_growth=0.1 if growing else None,
        fields=(field,) if field in FIELDS else (),
    )


def _compared(chosen: list[Occupation]) -> Comparison | None:
    from everest.occupations import compare

    return compare([one.code for one in chosen]) if len(chosen) > 1 else None


def _occupations(codes: list[str]) -> list[Occupation]:
    from everest.occupations import atlas

    found = []
    for code in dict.fromkeys(codes):
        with suppress(NotFound):
            found.append(atlas().occupation(code))
    return found[:MOST_COMPARED]

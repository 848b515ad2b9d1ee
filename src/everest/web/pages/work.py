"""Looking work up: what a title means, what the atlas knows of it, the way there, and how far an aim is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from everest.errors import BadInput, NotFound
from everest.web.pages import handling

if TYPE_CHECKING:
    from everest.occupations.model import OccupationMatch, Realism, Route

router = APIRouter(include_in_schema=False)
FOUND = 6
Words = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Way:
    """The ways to an aim and how far it is, with the pictures; ``trouble`` says what could not be read."""

    routes: tuple[Route, ...] = ()
    pictures: tuple[str, ...] = ()
    realism: Realism | None = None
    guesses: tuple[str, ...] = ()
    trouble: str = ""
    picture_address: str = ""


@router.get("/atlas")
def look_up(
    request: Request,
    title: Words = "",
    start: Words = "",
    goal: Words = "",
    years: Annotated[str, Query(max_length=6)] = "",
    within: Annotated[str, Query(max_length=6)] = "",
    education: Words = "",
) -> Response:
    """Find work by its title, and weigh the way from one work to another."""
    from everest.occupations import find_title

    return handling.page(
        request,
        "work.html",
        asked={
            "title": title, "start": start, "goal": goal, "years": years, "within": within, "education": education,
        },
        matches=find_title(title, limit=FOUND) if title.strip() else (),
        way=_way(start, goal, years, within, education) if start.strip() and goal.strip() else None,
    )  # fmt: skip


@router.get("/atlas/{code}")
def one(request: Request, code: str) -> Response:
    """Show what the atlas knows of one occupation."""
    from everest.occupations import atlas, radar_svg
    from everest.occupations.comparing import described

    work = atlas().occupation(code)
    related = [(near, atlas().occupation(near).title) for near, _ in work.related[:8]]
    return handling.page(
        request,
        "work_one.html",
        work=work,
        told=described(work.code),
        related=related,
        radar=radar_svg([work]) if work.interests else "",
    )


def _way(start: str, goal: str, years: str, within: str, education: str) -> Way:
    from everest.occupations import atlas, find_title, read_rank, realism, route_svg
    from everest.occupations.routes import routes_between
    from everest.occupations.titles import code_of

    try:
        so_far = _number(years, "Years so far") or 0.0
        time = _number(within, "Years until the aim")
        here, degree = code_of(start), education or None
        found = routes_between(start, goal, years=so_far, education=degree)
        weighed = realism(
            from_code=here, from_rank=read_rank(start), years=so_far, aim=goal, horizon_years=time, education=degree,
        ) if time else None  # fmt: skip
    except (BadInput, NotFound) as trouble:
        return Way(trouble=str(trouble))
    title = atlas().occupation(here).title
    asked: dict[str, Any] = {"start": start, "goal": goal, "years": so_far, "education": education}
    return Way(
        routes=found,
        pictures=tuple(route_svg(one, start=title) for one in found),
        realism=weighed,
        guesses=tuple(_guess(find_title(one, limit=1)) for one in (start, goal) if not one[:1].isdigit()),
        picture_address=f"/api/v1/occupations/route.svg?{urlencode(asked)}",
    )


def _guess(found: tuple[OccupationMatch, ...]) -> str:
    return found[0].why[0] if found and found[0].general else ""


def _number(text: str, what: str) -> float | None:
    """Read years, 0 to 60; None for nothing written."""
    if not text.strip():
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 60:
        raise BadInput(f"{what}: “{text}” is no number of years.", todo="Write one from 0 to 60.")
    return number

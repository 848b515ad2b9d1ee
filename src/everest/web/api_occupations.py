"""The atlas over HTTP: whatever `everest occupations` tells, in the same shapes."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from everest.occupations.model import Route

router = APIRouter(prefix="/api/v1/occupations", tags=["occupations"])
SVG = "image/svg+xml"

Work = Annotated[
    str, Query(min_length=1, max_length=500, description="A job title, or a code such as 23-1011.00.")
]
Works = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=500)]],
    Query(min_length=1, max_length=3, description="Two or three works, titles or codes."),
]
Limit = Annotated[int, Query(ge=1, le=50)]
Years = Annotated[float, Query(ge=0, le=60, allow_inf_nan=False, description="Years of experience so far.")]
Within = Annotated[float, Query(gt=0, le=60, allow_inf_nan=False, description="Years until the aim.")]
Degree = Annotated[str, Query(max_length=200, description="Highest degree: “bachelor's degree”.")]
Zone = Annotated[int | None, Field(ge=1, le=5, description="Job zone, 1 (little preparation) to 5.")]
Word = Annotated[str, Field(min_length=1, max_length=200)]


class Person(BaseModel):
    """What a person says of themselves, and which occupations to leave in."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=5_000)] = ""
    skill: Annotated[list[Word], Field(max_length=40)] = []
    interests: Annotated[
        str, Field(pattern=r"^[RIASECriasec]{0,6}$", description="Strongest first: “SIA”.")
    ] = ""
    value: Annotated[
        list[Word], Field(max_length=40, description="What work must give: “Independence”.")
    ] = []
    drains: Annotated[str, Field(max_length=2_000, description="What tires the person.")] = ""
    most_preparation: Zone = None
    least_preparation: Zone = None
    least_pay: Annotated[int | None, Field(ge=0, le=10_000_000, description="Median, US dollars a year.")] = (
        None
    )
    least_growth: Annotated[
        float | None, Field(ge=-100, le=1000, allow_inf_nan=False, description="Percent in ten years.")
    ] = None
    field: Annotated[list[Word], Field(max_length=23, description="SOC major groups, such as “29”.")] = []
    limit: Annotated[int, Field(ge=1, le=50)] = 10


class Answers(BaseModel):
    """Answers to the interest profiler by item, such as R1: 0 (dislike) to 4 (enjoy)."""

    model_config = ConfigDict(extra="forbid")
    answers: Annotated[
        dict[Annotated[str, Field(max_length=3)], Annotated[int, Field(ge=0, le=4)]], Field(max_length=60)
    ]


@router.get("/title")
def by_title(text: Work, limit: Limit = 10) -> list[dict[str, Any]]:
    """Rank the occupations a title may mean; ``general`` marks a guess from a title that alone does not tell the work."""
    from everest.occupations import find_title
    from everest.occupations.as_data import matches_data

    return matches_data(find_title(text, limit=limit))


@router.get("/match")
def by_person(said: Annotated[Person, Query()]) -> list[dict[str, Any]]:
    """Rank the occupations that fit a person, with what speaks for and against."""
    from everest.occupations import Filters, match_person
    from everest.occupations.as_data import matches_data, strengths

    filters = Filters(
        highest_zone=said.most_preparation,
        lowest_zone=said.least_preparation,
        least_pay=said.least_pay,
        least_growth=said.least_growth,
        fields=tuple(said.field),
    )
    found = match_person(
        said.text,
        skills=said.skill,
        interests=strengths(said.interests.upper()) or None,
        values=said.value,
        drains=said.drains,
        limit=said.limit,
        filters=filters,
    )
    return matches_data(found)


@router.get("/show")
def show(work: Work) -> dict[str, Any]:
    """Tell all that the atlas knows of one occupation."""
    from everest.occupations import atlas
    from everest.occupations.titles import code_of

    return asdict(atlas().occupation(code_of(work)))


@router.get("/compare")
def compared(work: Works) -> dict[str, Any]:
    """Put two or three occupations side by side, and tell what differs."""
    from everest.occupations import compare
    from everest.occupations.titles import code_of

    return asdict(compare([code_of(one) for one in work]))


@router.get("/route")
def route(start: Work, goal: Work, years: Years = 0.0, education: Degree = "") -> list[dict[str, Any]]:
    """Return the ways from one work to another, quickest first: steps, years, what to learn, pay, outlook, sources."""
    return [asdict(one) for one in _routes(start, goal, years, education)]


@router.get("/route.svg", response_class=Response, responses={200: {"content": {SVG: {}}}})
def route_picture(start: Work, goal: Work, years: Years = 0.0, education: Degree = "") -> Response:
    """Return the first way as a picture."""
    from everest.occupations import atlas, route_svg
    from everest.occupations.titles import code_of

    found = _routes(start, goal, years, education)
    title = atlas().occupation(code_of(start)).title
    return Response(route_svg(found[0], start=title), media_type=SVG)


@router.get("/realism")
def weighed(
    aim: Work, start: Work, within: Within, years: Years = 0.0, education: Degree = ""
) -> dict[str, Any]:
    """Weigh an aim against where one stands: within reach, stretch, not in that time; with figures and sources."""
    from everest.occupations import read_rank, realism
    from everest.occupations.as_data import realism_data
    from everest.occupations.titles import code_of

    return realism_data(
        realism(
            from_code=code_of(start),
            from_rank=read_rank(start),
            years=years,
            aim=aim,
            horizon_years=within,
            education=education or None,
        )
    )


@router.get("/interests")
def interest_questions(length: Literal["30", "60"] = "30") -> list[dict[str, Any]]:
    """Return the activities of the interest profiler."""
    from everest.occupations import interest_items

    return [asdict(item) for item in interest_items(60 if length == "60" else 30)]


@router.post("/interests")
def interests_scored(given: Answers) -> dict[str, Any]:
    """Score answers to the interest profiler, and explain them. Nothing is kept."""
    from everest.occupations import score_interests

    return asdict(score_interests(given.answers))


def _routes(start: str, goal: str, years: float, education: str) -> tuple[Route, ...]:
    from everest.occupations.routes import routes_between

    return routes_between(start, goal, years=years, education=education or None)

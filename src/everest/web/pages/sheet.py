"""The summit: the one-page sheet, seen before it is printed, and everything to take along."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from everest.errors import BadInput, NotFound
from everest.preparation import FORMATS, Extent, render
from everest.preparation.sheet import page_of
from everest.web.pages import handling

router = APIRouter(include_in_schema=False)
MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


@router.get("/p/{id_}/sheet")
def preview(request: Request, id_: str) -> Response:
    """Show the sheet as it will be printed."""
    made = handling.current(request, id_)
    return handling.camp_page(
        request, made, "sheet", paper=page_of(made, Extent.SHEET), today=datetime.now(UTC).date().isoformat()
    )


@router.post("/p/{id_}/interview")
def set_date(request: Request, id_: str, day: Annotated[str, Form(max_length=10)] = "") -> Response:
    """Keep the day of the interview."""
    store = handling.store_of(request)
    made = store.get(id_)
    if day.strip():
        _day(day)
    store.save_field(made.id, "interview", day.strip())
    return handling.to(f"/p/{made.id}/sheet#dates")


@router.get("/p/{id_}/{extent}.{format_}")
def download(request: Request, id_: str, extent: str, format_: str) -> Response:
    """Send the sheet or the whole preparation as a file."""
    if extent not in set(Extent) or format_ not in FORMATS:
        raise NotFound("There is no such file.", todo="Go back and choose one of the formats.")
    content = render(handling.current(request, id_), format_, Extent(extent))
    headers = {"Content-Disposition": f'attachment; filename="everest-{extent}.{format_}"'}
    return Response(content, media_type=MEDIA[format_], headers=headers)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput("This is not a date.", where=text[:20], todo="Write it as 2026-12-31.") from error

"""The fifth camp: saying it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from everest.web.pages import common

router = APIRouter(include_in_schema=False)


@router.get("/p/{id_}/aloud")
def show(request: Request, id_: str) -> Response:
    """Show the place to practice."""
    return common.camp_page(request, common.current(request, id_), "aloud")

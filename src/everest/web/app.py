"""Puts the app together: pages, API, static files, errors as sentences."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from everest import errors
from everest.preparation import Store
from everest.web import api, api_occupations, pages
from everest.web.drawing import templates
from everest.web.jobs import Jobs
from everest.web.security import BodyLimit, Guard

STATUS = {
    errors.NotFound: 404,
    errors.NotAllowed: 403,
    errors.OfflineError: 503,
    errors.StoreError: 503,
    errors.AssistantError: 502,
    errors.DataFileError: 500,
    errors.RulePageError: 500,
    errors.EverestError: 422,
}
"""The one table from errors to HTTP; a class not named takes its nearest parent's."""


def create_app(
    data_dir: Path | str | None = None,
    *,
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]"),
    password: str | None = None,
) -> FastAPI:
    """Build the app over a store. ``hosts`` are the names a request may call the server by."""
    app = FastAPI(
        title="Everest", version="1", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.store = Store(data_dir)
    app.state.jobs = Jobs()
    app.add_middleware(BodyLimit)
    app.middleware("http")(Guard(hosts, password))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.include_router(pages.router)
    app.include_router(api.router)
    app.include_router(api_occupations.router)
    app.add_exception_handler(errors.EverestError, _told)
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(RequestValidationError, _told)
    app.add_exception_handler(Exception, _told)
    return app


def status_of(error: Exception) -> int:
    """Return the HTTP status of an error."""
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, RequestValidationError):
        return 422
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def _told(request: Request, error: Exception) -> Response:
    status, sentence = status_of(error), _sentence(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": sentence}, status_code=status)
    return templates.TemplateResponse(
        request, "error.html", {"sentence": sentence, "back": _back(request)}, status_code=status
    )


def _back(request: Request) -> str:
    """Return the page a form was on: our own pages only, whatever the browser says."""
    path = request.url.path
    if path.startswith("/p/"):
        return "/".join(path.split("/")[: 4 if request.method == "POST" else 3])
    return "/review" if path == "/review" else "/"


def _sentence(error: Exception) -> str:
    if isinstance(error, errors.EverestError):
        return str(error)
    if isinstance(error, HTTPException) and error.status_code == 404:
        return "There is no such page. Go back to the start to find your way."
    if isinstance(error, HTTPException) and error.status_code == 413:
        return "That is more than 60 MB. Choose a smaller file."
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return f"Something in this request cannot be used: {'.'.join(map(str, first['loc'][1:]))}: {first['msg']}."
    if isinstance(error, HTTPException):
        return "This request cannot be answered."
    return "Everest stumbled over this. That is a fault of Everest’s, not of yours; what you typed is kept."

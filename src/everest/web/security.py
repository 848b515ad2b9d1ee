"""What every request must pass, and what every response carries."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Next = Callable[[Request], Awaitable[Response]]

MAX_BODY = 60_000_000
"""Largest request in bytes; single documents have their own, smaller limit."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
}


class BodyLimit:
    """Counts what comes in: a request may not say how long it is, or say it wrongly."""

    def __init__(self, app: ASGIApp, most: int = MAX_BODY) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and break off once it is too long."""
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)


class Guard:
    """Checks Host, Origin, size and, where one is set, the password."""

    def __init__(self, hosts: tuple[str, ...], password: str | None) -> None:
        self._hosts = frozenset(host.lower() for host in hosts)
        self._password = password

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Refuse what must not pass; add the headers to what does."""
        refusal = self._refusal(request)
        response = refusal if refusal is not None else await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.url.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _refusal(self, request: Request) -> Response | None:
        if _name(request.headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This address is not Everest’s.", status_code=421)
        if self._password and not self._knows_password(request):
            return PlainTextResponse(
                "A password is needed.",
                status_code=401,
                headers={"WWW-Authenticate": 'Basic realm="Everest"'},
            )
        if request.method not in {"GET", "HEAD", "OPTIONS"} and not self._from_here(request):
            return PlainTextResponse("This request came from another site.", status_code=403)
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return PlainTextResponse("That is more than 60 MB. Choose a smaller file.", status_code=413)
        return None

    def _from_here(self, request: Request) -> bool:
        site = request.headers.get("sec-fetch-site")
        origin = request.headers.get("origin")
        if origin is None:
            return site in {None, "same-origin", "none"}
        return origin != "null" and urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()

    def _knows_password(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            password = base64.b64decode(given, validate=True).decode().partition(":")[2]
        except ValueError:
            return False
        return hmac.compare_digest(password.encode(), (self._password or "").encode())


def _name(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()

"""Fetches a page or a file: with bounds on time, size and redirects, by robots.txt, and never from inside."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib import robotparser
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx

from everest.errors import BadInput, DataFileError, NotAllowed, OfflineError
from everest.network.permission import Permission

AGENT = "Everest/0.1 (interview preparation; fetches single pages a person names)"
MAX_BYTES = 5_000_000
MAX_REDIRECTS = 5
MAX_SECONDS = 30.0
"""A page that drips longer than this is given up."""

TIMEOUT = httpx.Timeout(15.0, connect=8.0)
_CLOSED = {401, 403, 407, 429, 451, 999}
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched, and from where in the end."""

    url: str
    media_type: str
    content: bytes


def fetch(url: str, permission: Permission, *, max_bytes: int = MAX_BYTES, robots: bool = True) -> Page:
    """Fetch one page.

    Raises:
        BadInput: if the address is none.
        NotAllowed: if it is not permitted, private, or robots.txt says no.
        OfflineError: if it cannot be reached, answers an error, or is too big or too slow.
    """
    if robots and not _may(url, permission):
        raise NotAllowed(
            "This site asks programs not to read that page.",
            where=url,
            todo="Open it yourself and paste the text.",
        )
    permission.pause_before(urlsplit(url).hostname or "")
    with _opened(url, permission) as (response, final):
        if response.status_code in _CLOSED:
            raise NotAllowed(
                "This site lets in people, not programs, or only those logged in.",
                where=final,
                todo="Open it yourself and paste the text.",
            )
        if response.status_code >= 400:
            raise OfflineError(
                f"The site answered with error {response.status_code}.",
                where=final,
                todo="Open it yourself and paste the text.",
            )
        content, until = b"", time.monotonic() + MAX_SECONDS
        for chunk in _chunks(response, final):
            content += chunk
            if time.monotonic() > until:
                raise OfflineError(
                    f"This page was not here after {MAX_SECONDS:.0f} seconds.",
                    where=final,
                    todo="Open it yourself and paste the text.",
                )
            if len(content) > max_bytes:
                raise OfflineError(
                    f"This page is larger than {max_bytes / 1e6:.0f} MB.",
                    where=final,
                    todo="Paste the part that matters.",
                )
        return Page(
            final, response.headers.get("content-type", "").partition(";")[0].strip().lower(), content
        )


def download(
    url: str,
    target: Path,
    permission: Permission,
    progress: Callable[[int, int | None], None] | None = None,
    *,
    sha256: str | None = None,
) -> str:
    """Fetch a file to ``target``, whole or not at all, going on where an earlier try stopped; return its SHA-256.

    ``progress`` is called with bytes so far and in all (None if unknown).

    Raises:
        OfflineError: if it cannot be fetched.
        DataFileError: if the checksum is not the one expected.
    """
    part = target.with_name(target.name + ".part")
    done = part.stat().st_size if part.exists() else 0
    with _opened(url, permission, {"Range": f"bytes={done}-"} if done else {}) as (response, final):
        if response.status_code not in {200, 206}:
            raise OfflineError(
                f"The site answered with error {response.status_code}.", where=final, todo="Try again later."
            )
        resumed = response.status_code == 206
        done = done if resumed else 0
        length = response.headers.get("content-length")
        total = done + int(length) if length and length.isdigit() else None
        with part.open("ab" if resumed else "wb") as file:
            for chunk in _chunks(response, final):
                file.write(chunk)
                done += len(chunk)
                if progress:
                    progress(done, total)
    found = hashlib.sha256(part.read_bytes()).hexdigest()
    if sha256 and found != sha256:
        part.unlink()
        raise DataFileError(
            "The file that came is not the one expected.", where=url, todo="Try again; nothing was changed."
        )
    part.replace(target)
    return found


@contextmanager
def _opened(
    url: str, permission: Permission, headers: dict[str, str] | None = None
) -> Iterator[tuple[httpx.Response, str]]:
    """Open a stream, following redirects by hand so that each stop is checked."""
    with httpx.Client(timeout=TIMEOUT, follow_redirects=False, trust_env=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            response = _send(client, url, permission, headers or {})
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                try:
                    yield response, url
                finally:
                    response.close()
                return
            response.close()
            url = urljoin(url, response.headers["location"])
    raise OfflineError(
        "This address leads in circles.", where=url, todo="Open it yourself and paste the text."
    )


def _send(client: httpx.Client, url: str, permission: Permission, headers: dict[str, str]) -> httpx.Response:
    """Connect to the address that was checked, under the name that was asked for."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise BadInput("This is not a web address.", where=url, todo="It begins with https:// and a name.")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise BadInput("This is not a web address.", where=url, todo="Check its port.") from error
    address = permission.check(parts.hostname, port)
    at = f"[{address}]" if ":" in address else address
    request = client.build_request(
        "GET",
        urlunsplit((parts.scheme, f"{at}:{port}", parts.path or "/", parts.query, "")),
        headers={
            "Host": parts.netloc,
            "User-Agent": AGENT,
            "Accept": "text/html,application/pdf,text/plain,*/*;q=0.5",
            **headers,
        },
        extensions={"sni_hostname": parts.hostname},
    )
    try:
        return client.send(request, stream=True)
    except httpx.HTTPError as error:
        raise OfflineError(
            "This address cannot be reached.",
            where=url,
            todo="Check it and your connection, or paste the text.",
        ) from error


def _chunks(response: httpx.Response, url: str) -> Iterator[bytes]:
    try:
        yield from response.iter_bytes(65_536)
    except httpx.HTTPError as error:
        raise OfflineError("The connection broke off.", where=url, todo="Try again.") from error


def _may(url: str, permission: Permission) -> bool:
    parts = urlsplit(url)
    try:
        with _opened(urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")), permission) as (
            response,
            final,
        ):
            if response.status_code != 200:
                return True
            text = b"".join(
                chunk for _, chunk in zip(range(8), _chunks(response, final), strict=False)
            ).decode("utf-8", "replace")
    except OfflineError:
        return True
    rules = robotparser.RobotFileParser()
    rules.parse(text.splitlines())
    return rules.can_fetch("Everest", url)

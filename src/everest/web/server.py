"""Starts the app on a loopback port, says where, and opens the browser where there is one."""

from __future__ import annotations

import ipaddress
import os
import socket
import threading
import webbrowser
from pathlib import Path

from everest.errors import BadInput, NotAllowed


def serve(
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    open_browser: bool = True,
    data_dir: Path | None = None,
    path: str = "/",
) -> None:
    """Serve until stopped.

    A port in use gives way to the next free one. A host other than a loopback address needs the environment variable
    ``EVEREST_PASSWORD``, because then other machines can reach what is stored here.

    Raises:
        NotAllowed: if the host is not a loopback one and no password is set.
        BadInput: if the host or port cannot be listened on.
    """
    import uvicorn

    from everest.web.app import create_app

    password = os.environ.get("EVEREST_PASSWORD") or None
    if not is_loopback(host) and not password:
        raise NotAllowed(
            "Other machines could then read the résumés kept here.",
            where=f"--host {host}",
            todo="Set EVEREST_PASSWORD to a long password first, and put HTTPS in front.",
        )
    listener = _listen(host, port)
    port = listener.getsockname()[1]
    app = create_app(data_dir, hosts=allowed_hosts(host), password=None if is_loopback(host) else password)
    address = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}{path}"  # noqa: S104 - only compared
    print(f"Everest is at {address}\nPress Ctrl-C to stop; everything is saved as you go.", flush=True)  # noqa: T201 - the one line the server owes a person
    if open_browser and _has_browser():
        threading.Timer(0.7, webbrowser.open, [address]).start()
    uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listener])


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the host."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def allowed_hosts(host: str) -> tuple[str, ...]:
    """Return the names a request may use for this server; against DNS rebinding."""
    own = ("127.0.0.1", "localhost", "[::1]")
    return own if is_loopback(host) else (*own, host, *os.environ.get("EVEREST_HOSTS", "").split())


def _has_browser() -> bool:
    return bool(
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.name == "nt"
        or os.uname().sysname == "Darwin"
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for attempt in range(port, port + 20) if port else [0]:
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, attempt))
        except OSError:
            listener.close()
            continue
        return listener
    raise BadInput("No free port here.", where=f"{host}:{port}", todo="Choose another with --port.")

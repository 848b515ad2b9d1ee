"""The one door: bounded, polite, and closed to what lies inside."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from everest.errors import BadInput, DataFileError, NotAllowed, OfflineError
from everest.network import Permission, download, fetch, fetching, permission
from everest.network.permission import _is_public

STOP = threading.Event()
OPEN = Permission(private=True)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        routes = {
            "/robots.txt": b"User-agent: *\nDisallow: /secret",
            "/page": b"<p>Hello</p>",
            "/file": b"0123456789" * 1000,
        }
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
            return
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest")
            self.end_headers()
            return
        if self.path in {"/closed", "/busy"}:
            self.send_response(403 if self.path == "/closed" else 429)
            self.end_headers()
            return
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(200):
                    self.wfile.write(b"x" * 70_000)
                    STOP.wait(0.02)
            return
        body = routes.get(self.path)
        start = 0
        if body and (asked := self.headers.get("Range")):
            start = int(asked.removeprefix("bytes=").rstrip("-"))
        self.send_response(404 if body is None else 206 if start else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body or b"") - start))
        self.end_headers()
        self.wfile.write((body or b"")[start:])

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_its_kind(site: str) -> None:
    page = fetch(f"{site}/page", OPEN)
    assert (page.content, page.media_type) == (b"<p>Hello</p>", "text/html")


def test_a_private_address_is_refused_without_asking_it(site: str) -> None:
    with pytest.raises(NotAllowed, match="private network"):
        fetch(f"{site}/page", Permission())


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "::ffff:10.0.0.1",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
    ],
)
def test_addresses_inside_are_known(address: str) -> None:
    assert not _is_public(address)


def test_a_public_address_is_public() -> None:
    assert _is_public("93.184.216.34")


def test_a_redirect_inside_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Permission.check
    monkeypatch.setattr(
        Permission, "check", lambda self, host, port: real(OPEN if host == "127.0.0.1" else self, host, port)
    )
    with pytest.raises(NotAllowed, match="private network"):
        fetch(f"{site}/inside", Permission())


def test_a_host_nobody_named_is_refused(site: str) -> None:
    with pytest.raises(NotAllowed, match="leave"):
        fetch(f"{site}/page", Permission(hosts=("example.com",), private=True))


def test_robots_are_respected(site: str) -> None:
    with pytest.raises(NotAllowed, match="asks programs"):
        fetch(f"{site}/secret", OPEN)


@pytest.mark.parametrize("path", ["/loop", "/nothing"])
def test_what_leads_nowhere_is_told(site: str, path: str) -> None:
    with pytest.raises(OfflineError):
        fetch(f"{site}{path}", OPEN)


@pytest.mark.parametrize("path", ["/closed", "/busy"])
def test_a_closed_door_is_told_as_one(site: str, path: str) -> None:
    with pytest.raises(NotAllowed, match="logged in"):
        fetch(f"{site}{path}", OPEN)


def test_a_page_that_drips_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_SECONDS", 0.1)
    with pytest.raises(OfflineError, match="seconds"):
        fetch(f"{site}/drip", OPEN, max_bytes=10**9)


def test_two_pages_of_one_host_are_asked_for_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(permission.time, "sleep", waited.append)
    monkeypatch.setattr(permission.time, "monotonic", lambda: 1000.0)
    polite = Permission(pause=2.0)
    assert [
        polite.pause_before("a.example"),
        polite.pause_before("a.example"),
        polite.pause_before("b.example"),
    ] == [0, 2, 0]
    assert waited == [2.0]


def test_without_a_network_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(permission.socket, "getaddrinfo", cut)
    with pytest.raises(OfflineError, match="paste the text"):
        fetch("https://example.com/jobs", Permission())


def test_a_page_too_large_is_refused(site: str) -> None:
    with pytest.raises(OfflineError, match="larger"):
        fetch(f"{site}/file", OPEN, max_bytes=100)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.b/c",
        "http://",
        "javascript:alert(1)",
        "http://me@127.0.0.1/",
        "http://127.0.0.1:99999999/",
    ],
)
def test_what_is_no_web_address_is_told(url: str) -> None:
    with pytest.raises(BadInput):
        fetch(url, OPEN, robots=False)


def test_a_download_goes_on_where_it_stopped_and_shows_progress(site: str, tmp_path: Path) -> None:
    target = tmp_path / "file"
    (tmp_path / "file.part").write_bytes(b"0123456789" * 400)
    seen: list[tuple[int, int | None]] = []
    download(f"{site}/file", target, OPEN, lambda done, total: seen.append((done, total)))
    assert target.read_bytes() == b"0123456789" * 1000
    assert seen[-1] == (10_000, 10_000)
    assert seen[0][0] > 4_000


def test_a_wrong_checksum_changes_nothing(site: str, tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with pytest.raises(DataFileError):
        download(f"{site}/file", target, OPEN, sha256="0" * 64)
    assert target.read_bytes() == b"old"

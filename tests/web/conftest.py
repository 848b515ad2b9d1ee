"""A real server in a process of its own, and a real browser to visit it with."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE = 60_000
"""Milliseconds a page may take to show what is expected; a busy machine is slow, not wrong."""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Server:
    """Everest as `everest serve` runs it, on one port and one data folder, through any number of deaths."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "everest", "serve", "--port", str(self.port), "--no-open"]
        command += ["--data-dir", str(self.data)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(600):
            if self._process.poll() is not None:
                raise AssertionError(self._process.stderr.read().decode() if self._process.stderr else "")
            try:
                urllib.request.urlopen(self.address, timeout=5).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the server did not answer")

    def kill(self) -> None:
        """End it without a chance to save anything."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("store"))
    yield running
    running.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.skip("NO CHROMIUM ON THIS MACHINE: the browser tests did not run")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


def visit(browser: Browser, **given: Any) -> Page:
    """Open a page in a context of its own, patient with a busy machine."""
    page = browser.new_context(**given).new_page()
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture(scope="module")
def example(server: Server, browser: Browser) -> str:
    """Open the finished example once and return its address."""
    page = visit(browser)
    page.goto(server.address)
    page.get_by_role("button", name="finished example").click()
    page.wait_for_url(re.compile("/p/"))
    address = page.url
    page.close()
    return address


def watched(page: Page) -> Iterator[Page]:
    """Give a page to a test; afterwards nothing may have gone wrong in its scripts."""
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda line: trouble.append(line.text) if "Content Security" in line.text else None)
    yield page
    page.context.close()
    assert trouble == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from watched(visit(browser, accept_downloads=True))

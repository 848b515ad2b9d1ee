"""Postings and companies are read from saved pages and, with leave, from addresses."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from everest.errors import NotAllowed, OfflineError
from everest.network import Permission
from everest.opening import fetch_company, fetch_posting, read_company, read_posting

OPEN = Permission(private=True)
LISTS = "<h3>What you will do</h3><ul><li>Plan weekly routes</li><li>Brief drivers</li></ul><h3>What you need</h3><ul><li>Two years of dispatch experience</li></ul>"
MICRODATA = f"""<!doctype html><html><body><nav>All jobs</nav>
<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Route Planner</h1>
<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Northwind Rail</b></span>
<span itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><span itemprop="address" itemscope
itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">Duluth</span>, <span itemprop="addressRegion">MN</span></span></span>
<div itemprop="description">{LISTS}</div></div>
<div>Similar jobs: Night Guard at Somewhere Else. Sign in to see your salary!</div></body></html>"""
WRAPPED = "<!doctype html><html><head><script type='application/ld+json'>{}</script></head><body><p>Sign in</p></body></html>".format(
    json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebPage", "mainEntity": {"@type": ["JobPosting"], "title": "Route Planner", "hiringOrganization": "Northwind Rail",
                 "jobLocation": [{"address": {"addressLocality": "Duluth", "addressRegion": "MN"}}],
                 "description": LISTS.replace("<", "&lt;").replace(">", "&gt;")}}
            ],
        }
    )
)  # fmt: skip
ABOUT = (
    "<!doctype html><html><head><title>About</title><meta property='article:published_time' content='2026-03-01'></head><body><nav><a href='/'>We value cookies</a></nav>"
    "<article><h1>About Northwind Rail</h1><p>We plan to open two depots next year, and each will plan its own routes. </p>"
    "<p>We talk plainly and share what we learn, whatever our badge says, because nobody plans a railway alone.</p>"
    "<p>By 2040 we want every train on our lines to run without diesel, and we are raising the money for it now.</p></article>"
    "<footer><p>We value your privacy. We plan to sell cookies next year.</p></footer></body></html>"
)


@pytest.mark.parametrize("page", [MICRODATA, WRAPPED], ids=["microdata", "wrapped json-ld"])
def test_a_posting_stated_as_data_is_read_and_nothing_around_it(page: str) -> None:
    opening = read_posting(page.encode(), name="job.html")
    said = [fact.value if fact else None for fact in (opening.title, opening.employer, opening.place)]
    assert said == ["Route Planner", "Northwind Rail", "Duluth, MN"]
    assert [(task.verb, task.object) for task in opening.tasks] == [
        ("plan", "weekly routes"),
        ("brief", "drivers"),
    ]
    assert [item.years for item in opening.requirements] == [2]
    assert "Sign in" not in opening.text


def test_of_a_company_page_the_main_text_is_read() -> None:
    company = read_company([ABOUT])
    assert [len(found) for found in (company.culture, company.short_term, company.long_term)] == [1, 1, 1]
    assert not any("cookies" in text for text in company.texts.values())
    assert company.short_term[0].date == "2026-03-01"


@pytest.mark.parametrize(
    "page",
    [
        "<html>",
        "<html><body></body></html>JobPosting",
        '<html><script type=\'application/ld+json\'>{"@type":"JobPosting"}</script>x y z</html>',
    ],
)
def test_a_broken_page_is_told_or_read(page: str) -> None:
    try:
        opening = read_posting(page)
    except Exception as error:  # noqa: BLE001 - any other kind fails below
        assert type(error).__name__ == "UnreadableDocument"
    else:
        assert opening.tasks == ()


class Site(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[str, bytes]]] = {
        "/job": ("text/html", MICRODATA.encode()),
        "/about": ("text/html; charset=utf-8", ABOUT.encode()),
        "/wall": ("text/html", b"<html><body>Please log in to see this job.</body></html>"),
        "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /hidden\n"),
    }

    def do_GET(self) -> None:
        kind, body = self.pages.get(self.path, ("text/plain", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_posting_is_fetched_and_read(site: str) -> None:
    opening = fetch_posting(f"{site}/job", OPEN)
    assert opening.title is not None
    assert opening.title.value == "Route Planner"


def test_a_wall_before_the_posting_is_told(site: str) -> None:
    assert any("log in" in notice.text for notice in fetch_posting(f"{site}/wall", OPEN).notices)


def test_no_leave_no_page(site: str) -> None:
    with pytest.raises(NotAllowed):
        fetch_posting(f"{site}/job", Permission())
    with pytest.raises(NotAllowed, match="asks programs"):
        fetch_posting(f"{site}/hidden", OPEN)


def test_one_missing_page_does_not_lose_the_others(site: str) -> None:
    company = fetch_company([f"{site}/gone", f"{site}/about"], OPEN)
    assert company.short_term
    assert company.short_term[0].evidence.source == "company:127.0.0.1/about.html"
    assert any("/gone" in notice.text for notice in company.notices)


def test_when_no_page_comes_that_is_an_error(site: str) -> None:
    with pytest.raises(OfflineError):
        fetch_company([f"{site}/gone"], OPEN)


def test_a_saved_page_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "job.html"
    path.write_text(WRAPPED, "utf-8")
    opening = read_posting(path)
    assert opening.employer is not None
    assert opening.employer.value == "Northwind Rail"

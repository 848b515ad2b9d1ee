"""What was read is put right in place: with script, by keyboard, without script, and on a phone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from everest.preparation import Store, with_resume
from everest.preparation.sample import FOLDER
from everest.web import create_app
from tests.web.conftest import Server, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RESUME = """\
Ines Marrow
Dispatcher and planner

EXPERIENCE
Dispatcher, Halden Ferries
- Cut late departures by 30% in one season.
- Trained four new dispatchers on the radio desk.

SKILLS
Java, Excel, Timetabling
"""
HERE = {"origin": "http://127.0.0.1"}


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    return TestClient(create_app(tmp_path), base_url="http://127.0.0.1", headers=HERE)


@pytest.fixture
def made(client: TestClient) -> str:
    given = {"resume": RESUME, "posting": (FOLDER / "posting.txt").read_text(encoding="utf-8")}
    return f"/p/{client.post('/api/v1/preparations', json=given).json()['id']}"


def test_a_fact_is_changed_and_the_document_stays_as_it_was(client: TestClient, made: str) -> None:
    form = client.get(f"{made}/you?edit=skill.0").text
    assert 'value="Java"' in form
    said = {"ref": "skill.0", "act": "change", "value": "JavaScript", "seen": "Java"}
    page = client.post(f"{made}/you/facts", data=said).text
    assert "What you corrected (1)" in page
    assert ">Java</mark>" in page
    number = re.search(r'name="undo" value="(\d+)"', page)
    assert number is not None
    page = client.post(f"{made}/you/facts", data={"undo": number[1]}).text
    assert "What you corrected (" not in page


def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(client: TestClient, made: str) -> None:
    said = {
        "ref": "position.0",
        "act": "change",
        "part.title": "Night Dispatcher",
        "seen.title": "Dispatcher",
        "part.dates": "when the boats came",
        "seen.dates": "",
    }
    answer = client.post(f"{made}/you/facts", data=said)
    assert answer.status_code == 422
    assert "These dates cannot be read" in answer.text
    assert 'value="Night Dispatcher"' in answer.text
    assert 'value="when the boats came"' in answer.text


def test_a_correction_that_finds_nothing_is_told_on_the_page_and_can_be_dropped(
    client: TestClient, made: str, tmp_path: Path
) -> None:
    said = {"ref": "bullet.0.0", "act": "change", "value": "Cut late departures by 20%."}
    client.post(f"{made}/you/facts", data=said)
    other = RESUME.replace("- Cut late departures by 30% in one season.\n", "")
    store = Store(tmp_path)
    store.save(with_resume(store.get(made.removeprefix("/p/")), other))
    store.close()
    page = client.get(f"{made}/you").text
    assert "One of your corrections no longer finds its place" in page
    number = re.search(r'name="undo" value="(\d+)"', page)
    assert number is not None
    assert "no longer finds" not in client.post(f"{made}/you/facts", data={"undo": number[1]}).text


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_corrections_are_never_markup(client: TestClient, made: str, words: str) -> None:
    client.post(f"{made}/you/facts", data={"act": "add", "kind": "skill", "value": words})
    assert words not in client.get(f"{made}/you").text


@pytest.mark.parametrize("query", ["edit=nothing.9", "add=shoe", "edit=", "add=bullet&ref=position.77"])
def test_an_odd_address_still_shows_the_page(client: TestClient, made: str, query: str) -> None:
    assert client.get(f"{made}/you?{query}").status_code == 200


@pytest.fixture(scope="module")
def you(server: Server, browser: Browser) -> str:
    opened = visit(browser)
    opened.goto(server.address)
    opened.fill("#resume_text", RESUME)
    opened.fill("#posting_text", (FOLDER / "posting.txt").read_text(encoding="utf-8"))
    opened.get_by_role("button", name="Prepare my answer").click()
    opened.wait_for_url(re.compile(r"/p/\w+$"))
    address = f"{opened.url}/you"
    opened.close()
    return address


@pytest.mark.browser
def test_a_fact_is_put_right_with_the_keyboard_and_the_focus_stays(you: str, page: Page) -> None:
    page.goto(you)
    page.get_by_role("link", name=re.compile(r"^Excel\b(?! macros)")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#mend-1")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name=re.compile(r"^Excel\b(?! macros)"))).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#mend-1").fill("Excel macros")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Excel macros")).to_be_focused()
    expect(page.locator("[data-told]")).to_contain_text("Kept")
    page.reload()
    expect(page.get_by_role("link", name="Excel macros")).to_be_visible()


@pytest.mark.browser
def test_a_doubt_is_asked_and_answered(you: str, page: Page) -> None:
    page.goto(you)
    expect(page.get_by_text("When was it?")).to_be_visible()
    page.get_by_role("link", name="Say it").click()
    page.locator("#mend-1").fill("2019 to now")
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("2019 to now")).to_be_visible()
    expect(page.get_by_text("When was it?")).to_have_count(0)


@pytest.mark.browser
def test_without_script_a_job_is_added(you: str, browser: Browser) -> None:
    page = visit(browser, java_script_enabled=False)
    page.goto(you)
    page.get_by_role("link", name="Add a job").click()
    page.get_by_label("Job title").fill("Planner")
    page.get_by_label("Employer").fill("Fundy Freight")
    page.get_by_label("From when to when").fill("2015 to 2017")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("link", name="Planner, Fundy Freight")).to_be_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_form_shuts_no_one_out_and_fits_a_phone(you: str, browser: Browser, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(browser, color_scheme=scheme, viewport={"width": 360, "height": 740})
    for query in ("", "?edit=position.0", "?edit=bullet.0.1", "?edit=skill.1", "?add=education"):
        page.goto(you + query)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, query
        violations = Axe().run(page).response["violations"]
        assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations] == [], query
    page.close()

"""The app as people meet it: a real browser, a real server, real files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from everest.preparation.sample import FOLDER
from tests.web.conftest import CHROMIUM, Server, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
RESUME = FOLDER / "resume.md"
POSTING = FOLDER / "posting.txt"


def test_from_an_empty_store_to_a_printed_sheet(server: Server, page: Page) -> None:
    page.goto(server.address)
    page.set_input_files("#resume", RESUME)
    page.set_input_files("#posting", POSTING)
    page.get_by_role("button", name="Prepare my answer").click()
    page.wait_for_url(re.compile(r"/p/\w+$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Route Planner at Northwind Rail")
    page.get_by_role("navigation").first.wait_for()
    page.goto(page.url + "/answer")
    page.get_by_role("button", name="Make this one mine").first.click()
    page.wait_for_url(re.compile("#own"))
    expect(page.locator("#answer")).to_have_value(re.compile(r".{100}", re.DOTALL))
    page.locator(".found .verdict").first.wait_for()
    page.goto(page.url.replace("/answer#own", "/sheet"))
    with page.expect_download() as begun:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert Path(begun.value.path()).read_bytes()[:5] == b"%PDF-"


def test_remarks_follow_the_typing_and_are_mended_by_keyboard(example: str, page: Page) -> None:
    page.goto(f"{example}/answer")
    page.fill("#answer", "")
    page.locator("#answer").press_sequentially("I want your job in two years. I like planning.", delay=5)
    page.locator(".mirror mark.error").first.wait_for()
    expect(page.locator("[data-found] .findings li")).not_to_have_count(0)
    page.locator("#answer").press("Alt+ArrowDown")
    expect(page.locator(".findings li.here")).to_have_count(1)
    chosen = page.evaluate("getSelection().toString()")
    assert chosen and chosen in "I want your job in two years. I like planning."


def test_a_remark_that_is_not_so_stays_away(example: str, page: Page) -> None:
    page.goto(f"{example}/answer")
    page.fill("#answer", "Money matters most to me, and I would like to be rich before forty.")
    remark = page.locator("[data-finding]", has=page.get_by_role("button", name="Not so")).first
    remark.wait_for()
    words = remark.locator("p").first.inner_text()
    remark.get_by_role("button", name="Not so").click()
    expect(page.get_by_text(words)).to_have_count(0)
    page.get_by_text("Saved.").wait_for()
    page.reload()
    page.locator("[data-found] .verdict").wait_for()
    expect(page.get_by_text(words)).to_have_count(0)


def test_a_killed_server_loses_nothing_typed(server: Server, example: str, page: Page) -> None:
    page.goto(f"{example}/answer")
    words = "I hope to plan timetables that hold, even in a storm."
    page.fill("#answer", words)
    server.kill()
    page.locator("#answer").press_sequentially(" And to teach it.")
    page.get_by_text("Your words are kept in this browser").wait_for()
    server.start()
    page.reload()
    expect(page.locator("#answer")).to_have_value(words + " And to teach it.")
    page.wait_for_function(
        """words => fetch(location.pathname.replace('/p/', '/api/v1/preparations/').replace('/answer', '/fields'))
            .then(told => told.json()).then(kept => kept.answer === words)""",
        arg=words + " And to teach it.",
    )


def test_two_windows_lose_neither_wording(example: str, page: Page) -> None:
    page.goto(f"{example}/answer")
    page.fill("#answer", "The beginning.")
    page.get_by_text("Saved.").wait_for()
    other = page.context.new_page()
    other.goto(f"{example}/answer")
    other.fill("#answer", "The beginning. Written in the second window.")
    other.get_by_text("Saved.").wait_for()
    page.evaluate("document.querySelector('#answer').value += ' Written in the first.'")
    page.locator("#answer").press("End")
    page.locator("#answer").press_sequentially("!")
    page.get_by_text("Another window had changed this too").wait_for()
    page.get_by_text("Saved.").wait_for()
    page.reload()
    expect(page.locator("#answer")).to_have_value(re.compile("Written in the first"))
    expect(page.get_by_text("Written in the second window.")).to_have_count(1)


def test_an_earlier_wording_comes_back(example: str, page: Page) -> None:
    page.goto(f"{example}/answer")
    page.fill("#answer", "A long first wording that took me a while to find, and that I like.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save and review").click()
    page.fill("#answer", "Short.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save and review").click()
    page.get_by_text("Earlier wordings").click()
    page.locator(".versions a").first.click()
    expect(page.locator(".changes del").filter(has_text="took me a while")).to_have_count(1)
    page.get_by_role("button", name="Bring this wording back").click()
    expect(page.locator("#answer")).to_have_value(re.compile("^A long first wording"))


def test_the_guided_reflection_with_the_keyboard_alone(server: Server, page: Page) -> None:
    page.goto(server.address)
    page.get_by_role("button", name="finding out what I want").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reflect/strengths"))
    page.locator("#name0").focus()
    page.keyboard.type("explaining things simply")
    page.keyboard.press("Tab")
    page.keyboard.type("I taught my whole shift the new till in one evening.")
    page.get_by_role("button", name="Keep and go on").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reflect/enjoys"))
    page.get_by_role("button", name="Back", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reflect/strengths"))
    expect(page.locator("#name0")).to_have_value("explaining things simply")
    page.goto(re.sub(r"/reflect/.*", "/reflect/must_have", page.url))
    page.locator(".value-card input").first.focus()
    page.keyboard.press("Space")
    expect(page.locator('[data-pile="must_have"] .value-card')).to_have_count(1)
    page.get_by_role("button", name="Keep and go on").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reflect/success"))


def test_what_was_heard_is_struck_and_taken_back_by_keyboard_without_script(
    server: Server, browser: Browser
) -> None:
    page = visit(browser, java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.goto(server.address)
    page.get_by_role("button", name="finding out what I want").click()
    page.wait_for_url(re.compile("/reflect/strengths"))
    page.fill("#proof0", "I explained the bill to him in plain words until it clicked.")
    page.get_by_role("button", name="Finish for now").click()
    page.wait_for_url(re.compile("#reflection"))
    no = page.get_by_role("button", name="That’s not me (teaching and explaining)")
    no.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#heard"))
    expect(no).to_have_count(0)
    page.get_by_role("button", name="Take back (teaching and explaining)").focus()
    page.keyboard.press("Enter")
    expect(no).to_have_count(1)
    page.close()


def test_a_strength_is_dragged_to_its_place(example: str, page: Page) -> None:
    page.goto(f"{example}/you")
    point = page.locator('[data-point="0"]')
    point.scroll_into_view_if_needed()
    at = point.bounding_box()
    field = page.locator(".plot .field").bounding_box()
    assert at and field
    page.mouse.move(at["x"] + 12, at["y"] + 12)
    page.mouse.down()
    page.mouse.move(field["x"] + 30, field["y"] + field["height"] - 30, steps=5)
    page.mouse.up()
    page.locator(".plot [data-saved]", has_text="Saved.").wait_for()
    page.reload()
    expect(page.locator("#s0")).to_have_value("1")
    expect(page.locator("#e0")).to_have_value("1")


def test_long_work_can_be_stopped(server: Server, page: Page) -> None:
    page.goto(server.address)
    page.set_input_files("#resume", RESUME)
    page.fill("#posting_text", POSTING.read_text(encoding="utf-8") * 3)
    page.get_by_role("button", name="Prepare my answer").click()
    page.get_by_role("button", name="Stop and go back").click()
    page.wait_for_url(re.compile(r"/#interview$"))
    expect(page.locator("#posting_text")).to_have_value(re.compile("^Route Planner"))


def test_without_script_the_forms_still_work(server: Server, browser: Browser) -> None:
    page = visit(browser, java_script_enabled=False)
    page.goto(server.address)
    page.fill("#resume_text", RESUME.read_text(encoding="utf-8"))
    page.fill("#posting_text", POSTING.read_text(encoding="utf-8"))
    page.get_by_role("button", name="Prepare my answer").click()
    page.wait_for_url(re.compile(r"/p/\w+$"))
    page.goto(page.url + "/answer")
    page.fill("#answer", "I want your job.")
    page.get_by_role("button", name="Save and review").click()
    page.get_by_text("Do not say this yet").first.wait_for()
    page.close()


BYTES = """performance.getEntries().reduce((sum, entry) => sum + (entry.decodedBodySize || 0), 0)"""
"""What a page and all it loads weigh, as the browser counts it."""


def _camps(example: str) -> list[str]:
    camps = ["", "/you", "/you/reflect/strengths", "/you/reflect/must_have", "/you/interests", "/aspiration"]
    camps += ["/opening", "/answer", "/aloud", "/sheet"]
    compared = "/aspiration?compare=43-5032.00&compare=13-1081.00#compared"
    return [example + camp for camp in (*camps, compared)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anyone_out(server: Server, example: str, browser: Browser, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(browser, color_scheme=scheme)
    page.goto(f"{example}/answer")
    page.fill("#answer", f"I want your job. I don't know, maybe something with people. ({scheme})")
    page.get_by_text("Saved.").wait_for()
    addresses = [
        server.address + path
        for path in ("/", "/review", "/learn", "/learn/rules", "/learn/gallery", "/nowhere")
    ]
    found = []
    for address in [*addresses, *_camps(example)]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        violations = Axe().run(page).response["violations"]
        found += [f"{address}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]
    page.close()
    assert found == []


def test_nothing_is_wider_than_a_phone_and_nothing_is_heavy(
    server: Server, example: str, browser: Browser
) -> None:
    page = visit(browser, viewport={"width": 360, "height": 740})
    for address in (server.address, f"{server.address}/review", f"{server.address}/learn", *_camps(example)):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert 1_000 < page.evaluate(BYTES) < 300_000, address
    page.close()


@pytest.fixture
def microphone(browser: Browser, say: Callable[..., Path]) -> Iterator[Page]:
    """Open a browser whose microphone hears a recording, over and over."""
    spoken = say("I want to plan public transport that people can rely on. I trained five new dispatchers.")
    flags = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    flags.append(f"--use-file-for-fake-audio-capture={spoken}")
    hearing = browser.browser_type.launch(executable_path=CHROMIUM, args=flags)
    opened = visit(hearing, permissions=["microphone"])
    yield opened
    hearing.close()


@pytest.mark.speech
def test_two_takes_are_recorded_heard_and_compared(example: str, microphone: Page) -> None:
    page = microphone
    for _ in range(2):
        page.goto(f"{example}/aloud")
        if page.get_by_role("button", name="Leave the interview").count():
            with page.expect_navigation():
                page.get_by_role("button", name="Leave the interview").click()
        page.get_by_role("button", name="Begin").click()
        page.get_by_role("button", name="Record your answer").click()
        page.wait_for_timeout(6_500)  # the time it takes to say it
        page.get_by_role("button", name="Stop").click()
        page.get_by_text("Recorded. Send it").wait_for()
        page.check('input[name="keep"]')
        page.get_by_role("button", name="That was my answer").click()
        page.wait_for_url(re.compile(r"/aloud/[0-9a-f]{16}$"))
        expect(page.get_by_text("Heard by pocketsphinx")).to_have_count(1)
        expect(page.locator("[data-at]").nth(4)).to_be_attached()
        expect(page.get_by_text("words a minute").first).to_be_attached()
        page.wait_for_function("document.querySelector('audio[data-sound]').readyState >= 1")
    page.goto(f"{example}/aloud")
    expect(page.locator("svg.chart").nth(1)).to_be_attached()
    expect(page.locator("#progress .saved li")).to_have_count(2)


def test_typed_practice_leads_to_a_follow_up(example: str, page: Page) -> None:
    page.goto(f"{example}/aloud")
    if page.get_by_role("button", name="Leave the interview").count():
        with page.expect_navigation():
            page.get_by_role("button", name="Leave the interview").click()
    page.select_option("#mode", "stress")
    page.get_by_role("button", name="Begin").click()
    page.fill("#said", "I want to make an impact and grow with the company.")
    page.get_by_role("button", name="That was my answer").click()
    page.wait_for_url(re.compile(r"/aloud/[0-9a-f]{16}$"))
    page.get_by_role("link", name="They ask on").click()
    expect(page.locator("[data-ask]")).to_contain_text("Everybody says that")
    page.get_by_role("button", name="Leave the interview").click()

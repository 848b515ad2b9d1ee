"""The mock interview in a real browser: broken into, spoken to, played back along the drawing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.web.conftest import CHROMIUM, visit, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
TAKE = re.compile(r"/aloud/[0-9a-f]{16}$")
SPOKEN = "I want to plan public transport that people can rely on. I trained five new dispatchers."
RECOGNIZER = """
window.SpeechRecognition = class extends EventTarget {
  static async available(options) { return options.processLocally ? "available" : "unavailable"; }
  get processLocally() { return this.local; }
  set processLocally(value) { this.local = value; }
  start() {
    if (!this.local) throw new Error("would leave the machine");
    setTimeout(() => {
      const result = Object.assign([{transcript: WORDS}], {isFinal: true});
      this.dispatchEvent(Object.assign(new Event("result"), {resultIndex: 0, results: [result]}));
    }, 300);
  }
  stop() { this.dispatchEvent(new Event("end")); }
};
window.webkitSpeechRecognition = undefined;
"""


@pytest.fixture
def microphone(browser: Browser, say: Callable[..., Path]) -> Iterator[Page]:
    """Open a browser whose microphone hears a recording, over and over."""
    flags = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    flags += [
        f"--use-file-for-fake-audio-capture={say(SPOKEN)}",
        "--autoplay-policy=no-user-gesture-required",
    ]
    hearing = browser.browser_type.launch(executable_path=CHROMIUM, args=flags)
    yield from watched(visit(hearing, permissions=["microphone"]))
    hearing.close()


def begin(page: Page, example: str, mode: str) -> None:
    page.goto(f"{example}/aloud")
    if page.get_by_role("button", name="Leave the interview").count():
        with page.expect_navigation():
            page.get_by_role("button", name="Leave the interview").click()
    page.select_option("#mode", mode)
    with page.expect_navigation():
        page.get_by_role("button", name="Begin").click()


def test_the_interviewer_breaks_into_what_is_typed(example: str, page: Page) -> None:
    begin(page, example, "stress")
    expect(page.locator("[data-broke-in]")).to_be_hidden()
    page.locator("#said").press_sequentially("I want to make an impact in all of", delay=5)
    expect(page.locator("[data-broke-in]")).to_contain_text("make an impact")
    first = page.locator("[data-broke-in]").inner_text()
    page.locator("#said").press_sequentially(" transport. I mean that trains run on time.", delay=5)
    page.get_by_role("button", name="That was my answer").click()
    page.wait_for_url(TAKE)
    expect(page.get_by_role("complementary")).to_contain_text(first)
    expect(page.get_by_text(re.compile(r"You said \d+ words after that"))).to_have_count(1)


def test_nobody_is_interrupted_otherwise(example: str, page: Page) -> None:
    begin(page, example, "real")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "listening" in request.url else None)
    page.locator("#said").press_sequentially("I want to make an impact in all of transport.", delay=5)
    page.wait_for_timeout(600)
    assert asked == []
    expect(page.locator("[data-broke-in]")).to_be_hidden()


@pytest.mark.speech
def test_a_question_is_spoken_by_this_machine(example: str, page: Page) -> None:
    begin(page, example, "real")
    page.evaluate("speechSynthesis.getVoices = () => []")
    with page.expect_response(re.compile(r"asked\.wav")) as answered:
        page.get_by_role("button", name="Hear the question").click()
    assert answered.value.ok and answered.value.headers["content-type"] == "audio/wav"
    expect(page.locator("[data-ask]")).not_to_be_empty()


@pytest.mark.speech
def test_a_recording_is_broken_into_and_played_back_along_the_drawing(example: str, microphone: Page) -> None:
    page = microphone
    begin(page, example, "stress")
    page.locator("[data-say]").evaluate("form => form.dataset.breaksAt = 2")
    page.route("**/aloud/listening", _hastened)
    page.get_by_role("button", name="Record your answer").click()
    expect(page.locator("[data-broke-in]")).to_be_visible()
    page.wait_for_timeout(3_500)
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Recorded. Send it").wait_for()
    page.check('input[name="keep"]')
    page.get_by_role("button", name="That was my answer").click()
    page.wait_for_url(TAKE)
    expect(page.locator("svg.timeline-drawn .broke-in")).to_have_count(1)
    expect(page.locator("svg.timeline-drawn .loud")).to_have_count(1)
    word = page.locator("[data-at]").nth(3)
    word.click()
    page.wait_for_function("document.querySelector('[data-sound]').currentTime > 0")
    page.wait_for_function("document.querySelectorAll('.playing').length === 1")
    page.wait_for_function("document.querySelector('[data-playhead]').getAttribute('x1') > 16")
    box = page.locator("svg.timeline-drawn").bounding_box()
    assert box is not None
    page.locator("svg.timeline-drawn").click(position={"x": box["width"] * 0.6, "y": 40})
    page.wait_for_function("document.querySelector('[data-sound]').currentTime > 2")


def _hastened(route: object) -> None:
    """Tell the server a later second than it is, so that the test need not wait for the moment."""
    from playwright.sync_api import Route

    assert isinstance(route, Route)
    route.continue_(post_data=re.sub(r"seconds=[\d.]+", "seconds=19.0", route.request.post_data or ""))


@pytest.mark.speech
def test_the_browsers_own_words_are_used_where_it_keeps_them_here(example: str, microphone: Page) -> None:
    page = microphone
    page.add_init_script(RECOGNIZER.replace("WORDS", repr(SPOKEN)))
    begin(page, example, "real")
    page.check("[data-own-on]")
    page.get_by_role("button", name="Record your answer").click()
    expect(page.locator("[data-live]")).to_have_text(SPOKEN)
    page.wait_for_timeout(6_500)
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Recorded. Send it").wait_for()
    page.get_by_role("button", name="That was my answer").click()
    page.wait_for_url(TAKE)
    expect(page.get_by_text(re.compile("Heard by"))).to_contain_text("your browser")
    expect(page.locator("[data-words]")).to_have_text(re.compile("^I want to plan public transport"))


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            "window.SpeechRecognition = window.webkitSpeechRecognition = undefined;",
            "no speech recognition that stays",
        ),
        (RECOGNIZER.replace('"available" :', '"unavailable" :'), "cannot recognize English on this machine"),
        (RECOGNIZER.replace('"available" :', '"downloadable" :'), "fetch a language pack"),
        (
            "window.SpeechRecognition = class {}; window.webkitSpeechRecognition = undefined;",
            "no speech recognition that stays",
        ),
    ],
)
def test_recognition_that_would_leave_the_machine_is_not_offered(
    example: str, page: Page, script: str, told: str
) -> None:
    page.add_init_script(script)
    begin(page, example, "real")
    expect(page.locator("[data-own-told]")).to_contain_text(told)
    expect(page.locator("[data-own]")).to_be_hidden()


@pytest.mark.speech
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_spoken_take_shuts_nobody_out(
    example: str, browser: Browser, say: Callable[..., Path], scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = visit(browser, color_scheme=scheme, viewport={"width": 360, "height": 740})
    begin(page, example, "stress")
    page.locator("#said").press_sequentially("I want to make an impact in all of", delay=5)
    expect(page.locator("[data-broke-in]")).to_be_visible()
    found = [page.evaluate("document.documentElement.scrollWidth"), *_violations(Axe().run(page).response)]
    page.fill("#said", "")
    page.set_input_files("#sound", say(SPOKEN + " Um, maybe I, I would learn first."))
    page.check('input[name="keep"]')
    page.get_by_role("button", name="That was my answer").click()
    page.wait_for_url(TAKE)
    expect(page.locator("svg.timeline-drawn")).to_be_visible()
    page.locator("summary", has_text="The same in words").click()
    found += [page.evaluate("document.documentElement.scrollWidth"), *_violations(Axe().run(page).response)]
    page.close()
    assert found == [360, 360]


def _violations(told: dict[str, list[dict[str, Any]]]) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in told["violations"]]

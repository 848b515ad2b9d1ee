"""What the Aloud page asks of the server, without a browser: interruptions, the voice, a model, parts of a recording."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from everest.web import create_app
from tests.assistant.server import address, serving

HERE = {"host": "127.0.0.1:8765", "origin": "http://127.0.0.1:8765"}
VAGUE = "I want to make an impact in all of transport"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    app = create_app(tmp_path_factory.mktemp("data"))
    return TestClient(app, base_url="http://127.0.0.1:8765", headers=HERE)


@pytest.fixture(scope="module")
def made(client: TestClient) -> str:
    return client.post("/example", follow_redirects=False).headers["location"]


def begin(client: TestClient, made: str, mode: str, **more: str) -> None:
    client.post(f"{made}/aloud/end")
    client.post(f"{made}/aloud/begin", data={"mode": mode, **more})


def say(client: TestClient, made: str, text: str) -> Response:
    return client.post(f"{made}/aloud/say", data={"text": text})


def test_the_server_decides_when_the_interviewer_breaks_in(client: TestClient, made: str) -> None:
    begin(client, made, "stress")
    path = f"{made}/aloud/listening"
    assert client.post(path, data={"text": "I want to"}).json() == {}
    assert client.post(path, data={"text": "", "seconds": "2"}).json() == {}
    asks = client.post(path, data={"text": "", "seconds": "19"}).json()["asks"]
    assert asks in client.get(f"{made}/aloud").text
    assert client.post(path, data={"text": "", "seconds": "20"}).json() == {}
    assert asks in say(client, made, VAGUE).text


@pytest.mark.parametrize("seconds", ["-1", "soon", "9999999"])
def test_an_odd_moment_is_refused(client: TestClient, made: str, seconds: str) -> None:
    begin(client, made, "stress")
    assert client.post(f"{made}/aloud/listening", data={"seconds": seconds}).status_code == 422


def test_nobody_breaks_in_where_nobody_asks(client: TestClient, made: str) -> None:
    client.post(f"{made}/aloud/end")
    assert client.post(f"{made}/aloud/listening", data={"text": VAGUE * 9}).json() == {}
    begin(client, made, "real")
    assert client.post(f"{made}/aloud/listening", data={"text": VAGUE * 9}).json() == {}


def test_only_the_interviewers_words_are_spoken(client: TestClient, made: str) -> None:
    client.post(f"{made}/aloud/end")
    assert client.get(f"{made}/aloud/asked.wav?text=anything").status_code == 404


@pytest.mark.speech
def test_the_question_comes_as_sound(client: TestClient, made: str) -> None:
    begin(client, made, "real")
    spoken = client.get(f"{made}/aloud/asked.wav")
    assert spoken.headers["content-type"] == "audio/wav" and spoken.content[:4] == b"RIFF"


@pytest.mark.speech
def test_a_recording_is_sent_in_parts(client: TestClient, made: str, say: Callable[..., Path]) -> None:
    begin(client, made, "real")
    sound = say("I want to plan public transport that people can rely on.").read_bytes()
    page = client.post(
        f"{made}/aloud/say", data={"keep": "yes"}, files={"sound": ("said.wav", sound, "audio/wav")}
    )
    assert 'class="timeline-drawn"' in page.text
    path = re.sub(r"^https?://[^/]+", "", str(page.url)) + "/sound"
    whole = client.get(path)
    assert (whole.status_code, whole.content, whole.headers["accept-ranges"]) == (200, sound, "bytes")
    part = client.get(path, headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, sound[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(sound)}"
    assert client.get(path, headers={"range": "bytes=100-"}).content == sound[100:]
    assert client.get(path, headers={"range": f"bytes={len(sound)}-"}).status_code == 416
    assert client.get(path, headers={"range": "lines=1-2"}).content == sound


def test_a_model_is_asked_only_where_it_was_let_in(
    client: TestClient, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "What would an impact in all of transport look like on an ordinary day?"
    with serving([question]) as server:
        monkeypatch.setenv("EVEREST_ASSISTANT_PROVIDER", "openai")
        monkeypatch.setenv("EVEREST_ASSISTANT_MODEL", "m")
        monkeypatch.setenv("EVEREST_ASSISTANT_URL", address(server, "openai"))
        monkeypatch.setenv("EVEREST_ASSISTANT_KEY", "x")
        client.post(f"{made}/aloud/end")
        assert "will receive what you say" in client.get(f"{made}/aloud").text
        begin(client, made, "real")
        say(client, made, VAGUE)
        assert server.seen == []
        begin(client, made, "real", assisted="yes")
        say(client, made, VAGUE)
        assert len(server.seen) == 1
    page = client.get(f"{made}/aloud").text
    assert "Nothing is sent anywhere" not in page
    assert "Nothing is sent anywhere" in client.get(made).text
    assert question in page and "Worded by m, and checked." in page


def test_without_a_model_none_is_offered(
    client: TestClient, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for provider in ("", "parrot"):
        monkeypatch.setenv("EVEREST_ASSISTANT_PROVIDER", provider)
        begin(client, made, "real", assisted="yes")
        say(client, made, VAGUE)
        client.post(f"{made}/aloud/end")
        assert "language model" not in client.get(f"{made}/aloud").text

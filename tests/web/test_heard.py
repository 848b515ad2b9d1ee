"""What was heard is shown with its words; a no counts at once, on the page and over the API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from everest.candidate import reflection_heard
from everest.web import create_app

HERE = {"host": "127.0.0.1:8765", "origin": "http://127.0.0.1:8765"}
STORY = "I stayed calm when the pump failed, in a cool voice, and put the schedule straight."
SAID = {
    "strengths": [STORY, {"name": "baking", "strength": 4, "enjoyment": 5}],
    "enjoys": ["teaching children to read"],
    "lifestyle": ["no overtime because of Zoe"],
    "fulfills": "Good pay, and learning new things.",
}


@pytest.fixture(scope="module", autouse=True)
def _listed_words() -> Iterator[None]:
    """Hear by the list of words alone, so that what is heard stays the same when the head has learned more."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("everest.candidate.self_head.available", lambda: False)
        reflection_heard._understood.cache_clear()
        yield
    reflection_heard._understood.cache_clear()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    app = create_app(tmp_path_factory.mktemp("data"))
    return TestClient(app, base_url="http://127.0.0.1:8765", headers=HERE)


@pytest.fixture
def id_(client: TestClient) -> str:
    """Begin a preparation with a reflection of its own."""
    made = client.post("/explore", follow_redirects=False).headers["location"].split("/")[2]
    kept = {"form": "full", "said": SAID, "skipped": []}
    client.put(f"/api/v1/preparations/{made}/fields/reflection", json={"text": json.dumps(kept)})
    return made


def heard(client: TestClient, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/preparations/{id_}/heard").json()
    return found


def section(page: str) -> str:
    return page.partition('<section id="heard">')[2].partition("</section>")[0]


def test_the_page_shows_what_was_heard_with_its_words(client: TestClient, id_: str) -> None:
    shown = section(client.get(f"/p/{id_}/you").text)
    assert "staying calm" in shown and "“calm”" in shown and "your strengths" in shown
    assert "Good pay" in shown and "A must-have" in shown
    assert "baking" not in shown
    assert "Zoe" not in shown and "Time for life" not in shown


def test_what_is_struck_counts_nowhere_and_can_be_taken_back(client: TestClient, id_: str) -> None:
    said = {"label": "staying calm", "act": "not_me"}
    page = client.post(f"/p/{id_}/you/heard", data=said)
    assert page.status_code == 200
    assert "<strong>putting things in order</strong>" in page.text
    assert "Not you, by your word" in section(page.text)
    page = client.post(f"/p/{id_}/you/heard", data={**said, "act": "take_back"})
    assert "<strong>staying calm</strong>" in page.text
    assert "Not you, by your word" not in page.text


def test_a_heard_value_becomes_a_must_have_and_is_no_news(client: TestClient, id_: str) -> None:
    page = client.post(f"/p/{id_}/you/heard", data={"label": "Good pay", "act": "must_have"}).text
    assert "Good pay" not in section(page)
    assert "<dt>Must have</dt><dd>Good pay</dd>" in page


def test_a_sixth_must_have_is_refused_beside_what_was_heard(client: TestClient, id_: str) -> None:
    for label in ("Good pay", "A secure job", "Leading others", "Helping people", "No two days alike"):
        client.post(f"/p/{id_}/you/heard", data={"label": label, "act": "must_have"})
    page = client.post(f"/p/{id_}/you/heard", data={"label": "Learning new things", "act": "must_have"})
    assert page.status_code == 422
    assert "More than five must-haves" in section(page.text)


def test_the_api_lists_and_answers_the_same(client: TestClient, id_: str) -> None:
    before = heard(client, id_)
    assert before["heard"][0]["label"] == "staying calm"
    assert before["heard"][0]["quotes"][0]["source"] == "reflection:strengths"
    after = client.post(f"/api/v1/preparations/{id_}/heard", json={"label": "Social", "act": "not_me"}).json()
    assert after["not_me"] == ["Social"]
    assert after == heard(client, id_)
    made = client.get(f"/api/v1/preparations/{id_}").json()["candidate"]["reflection"]
    assert made["not_me"] == ["Social"] and "Social" not in made["interests"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"label": "humility", "act": "not_me"}, 404),
        ({"label": "listening", "act": "must_have"}, 404),
        ({"label": "Social", "act": "perhaps"}, 422),
    ],
)
def test_what_cannot_be_said_is_told(client: TestClient, id_: str, said: dict[str, str], status: int) -> None:
    for answer in (
        client.post(f"/api/v1/preparations/{id_}/heard", json=said),
        client.post(f"/p/{id_}/you/heard", data=said),
    ):
        assert answer.status_code == status
        assert "Traceback" not in answer.text


def test_looking_through_the_strengths_keeps_stories_levels_and_all_of_them(
    client: TestClient, id_: str
) -> None:
    form = client.get(f"/p/{id_}/you/reflect/strengths").text
    assert f">{STORY}</textarea>" in form
    given = {"name.0": "", "proof.0": STORY, "name.1": "baking", "proof.1": "", "name.2": "", "proof.2": "", "act": "out"}  # fmt: skip
    given |= {"name.3": "a fourth", "proof.3": ""}
    client.post(f"/p/{id_}/you/reflect/strengths", data=given)
    client.get(f"/p/{id_}/you")
    made = client.get(f"/api/v1/preparations/{id_}").json()["candidate"]["reflection"]["strengths"]
    assert [(s["name"], s["strength"], s["enjoyment"]) for s in made] == [
        ("staying calm", None, None),
        ("baking", 4, 5),
        ("a fourth", None, None),
    ]


def test_interests_rated_one_by_one_are_no_news(client: TestClient, id_: str) -> None:
    from everest.occupations import interest_items

    rated = {item.key: 3 for item in interest_items(30)}
    client.post(f"/p/{id_}/you/interests", data=rated)
    assert "interest" not in {item["sort"] for item in heard(client, id_)["heard"]}

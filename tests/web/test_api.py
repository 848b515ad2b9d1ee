"""The HTTP API under odd requests, drawn from its own description."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from everest.preparation import example
from everest.web import create_app
from everest.web.security import MAX_BODY

HERE = {"host": "127.0.0.1", "origin": "http://127.0.0.1"}


def test_no_request_breaks_the_server(tmp_path_factory: pytest.TempPathFactory) -> None:
    app = create_app(tmp_path_factory.mktemp("fuzzed"))
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HERE)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) >= 10
    for operation in operations:

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=operation.as_strategy())
        def check(case: schemathesis.Case) -> None:
            response = case.call(headers=HERE)
            assert response.status_code < 500, f"{case.method} {case.path}: {response.text[:300]}"

        check()


@pytest.fixture
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return TestClient(create_app(tmp_path_factory.mktemp("api")), base_url="http://127.0.0.1", headers=HERE)


def test_a_program_prepares_types_prints_and_deletes(client: TestClient) -> None:
    sample = example()
    given = {"resume": sample.candidate.text, "posting": sample.opening.text, "company": ["We plan to grow."]}
    made = client.post("/api/v1/preparations", json=given)
    assert made.status_code == 201
    address = f"/api/v1/preparations/{made.json()['id']}"
    assert client.get(address).json()["title"] == made.json()["title"]
    assert client.put(f"{address}/fields/answer", json={"text": "Mine."}).json()["crossed"] is False
    crossing = {"text": "Hers.", "base": "Something else."}
    assert client.put(f"{address}/fields/answer", json=crossing).json()["crossed"] is True
    assert client.get(f"{address}/fields").json() == {"answer": "Hers."}
    assert client.get(f"{address}/sheet.pdf").content.startswith(b"%PDF-")
    assert client.delete(address).status_code == 200
    assert client.get(address).status_code == 404


def test_a_body_that_hides_its_length_is_still_counted(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        piece = b"x" * 1_000_000
        for _ in range(MAX_BODY // len(piece) + 2):
            yield piece

    response = client.post(
        "/prepare", content=endless(), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert response.status_code == 413
    assert "smaller file" in response.text


def test_a_fault_of_ours_is_a_sentence_too(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(tmp_path_factory.mktemp("api"))
    client = TestClient(app, base_url="http://127.0.0.1", headers=HERE, raise_server_exceptions=False)
    monkeypatch.setattr(app.state.store, "entries", lambda: 1 / 0)
    response = client.get("/")
    assert response.status_code == 500
    assert "fault of Everest" in response.text and "ZeroDivision" not in response.text


def test_a_program_corrects_one_fact_and_takes_it_back(client: TestClient) -> None:
    sample = example()
    given = {"resume": sample.candidate.text, "posting": sample.opening.text}
    address = f"/api/v1/preparations/{client.post('/api/v1/preparations', json=given).json()['id']}"
    ref = next(
        fact["ref"]
        for fact in client.get(f"{address}/facts").json()["facts"]
        if fact["value"] == "Dispatcher"
    )
    said = {"act": "change", "ref": ref, "value": "Night Dispatcher", "seen": "Dispatcher"}
    made = client.post(f"{address}/corrections", json=said)
    assert made.status_code == 201
    assert made.json()["corrections"][0]["state"] == "worked in"
    job = client.get(address).json()["candidate"]["positions"][1]
    assert job["title"]["value"] == "Night Dispatcher"
    assert client.post(f"{address}/corrections", json=said).status_code == 422
    added = {"act": "add", "kind": "skill", "value": "Timetabling software"}
    assert client.post(f"{address}/corrections", json=added).status_code == 201
    number = made.json()["corrections"][0]["number"]
    left = client.delete(f"{address}/corrections/{number}").json()["corrections"]
    assert [entry["value"] for entry in left] == ["Timetabling software"]


WORK = "/api/v1/occupations"


def test_titles_and_persons_are_matched_as_on_the_command_line(client: TestClient) -> None:
    guessed = client.get(f"{WORK}/title", params={"text": "Consultant"}).json()
    assert guessed[0]["code"] == "13-1111.00"
    assert guessed[0]["general"] is True and "too general" in guessed[0]["why"][0]
    asked = {
        "text": "I like wiring and electricity",
        "interests": "RIC",
        "drains": "selling",
        "skill": ["conduit"],
        "least_pay": 50_000,
        "most_preparation": 3,
        "field": ["47", "49"],
        "limit": 5,
    }
    found = client.get(f"{WORK}/match", params=asked).json()
    assert len(found) == 5
    assert {one["code"][:2] for one in found} <= {"47", "49"}
    assert any(one["code"] == "47-2111.00" for one in found)
    assert client.get(f"{WORK}/match", params={"text": "kind", "least_pay": "lots"}).status_code == 422
    assert client.get(f"{WORK}/match").status_code == 422


def test_one_occupation_and_two_side_by_side(client: TestClient) -> None:
    one = client.get(f"{WORK}/show", params={"work": "barista"}).json()
    assert (one["title"], one["code"]) == ("Baristas", "35-3023.01")
    assert client.get(f"{WORK}/show", params={"work": "99-9999.00"}).status_code == 404
    both = client.get(f"{WORK}/compare", params={"work": ["lawyer", "paralegal"]}).json()
    assert [work["title"] for work in both["occupations"]] == ["Lawyers", "Paralegals and Legal Assistants"]
    assert any("highest median pay" in sentence for sentence in both["differences"])
    assert client.get(f"{WORK}/compare", params={"work": ["lawyer"]}).status_code == 422


def test_a_route_is_listed_and_drawn(client: TestClient) -> None:
    asked = {"start": "registered nurse", "goal": "nurse practitioner", "years": 3}
    first = client.get(f"{WORK}/route", params=asked).json()[0]
    assert first["steps"][-1]["title"] == "Nurse Practitioners"
    assert all(step["sources"] for step in first["steps"])
    drawn = client.get(f"{WORK}/route.svg", params=asked)
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert "Registered Nurses" in drawn.text and "Nurse Practitioners" in drawn.text
    assert client.get(f"{WORK}/route", params={"start": "???", "goal": "nurse"}).status_code == 422


def test_an_aim_is_weighed(client: TestClient) -> None:
    asked = {"aim": "Loan Officer", "start": "teller", "years": 2, "within": 3}
    found = client.get(f"{WORK}/realism", params=asked).json()
    assert found["reach"] == "not in that time"
    assert found["sources"]
    with_it = client.get(f"{WORK}/realism", params=asked | {"education": "bachelor's degree"}).json()
    assert with_it["usual_years"] < found["usual_years"]
    assert client.get(f"{WORK}/realism", params=asked | {"within": 0}).status_code == 422


def test_interests_are_asked_and_scored(client: TestClient) -> None:
    items = client.get(f"{WORK}/interests").json()
    assert len(items) == 30
    assert len(client.get(f"{WORK}/interests", params={"length": 60}).json()) == 60
    answers = {item["key"]: 4 if item["scale"] == "Social" else 1 for item in items}
    profile = client.post(f"{WORK}/interests", json={"answers": answers}).json()
    assert profile["order"][0] == "Social"
    assert "no diagnosis" in profile["note"]
    assert client.post(f"{WORK}/interests", json={"answers": {"S1": 4}}).status_code == 422


def test_the_description_names_every_question_to_the_atlas(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    names = {path.removeprefix(f"{WORK}/") for path in paths if path.startswith(WORK)}
    assert names == {"title", "match", "show", "compare", "route", "route.svg", "realism", "interests"}
    for path in paths:
        assert all(act.get("description") for act in paths[path].values()), path
    asked = {one["name"] for one in paths[f"{WORK}/match"]["get"]["parameters"]}
    assert {"least_pay", "most_preparation", "least_growth", "field", "drains", "interests"} <= asked
    assert "image/svg+xml" in paths[f"{WORK}/route.svg"]["get"]["responses"]["200"]["content"]

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

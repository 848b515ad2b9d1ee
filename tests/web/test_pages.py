"""The app as a browser meets it, without the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from everest.preparation.sample import FOLDER
from everest.web import create_app

HERE = {"host": "127.0.0.1:8765", "origin": "http://127.0.0.1:8765"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    app = create_app(tmp_path_factory.mktemp("data"))
    return TestClient(app, base_url="http://127.0.0.1:8765", headers=HERE)


@pytest.fixture(scope="module")
def made(client: TestClient) -> str:
    response = client.post("/example", follow_redirects=False)
    assert response.status_code == 303
    return response.headers["location"]


def finished(client: TestClient, page: Response) -> Response:
    """Follow the page of work under way until the work is done, as a browser does by its Refresh header."""
    for _ in range(90):
        if "refresh" not in page.headers:
            return page
        page = client.get(str(page.url))
    raise AssertionError("the work was never done")


def test_the_first_page_takes_a_resume_and_a_posting(client: TestClient) -> None:
    page = client.get("/").text
    for name in ('name="resume"', 'name="posting"', 'action="/example"', "Mount Everest"):
        assert name in page


def test_two_files_become_a_finished_preparation(client: TestClient) -> None:
    files = {
        "resume": ("cv.md", (FOLDER / "resume.md").read_bytes()),
        "posting": ("job.txt", (FOLDER / "posting.txt").read_bytes()),
    }
    page = finished(client, client.post("/prepare", files=files))
    assert page.status_code == 200, page.text[:500]
    assert "Route Planner at Northwind Rail" in page.text
    address = str(page.url)
    for camp, words in (
        ("you", "Halden Ferries"),
        ("opening", "Where it touches you"),
        ("answer", "Why it works"),
        ("aloud", "They may ask next"),
    ):
        assert words in client.get(f"{address}/{camp}").text, camp
    assert "Route Planner at Northwind Rail" in client.get("/").text


def test_pasted_words_are_never_markup(client: TestClient) -> None:
    posting = (
        (FOLDER / "posting.txt")
        .read_text(encoding="utf-8")
        .replace("Plan weekly", "<script>alert(1)</script> Plan weekly")
    )
    page = finished(
        client,
        client.post(
            "/prepare",
            data={"resume_text": (FOLDER / "resume.md").read_text(encoding="utf-8"), "posting_text": posting},
        ),
    )
    assert page.status_code == 200
    opening = client.get(f"{page.url}/opening").text
    assert "&lt;script&gt;alert" in opening
    assert "<script>alert" not in opening


@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "md", "json"])
def test_the_sheet_can_be_taken_along(client: TestClient, made: str, format_: str) -> None:
    response = client.get(f"{made}/sheet.{format_}")
    assert response.status_code == 200
    assert len(response.content) > 500


def test_what_is_typed_is_kept_and_reviewed(client: TestClient, made: str) -> None:
    id_ = made.rsplit("/", 1)[1]
    saved = client.put(f"/api/v1/preparations/{id_}/fields/answer", json={"text": "I want your job."})
    assert saved.json() == {"saved": "answer", "crossed": False}
    page = client.get(f"{made}/answer").text
    assert "I want your job." in page
    assert "Do not say this yet" in page


def test_a_missing_file_is_a_sentence_with_a_way_out(client: TestClient) -> None:
    page = client.post("/prepare", data={"posting_text": "Cook wanted"})
    assert page.status_code == 422
    assert "There is no résumé yet." in page.text
    assert 'href="/"' in page.text


def test_a_broken_file_is_a_sentence_too(client: TestClient) -> None:
    page = finished(
        client,
        client.post(
            "/prepare", files={"resume": ("cv.pdf", b"%PDF-1.4 broken")}, data={"posting_text": "Cook wanted"}
        ),
    )
    assert page.status_code == 422
    assert "cv.pdf" in page.text


@pytest.mark.parametrize("path", ["/p/zzzz", "/nowhere", "/p/zzzz/sheet.pdf", "/api/v1/preparations/zzzz"])
def test_what_is_not_here_is_told(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "Traceback" not in response.text


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9"}]
)
def test_another_site_cannot_write_here(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/example", headers=headers).status_code == 403


def test_every_page_forbids_foreign_and_inline_script(client: TestClient, made: str) -> None:
    for path in ("/", made, "/review", "/learn", "/nowhere"):
        response = client.get(path)
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe-inline" not in policy
        assert (
            "<style" not in response.text
            and " style=" not in response.text
            and "onclick" not in response.text
        )


def test_a_password_opens_the_door_only_to_those_who_know_it(tmp_path: Path) -> None:
    client = TestClient(
        create_app(tmp_path, password="long enough"),
        base_url="http://127.0.0.1",
        headers={"host": "127.0.0.1"},
    )
    assert client.get("/").status_code == 401
    assert client.get("/", auth=("me", "wrong")).status_code == 401
    assert client.get("/", headers={"authorization": "Basic ???"}).status_code == 401
    assert client.get("/", auth=("me", "long enough")).status_code == 200


def test_the_api_has_the_shapes_of_the_command_line(client: TestClient) -> None:
    found = client.post("/api/v1/review", json={"text": "I want your job."}).json()
    assert list(found)[:5] == ["verdict", "score", "situation", "findings", "criteria"]
    assert (
        client.post("/api/v1/question", json={"text": "What are your career goals?"}).json()[
            "about_aspirations"
        ]
        is True
    )
    assert (
        client.post("/api/v1/goals", json={"text": "Finish the welding course by June"}).json()["label"]
        == "goal"
    )
    assert (
        client.get("/api/v1/occupations/title", params={"text": "nurse"}).json()[0]["code"].startswith("29-")
    )
    assert client.post("/api/v1/review", json={"txt": "x"}).status_code == 422


def test_the_gallery_shows_answers_for_every_situation_time_and_again(client: TestClient) -> None:
    for _ in range(2):
        page = client.get("/learn/gallery").text
        assert page.count("Why it works") >= 40


def test_the_opening_says_what_to_ask_and_what_speaks_to_each_goal(client: TestClient, made: str) -> None:
    page = client.get(f"{made}/opening").text
    assert "Questions worth asking them" in page
    assert "Your goals, and what they offer" in page
    notes = client.get(f"{made}/opening/notes.md")
    assert notes.headers["content-type"].startswith("text/markdown")
    assert "Northwind Rail" in notes.text

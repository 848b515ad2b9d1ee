"""Looking work up on the pages."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from everest.web import create_app

HERE = {"host": "127.0.0.1", "origin": "http://127.0.0.1"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return TestClient(create_app(tmp_path_factory.mktemp("work")), base_url="http://127.0.0.1", headers=HERE)


def test_a_title_leads_to_work_and_its_figures(client: TestClient) -> None:
    page = client.get("/atlas", params={"title": "barista"}).text
    assert 'href="/atlas/35-3023.01"' in page
    assert "too general" not in page
    assert page.count('action="/atlas#') == 2
    one = client.get("/atlas/35-3023.01").text
    assert "<h1>Baristas</h1>" in one and "Median pay a year" in one and "Bureau of Labor Statistics" in one
    assert client.get("/atlas/99-9999.00").status_code == 404


def test_a_title_that_is_too_general_is_said_to_be(client: TestClient) -> None:
    page = client.get("/atlas", params={"title": "Consultant"}).text
    assert "“Consultant” alone is too general to tell the work." in page
    assert 'href="/atlas/13-1111.00"' in page


def test_the_way_is_drawn_weighed_and_cited(client: TestClient) -> None:
    asked = {"start": "teller", "goal": "loan officer", "years": "2", "within": "3", "education": ""}
    page = client.get("/atlas", params=asked).text
    assert "<strong>Not in that time.</strong>" in page
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="route"' in page
    assert "Median pay: BLS" in page and "schooling that people in the work say is required" in page
    with_it = client.get("/atlas", params=asked | {"education": "bachelor"}).text
    assert "more of school than you have" in page and "more of school than you have" not in with_it


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"years": "many"}, "is no number of years"),
        ({"within": "-1"}, "is no number of years"),
        ({"within": "inf"}, "is no number of years"),
        ({"start": "???"}, "names no work"),
        ({"goal": "99-9999.00"}, "There is no occupation"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_page(
    client: TestClient, wrong: dict[str, str], says: str
) -> None:
    page = client.get("/atlas", params={"start": "cook", "goal": "chef", "within": "3"} | wrong)
    assert page.status_code == 200
    assert says in page.text


def test_matches_are_narrowed_to_a_field_and_very_much_counts(client: TestClient) -> None:
    made = client.post("/example", follow_redirects=False).headers["location"]
    page = client.get(f"{made}/aspiration", params={"field": "29"}).text
    fits = page[page.index('class="matches"') :]
    assert 'value="29-' in fits and 'value="53-' not in fits
    asked = client.get(f"{made}/you/interests").text
    assert 'value="4"' in asked and 'value="5"' not in asked
    answers = {f"{scale}{n}": "4" if scale == "S" else "0" for scale in "RIASEC" for n in range(1, 6)}
    told = client.post(f"{made}/you/interests", data=answers).text
    assert "Social (100% of the highest score)" in told and "no diagnosis" in told

"""The atlas: look up, match, routes, realism, interests."""

import xml.etree.ElementTree as ET
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everest.errors import BadInput, DataFileError, NotFound
from everest.occupations import (
    Filters,
    Rank,
    Reach,
    atlas,
    find_title,
    interest_items,
    match_person,
    read_rank,
    realism,
    route_svg,
    routes,
    score_interests,
    skill_names,
    update_atlas,
)  # fmt: skip

NURSE, NURSE_PRACTITIONER, DEVELOPER = "29-1141.00", "29-1171.00", "15-1252.00"


def test_an_occupation_has_its_figures():
    lawyer = atlas().occupation("23-1011")
    assert (lawyer.title, lawyer.zone, lawyer.median_pay) == ("Lawyers", 5, 151160)
    assert lawyer.interests[0].name in {"Enterprising", "Investigative"}
    assert any(rated.name == "Law and Government" and rated.importance > 4 for rated in lawyer.knowledge)
    assert "Attorney" in lawyer.alternates


def test_an_unknown_code_says_what_to_do():
    with pytest.raises(NotFound, match="99-9999"):
        atlas().occupation("99-9999")


def test_info_names_the_release_and_its_licence():
    info = atlas().info()
    assert info["release"] == "O*NET 29.3 Database"
    assert "CC BY 4.0" in str(info["attribution"])


@pytest.mark.parametrize(
    ("title", "occupation", "rank"),
    [
        ("Sr. SWE II (Backend) - Remote", "Software Developers", Rank.SENIOR),
        ("RN, Med/Surg nights", "Registered Nurses", Rank.INDIVIDUAL),
        ("Head of People", "Human Resources Managers", Rank.DIRECTOR),
        ("Kitchen porter", "Dishwashers", Rank.INDIVIDUAL),
        ("human rights attorney", "Lawyers", Rank.INDIVIDUAL),
        ("Softwre Enginer", "Software Developers", Rank.INDIVIDUAL),
    ],
)
def test_titles_as_people_write_them(title, occupation, rank):
    assert find_title(title)[0].title == occupation
    assert read_rank(title) == rank


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Marketing Intern", Rank.TRAINEE), ("Junior Accountant", Rank.ENTRY), ("Product Manager", Rank.INDIVIDUAL),
        ("Senior Product Manager", Rank.SENIOR), ("Team Lead, Support", Rank.LEAD), ("Nurse Manager", Rank.MANAGER),
        ("Assistant Store Manager", Rank.LEAD), ("Director of Sales", Rank.DIRECTOR), ("VP, Finance", Rank.VICE_PRESIDENT),
        ("Chief Financial Officer", Rank.CHIEF), ("Executive Assistant to the CEO", Rank.INDIVIDUAL),
    ],
)  # fmt: skip
def test_ranks(title, rank):
    assert read_rank(title) == rank


def test_nothing_is_found_for_nothing():
    assert find_title("") == find_title(" 123 ") == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_may_be_looked_up(text):
    assert all(0 <= match.score <= 1 for match in find_title(text))
    assert read_rank(text) in Rank


def test_the_seed_example_finds_the_law_on_the_first_screen():
    found = match_person("smart, compassionate, organized, with great judgment")
    titles = [match.title for match in found]
    assert len(titles) == 10
    assert "Lawyers" in titles
    lawyer = found[titles.index("Lawyers")]
    assert any("“judgment”" in reason for reason in lawyer.why)


def test_what_drains_speaks_against():
    calm = match_person("I like numbers and research", drains="sales and leading people", limit=5)
    assert not any(match.code.startswith(("11-", "41-")) for match in calm)


def test_filters_keep_what_they_say():
    found = match_person(
        "caring and patient", filters=Filters(highest_zone=3, least_pay=40000, fields=("29", "31"))
    )
    assert found
    for match in found:
        occupation = atlas().occupation(match.code)
        assert occupation.zone <= 3
        assert occupation.median_pay >= 40000
        assert match.code[:2] in {"29", "31"}


def test_nothing_to_match_is_said():
    with pytest.raises(BadInput, match="nothing to match"):
        match_person("  ")


def test_an_unknown_interest_is_said():
    with pytest.raises(BadInput, match="X"):
        match_person("smart", interests={"X": 1.0})


def test_skills_stand_where_they_are_said():
    text = "Dashboards in Excel and Power BI; customer service. I gave my word and go on."
    found = [(name, text[start:end]) for name, start, end in skill_names(text)]
    assert found == [
        ("Microsoft Excel", "Excel"), ("Microsoft Power BI", "Power BI"), ("Customer service", "customer service"),
    ]  # fmt: skip


def test_routes_differ_and_add_up():
    found = routes(NURSE, NURSE_PRACTITIONER, years=5, education="Bachelor of Science in Nursing")
    assert len(found) >= 2
    for route in found:
        assert route.steps[-1].code == NURSE_PRACTITIONER
        assert route.years == pytest.approx(sum(step.years for step in route.steps), abs=0.05)
    assert found[0].steps[-1].median_pay > atlas().occupation(NURSE).median_pay


def test_promotion_is_a_route_too():
    (route,) = routes(DEVELOPER, DEVELOPER, to_rank=Rank.MANAGER)
    assert [step.rank for step in route.steps] == [Rank.SENIOR, Rank.LEAD, Rank.MANAGER]


def test_a_route_is_drawn_with_its_words():
    (route,) = routes(DEVELOPER, DEVELOPER, to_rank=Rank.LEAD)
    picture = ET.fromstring(route_svg(route, start="R&D <now>"))
    words = "".join(picture.itertext())
    assert "R&D <now>" in words
    assert words.count("about") >= 2


def test_vice_president_in_two_years_is_too_soon_and_a_team_in_five_is_nearer():
    weighed = realism(
        from_code=DEVELOPER, from_rank=Rank.INDIVIDUAL, years=2, aim="VP of Engineering", horizon_years=2
    )
    assert weighed.reach is Reach.NOT_IN_THAT_TIME
    assert weighed.nearest_wording == "leading a team within five years"
    assert weighed.sources
    assert any("years" in reason for reason in weighed.why)


def test_a_senior_role_after_years_is_within_reach():
    weighed = realism(
        from_code="13-2011.00", from_rank=Rank.ENTRY, years=1, aim="Senior Accountant", horizon_years=4
    )
    assert weighed.reach is Reach.WITHIN_REACH


def test_more_time_never_makes_an_aim_less_real():
    reaches = [
        realism(
            from_code="41-2031.00", from_rank=Rank.INDIVIDUAL, years=4, aim="Lawyer", horizon_years=time
        ).reach
        for time in range(1, 16)
    ]
    assert reaches == sorted(reaches)
    assert reaches[0] is Reach.NOT_IN_THAT_TIME
    assert reaches[-1] is Reach.WITHIN_REACH


def test_no_time_is_no_aim():
    with pytest.raises(BadInput, match="more than nothing"):
        realism(from_code=NURSE, from_rank=Rank.INDIVIDUAL, years=1, aim="Lawyer", horizon_years=0)


@pytest.mark.parametrize("length", [30, 60])
def test_interest_items_are_balanced(length):
    items = interest_items(length)
    assert len({item.text for item in items}) == length
    assert {sum(item.scale == scale for item in items) for scale in {item.scale for item in items}} == {
        length // 6
    }


def test_interests_are_scored_and_explained():
    answers = {item.key: 4 if item.scale == "Social" else 1 for item in interest_items(30)}
    profile = score_interests(answers)
    assert profile.order[0] == "Social"
    assert profile.scores["Social"] == 1.0
    assert "no diagnosis" in profile.note


def test_flat_answers_favor_nothing():
    assert "same on all six" in score_interests({item.key: 2 for item in interest_items(60)}).explanation[0]


def test_too_few_answers_are_said():
    with pytest.raises(BadInput, match="Too few"):
        score_interests({"R1": 3})


def test_a_bad_release_changes_nothing(tmp_path):
    wrong = tmp_path / "db.zip"
    with zipfile.ZipFile(wrong, "w") as archive:
        archive.writestr("db/Skills.txt", "nothing")
    with pytest.raises(DataFileError, match="not an O\\*NET"):
        update_atlas(wrong, tmp_path / "data")
    with pytest.raises(BadInput, match="no such file"):
        update_atlas(tmp_path / "missing.zip", tmp_path / "data")
    assert not list((tmp_path / "data").glob("*.npz"))

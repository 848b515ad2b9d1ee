"""Occupations side by side, and pictures of them."""

import re
import xml.etree.ElementTree as ET

import pytest

from everest.errors import BadInput, NotFound
from everest.occupations import atlas, compare, radar_svg, route_svg, routes
from everest.occupations.certificates import certificate_names
from everest.standing import Rank

LAWYER, NURSE, DEVELOPER, DRIVER = "23-1011.00", "29-1141.00", "15-1252.00", "53-3032.00"
NURSE_PRACTITIONER = "29-1171.00"


def pictures():
    known = atlas()
    yield radar_svg([known.occupation(LAWYER)])
    yield radar_svg([known.occupation(code) for code in (LAWYER, NURSE, DEVELOPER)])
    for aim in (NURSE_PRACTITIONER, LAWYER):
        yield route_svg(routes(NURSE, aim, years=3, to_rank=Rank.LEAD)[0])


def test_what_differs_is_said_with_figures():
    told = compare([LAWYER, NURSE])
    assert [one.title for one in told.occupations] == ["Lawyers", "Registered Nurses"]
    pay = [one.median_pay for one in told.occupations]
    assert any(f"${pay[0] - pay[1]:,}" in sentence for sentence in told.differences)
    assert any("law and government" in sentence for sentence in told.differences)
    assert "over four years" in told.occupations[0].preparation
    assert told.occupations[1].interests[0] == "Social"
    assert len(told.occupations[0].work_words) == 6


@pytest.mark.parametrize("codes", [[], [LAWYER], [LAWYER, LAWYER], [LAWYER, NURSE, DEVELOPER, DRIVER]])
def test_two_or_three_are_compared(codes):
    with pytest.raises(BadInput, match="two or three"):
        compare(codes)


def test_an_unknown_code_is_not_compared():
    with pytest.raises(NotFound):
        compare([LAWYER, "99-9999"])


def test_pictures_bring_no_style_and_say_what_they_show():
    for picture in pictures():
        root = ET.fromstring(picture)
        assert not re.search(r"\sstyle=|<style|#[0-9a-f]{3,6}\b|rgb\(", picture)
        names = {child.tag.rsplit("}")[-1]: child for child in root}
        title, told = names["title"], names["desc"]
        assert title.text
        assert told.text
        assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"


def test_words_stay_inside_the_picture():
    for picture in pictures():
        root = ET.fromstring(picture)
        width, height = map(float, root.get("viewBox").split()[2:])
        for text in root.iter("{http://www.w3.org/2000/svg}text"):
            x, y, size = (float(text.get(name)) for name in ("x", "y", "font-size"))
            long = len(text.text) * size * 0.52
            left = {"middle": x - long / 2, "end": x - long}.get(text.get("text-anchor"), x)
            assert left >= 0
            assert left + long <= width
            assert y <= height


@pytest.mark.parametrize("count", [0, 4])
def test_a_radar_holds_one_to_three(count):
    with pytest.raises(BadInput, match="one to three"):
        radar_svg([atlas().occupation(LAWYER)] * count)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (NURSE, "NCLEX-RN"), (LAWYER, "bar"), (DRIVER, "CDL"), ("13-2011.00", "CPA"), ("17-2051.00", "PE"),
        ("29-2042.00", "EMT"), ("25-2031.00", "teaching license"), ("47-2111.00", "electrician"),
    ],
)  # fmt: skip
def test_licenses_are_named(code, name):
    assert any(name in text and ", from " in text for text in certificate_names(code))


def test_a_route_names_licenses_and_cites_its_years():
    (route, *_) = routes("31-1131.00", NURSE, years=2)
    last = route.steps[-1]
    assert any("NCLEX-RN" in text for text in last.certificates)
    assert any("years of related experience" in text for text in last.sources)
    assert any("years of school after high school" in text for text in last.sources)
    assert any(text.startswith("Median pay: BLS") for text in last.sources)
    assert any("SVP 7.0" in text for text in last.sources)
    assert set(last.sources) <= set(route.sources)


def test_every_promotion_cites_its_years():
    (route,) = routes(DEVELOPER, DEVELOPER, to_rank=Rank.CHIEF)
    assert all(
        any("O*NET" in text or "Everest's own" in text for text in step.sources) for step in route.steps
    )


def test_the_table_of_licenses_knows_only_real_codes():
    from everest.occupations.certificates import _table

    assert not [start for start, _ in _table() if not any(code.startswith(start) for code in atlas().codes)]


def test_who_becomes_a_manager_manages_at_once():
    (route, *_) = routes("53-7065.00", "11-3071.00", years=3)
    assert route.steps[-1].title.startswith("Transportation")
    assert route.steps[-1].rank == 5
    assert [step.code for step in route.steps].count("11-3071.00") == 1

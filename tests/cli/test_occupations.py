"""What `everest occupations` tells: whatever the pages can do with the atlas, the command line can."""

import json
import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner

from everest.cli.occupations import command
from everest.errors import BadInput


def told(*arguments: str) -> str:
    done = CliRunner().invoke(command, list(arguments), catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_one_occupation_is_told_with_its_figures() -> None:
    text = told("show", "barista")
    assert "Baristas (35-3023.01)" in text
    assert "job zone 1" in text
    assert json.loads(told("show", "23-1011", "--format", "json"))["title"] == "Lawyers"


def test_two_are_compared() -> None:
    assert "Lawyers have the highest median pay" in told("compare", "lawyer", "paralegal")


def test_a_route_is_listed_with_sources_and_drawn(tmp_path) -> None:
    picture = tmp_path / "route.svg"
    text = told("route", "registered nurse", "nurse practitioner", "--years", "3", "--svg", str(picture))
    assert "Nurse Practitioners (doing the work on your own): about 3 years" in text
    assert "Source: O*NET" in text
    assert "Registered Nurses" in "".join(ET.parse(picture).getroot().itertext())


def test_an_aim_is_weighed_with_a_nearer_wording() -> None:
    text = told(
        "realism", "VP of Engineering", "--from", "software engineer", "--years", "3", "--within", "2"
    )
    assert text.startswith("not in that time")
    assert "Nearer: leading a team within five years" in text
    assert "Source: " in text


def test_a_degree_that_is_there_is_not_asked_for_again() -> None:
    aim = ("realism", "Loan Officer", "--from", "teller", "--years", "2", "--within", "3", "--format", "json")
    without, with_it = json.loads(told(*aim)), json.loads(told(*aim, "--education", "bachelor's degree"))
    assert with_it["usual_years"] < without["usual_years"]
    assert not any("school than you have" in sentence for sentence in with_it["why"])


def test_matches_are_filtered_and_say_what_speaks_for_and_against() -> None:
    asked = ("match", "I like wiring and electricity", "--least-pay", "50000", "--most-preparation", "3")
    found = json.loads(told(*asked, "--interests", "RIC", "--drains", "selling", "--limit", "5"))
    assert len(found) == 5
    assert any(one["code"] == "47-2111.00" for one in found)
    text = told(*asked, "--drains", "selling", "--format", "text")
    assert "      + " in text


def test_interests_are_scored_from_digits_or_refused() -> None:
    text = told("interests", "--answers", "443210" * 5)
    assert text.splitlines()[0].startswith("Realistic")
    assert "no diagnosis" in text
    with pytest.raises(BadInput, match="30 activities"):
        told("interests", "--answers", "4432")


def test_what_names_no_work_says_what_to_write() -> None:
    with pytest.raises(BadInput, match="names no work"):
        told("show", "???")


def test_a_title_that_is_too_general_is_said_to_be() -> None:
    assert json.loads(told("title", "Consultant"))[0]["general"] is True
    assert "too general to tell the work" in told("title", "Consultant", "--format", "text")
    done = CliRunner().invoke(command, ["show", "Consultant"])
    assert "Management Analysts (13-1111.00)" in done.stdout
    assert "Say more, such as the field." in done.stderr
    assert "too general" not in CliRunner().invoke(command, ["show", "Baker"]).stderr


def test_a_release_with_another_checksum_is_refused_and_nothing_changes(tmp_path, monkeypatch) -> None:
    from everest.cli.atlas import command as atlas_command
    from everest.errors import DataFileError

    monkeypatch.setattr("everest.occupations.updating._data_dir", lambda: tmp_path / "data")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "atlas.npz").write_bytes(b"the old one")
    (tmp_path / "half.zip").write_bytes(b"PK\x03\x04 broken off")
    for more, says in ((["--sha256", "00ff"], "checksum differs"), ([], "only part of one")):
        with pytest.raises(DataFileError, match=says):
            CliRunner().invoke(
                atlas_command, ["update", str(tmp_path / "half.zip"), *more], catch_exceptions=False
            )
        assert (tmp_path / "data" / "atlas.npz").read_bytes() == b"the old one"

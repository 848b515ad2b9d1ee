"""`everest review` and `everest rules` as a person uses them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from everest.cli.review import command as review_command
from everest.cli.rules import command as rules_command
from everest.review import rules

RICH = "I have run the night desk for four years here. I want to get rich."


def run(*words, given=None):
    return CliRunner().invoke(review_command, list(words), input=given)


def codes(done):
    return {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def test_an_error_makes_exit_code_one_and_its_dismissal_zero():
    assert run(given=RICH).exit_code == 1
    done = run("--format", "json", "--dismiss", "MOT101:get rich", "--ignore", "self-focused", given=RICH)
    assert "MOT101" not in codes(done)


def test_a_dismissal_stays(tmp_path: Path):
    kept = tmp_path / "not-so.txt"
    run("--dismissed", str(kept), "--dismiss", "MOT101:get rich", given=RICH)
    run("--dismissed", str(kept), "--dismiss", "MOT101:get rich", given=RICH)
    assert kept.read_text("utf-8") == "MOT101:get rich\n"
    done = run("--format", "json", "--dismissed", str(kept), given=RICH)
    assert "MOT101" not in codes(done)


def test_other_words_of_the_same_rule_are_still_heard(tmp_path: Path):
    done = run("--format", "json", "--dismiss", "MOT101:get rich", given="I want to make more money.")
    assert "MOT101" in codes(done)


def test_what_the_report_tells_to_dismiss_can_be_given_back():
    found = json.loads(run("--format", "json", given=RICH).stdout)["findings"]
    keys = [word for finding in found for word in ("--dismiss", finding["key"])]
    assert json.loads(run("--format", "json", *keys, given=RICH).stdout)["findings"] == []


def test_the_severity_threshold_hides_but_does_not_change_the_exit_code():
    done = run("--severity", "error", given=RICH)
    assert done.exit_code == 1
    assert "advice[" not in done.stdout


def test_a_folder_is_reviewed_by_name(tmp_path: Path):
    (tmp_path / "b.md").write_text("I don't know.", "utf-8")
    (tmp_path / "a.txt").write_text("I want to lead a ward.", "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe\x00x")
    (tmp_path / "other.pdf").write_bytes(b"%PDF")
    rows = [json.loads(line) for line in run("--batch", str(tmp_path)).stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a.txt", "b.md", "c.txt"]
    assert rows[1]["verdict"] == "avoid"
    assert "UTF-8" in rows[2]["error"]


def test_an_empty_folder_is_said(tmp_path: Path):
    assert "no .txt or .md" in str(run("--batch", str(tmp_path)).exception)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_are_answered_in_order_on_any_number_of_cores(tmp_path: Path, jobs: str):
    batch = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": n, "text": f"I want to lead {n} wards here."}) for n in range(150)]
    lines[70] = "not json"
    batch.write_text("\n".join(lines), "utf-8")
    rows = [json.loads(line) for line in run("--batch", str(batch), "--jobs", jobs).stdout.splitlines()]
    assert len(rows) == 150
    assert [row.get("id") for row in rows if "id" in row] == [n for n in range(150) if n != 70]
    assert "Line 71" in rows[70]["error"]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule):
    by_code = CliRunner().invoke(rules_command, ["explain", rule.code.lower()])
    by_name = CliRunner().invoke(rules_command, ["explain", rule.name])
    assert by_code.exit_code == 0
    assert by_code.stdout == by_name.stdout
    assert rule.title in by_code.stdout
    assert max(map(len, by_code.stdout.splitlines())) <= 92

"""The commands as a person or a program meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tools import build_docs

from everest.preparation.sample import FOLDER


def run(
    *arguments: str, given: str | bytes = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [sys.executable, "-m", "everest", *arguments], input=data, capture_output=True, check=False, cwd=cwd
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def prepared(data: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    out = tmp_path_factory.mktemp("out")
    done = run(
        "prepare", "--example", "--data-dir", data, "--out", str(out), "--format", "md,html,pdf,docx,json"
    )
    assert done.returncode == 0, done.stderr
    return json.loads((out / "preparation.json").read_text(encoding="utf-8"))["id"], out


def test_the_example_runs_the_whole_method(prepared: tuple[str, Path]) -> None:
    made = json.loads((prepared[1] / "preparation.json").read_text(encoding="utf-8"))
    assert made["question"]["about_aspirations"]
    assert len(made["answers"]) == len(made["reviews"]) == 3
    assert [review["verdict"] for review in made["reviews"]] == ["ready"] * 3
    assert made["talking_points"] and made["follow_ups"] and made["practice"] and made["aspiration"]["goals"]
    assert made["opening"]["company"]["long_term"] and made["opening"]["company"]["short_term"]
    assert all(line["purpose"] for answer in made["answers"] for line in answer["sentences"])
    lengths = [answer["seconds"] for answer in made["answers"]]
    assert len({round(length / 10) for length in lengths}) == 3


def test_every_format_is_written(prepared: tuple[str, Path]) -> None:
    names = {path.name for path in prepared[1].iterdir()}
    assert names == {f"sheet.{f}" for f in ("md", "html", "pdf", "docx")} | {
        f"preparation.{f}" for f in ("md", "html", "pdf", "docx", "json")
    }


def test_a_preparation_can_be_listed_shown_exported_deleted_and_brought_back(
    prepared: tuple[str, Path], data: str, tmp_path: Path
) -> None:
    id_ = prepared[0]
    assert id_ in run("list", "--data-dir", data).stdout
    assert "Northwind Rail" in run("show", id_[:6], "--data-dir", data).stdout
    packed = str(tmp_path / "one.everest")
    assert run("export", id_, packed, "--data-dir", data).returncode == 0
    other = str(tmp_path / "other")
    assert run("import", packed, "--data-dir", other).stdout.startswith(id_)
    assert run("delete", id_, "--yes", "--data-dir", other).returncode == 0
    assert json.loads(run("list", "--data-dir", other, "--format", "json").stdout) == []
    assert run("show", id_, "--data-dir", other).returncode == 2


def test_piped_output_is_json_and_nothing_else(data: str, tmp_path: Path) -> None:
    done = run(
        "prepare",
        "--resume",
        str(FOLDER / "resume.md"),
        "--posting",
        "-",
        "--format",
        "json",
        "--data-dir",
        data,
        given=(FOLDER / "posting.txt").read_bytes(),
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["opening"]["employer"]["value"] == "Northwind Rail"


def test_the_review_has_the_promised_shape() -> None:
    done = run(
        "review", "--format", "json", given="I want to make as much money as possible and retire early."
    )
    data = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(data)[:5] == ["verdict", "score", "situation", "findings", "criteria"]
    assert data["verdict"] == "avoid"
    assert 0 <= data["score"] <= 100
    for finding in data["findings"]:
        assert {"rule", "name", "severity", "start", "end", "quote", "message", "suggestion"} <= set(finding)
        assert finding["severity"] in {"error", "warning", "advice"}
    for criterion in data["criteria"]:
        assert 1 <= criterion["level"] <= 5


def test_offsets_count_code_points() -> None:
    text = "🎿 Café — I want your job."
    data = json.loads(run("review", "--format", "json", given=text).stdout)
    assert data["findings"]
    for finding in data["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_a_batch_answers_each_line_in_order_and_says_which_is_bad(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "I don\'t know."}',
        "not json",
        '{"id": "c"}',
        '{"id": "d", "text": "", "question": "What next?"}',
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(lines), encoding="utf-8")
    done = run("review", "--batch", str(batch))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 4
    assert rows[0]["id"] == "a" and rows[0]["verdict"] == "avoid"
    assert "Line 2" in rows[1]["error"] and "Line 3" in rows[2]["error"]
    assert rows[3]["id"] == "d" and "no answer" in rows[3]["error"]


def test_a_question_and_a_statement_are_told() -> None:
    asked = json.loads(run("question", "Where do you see yourself in five years?").stdout)
    assert (
        asked["about_aspirations"] is True
        and asked["variant"] == "five_years"
        and asked["asks"]
        and asked["why"]
    )
    told = json.loads(run("goals", "Pass the bar exam within six months").stdout)
    assert told["label"] == "goal" and told["horizon_years"] == 0.5


def test_occupations_are_ranked() -> None:
    found = json.loads(run("occupations", "title", "RN, Med/Surg nights").stdout)
    assert found[0]["code"] == "29-1141.00"
    assert all(set(item) >= {"code", "title", "score", "why"} for item in found)


def test_facts_carry_their_quotation() -> None:
    text = (FOLDER / "posting.txt").read_text(encoding="utf-8")
    data = json.loads(run("opening", str(FOLDER / "posting.txt"), "--format", "json").stdout)
    assert data["tasks"]
    for task in data["tasks"]:
        place = task["evidence"]
        assert data["text"][place["start"] : place["end"]] == place["quote"]
        assert place["quote"] in text
    candidate = json.loads(run("candidate", str(FOLDER / "resume.md"), "--format", "json").stdout)
    assert candidate["name"]["value"] == "Mara Ellison"
    assert candidate["name"]["quote"] == "Mara Ellison"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.pdf"),
        (b"%PDF-1.7\nnot really", "broken.pdf"),
        (bytes(range(256)) * 40, "junk.docx"),
        (b"\x7fELF" + b"\0" * 99, "tool.txt"),
    ],
)
def test_bad_input_is_one_clear_sentence(tmp_path: Path, content: bytes, name: str, data: str) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = run("prepare", "--resume", str(bad), "--posting", str(FOLDER / "posting.txt"), "--data-dir", data)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert name in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("prepare",),
        ("prepare", "--resume", "nowhere.pdf", "--posting", "nowhere.txt"),
        ("prepare", "--example", "--format", "odt"),
        ("show", "zzzz"),
        ("nonsense",),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_sentence(arguments: tuple[str, ...], tmp_path: Path) -> None:
    extra = () if arguments == ("nonsense",) else ("--data-dir", str(tmp_path))
    done = run(*arguments, *extra, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip() and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "arguments", "given"),
    [
        ("review", ("review", "--format", "json"), "In five years I want to lead a dispatch team here."),
        ("question", ("question", "What comes next for you?"), ""),
        ("goals", ("goals", "become a trusted guide for young cooks"), ""),
        ("occupations", ("occupations", "match", "patient, good with numbers, likes order"), ""),
    ],
)
def test_the_json_keeps_its_published_schema(name: str, arguments: tuple[str, ...], given: str) -> None:
    schema = json.loads(
        (Path(__file__).parents[2] / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8")
    )
    jsonschema.validate(json.loads(run(*arguments, given=given).stdout), schema)


def test_a_preparation_keeps_its_published_schema(prepared: tuple[str, Path]) -> None:
    schema = json.loads(
        (Path(__file__).parents[2] / "docs" / "schema" / "preparation.json").read_text(encoding="utf-8")
    )
    jsonschema.validate(json.loads((prepared[1] / "preparation.json").read_text(encoding="utf-8")), schema)


def test_the_generated_schemas_are_those_of_the_code() -> None:
    for name, schema in build_docs.schemas().items():
        kept = (Path(__file__).parents[2] / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8")
        assert json.loads(kept) == json.loads(json.dumps(schema)), f"run make docs ({name})"


def test_a_reflection_can_be_left_and_taken_up_and_used(tmp_path: Path, data: str) -> None:
    file = tmp_path / "me.json"
    first = run(
        "reflect",
        str(file),
        "--short",
        given="Calm on a full night shift; I teach new cooks\nstuck\nplating for a full room\n",
    )
    assert file.is_file(), first.stderr
    kept = json.loads(file.read_text(encoding="utf-8"))["conversation"]["said"]
    assert kept["strengths"] == ["Calm on a full night shift", "I teach new cooks"]
    done = run("reflect", str(file), "--short", given="\n" * 20)
    assert done.returncode == 0, done.stderr
    assert "night shift" not in done.stdout.split("\n", 1)[0]
    made = run(
        "prepare",
        "--resume",
        str(FOLDER / "resume.md"),
        "--posting",
        str(FOLDER / "posting.txt"),
        "--reflection",
        str(file),
        "--format",
        "json",
        "--data-dir",
        data,
        cwd=tmp_path,
    )
    assert made.returncode == 0, made.stderr
    names = [
        strength["name"].lower()
        for strength in json.loads(made.stdout)["candidate"]["reflection"]["strengths"]
    ]
    assert any("calm" in name or "night shift" in name for name in names)


def test_rules_are_listed_and_explained() -> None:
    rows = json.loads(run("rules", "--format", "json").stdout)
    assert len(rows) > 15
    told = run("rules", "explain", rows[0]["rule"])
    assert "Why an interviewer minds" in told.stdout and "Left alone" in told.stdout
    assert run("rules", "explain", "XYZ999").returncode == 2
    assert "O*NET" in run("atlas", "info").stdout


def test_single_facts_are_corrected_and_the_corrections_taken_along(
    prepared: tuple[str, Path], data: str, tmp_path: Path
) -> None:
    filed = tmp_path / "corrections.json"
    act = ["correct", prepared[0], "--data-dir", data]
    done = run(
        *act, "--change", "position.1.title=Night Dispatcher", "--remove", "skill.4", "--add", "skill=Forecasting",
        "--add", "position.0=Ran the winter roster.", "--export", str(filed),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Night Dispatcher" in done.stdout and "read as “Dispatcher”" in done.stdout
    read = run("candidate", str(FOLDER / "resume.md"), "--corrections", str(filed), "--format", "json")
    candidate = json.loads(read.stdout)
    assert candidate["positions"][1]["title"]["value"] == "Night Dispatcher"
    skills = [fact["value"] for fact in candidate["skills"]]
    assert "Forecasting" in skills and "SQL" not in skills
    undone = run(*act, "--undo", "1", "--format", "json")
    assert "Night Dispatcher" not in [fact["value"] for fact in json.loads(undone.stdout)["facts"]]
    wrong = run(*act, "--change", "position.1.dates=some time")
    assert (wrong.returncode, "cannot be read" in wrong.stderr) == (2, True)

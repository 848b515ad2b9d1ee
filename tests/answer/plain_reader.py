"""Builds domain objects from the plain, regular texts in benchmarks/data/pairs, without the real readers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from everest.answer.material import spoken_title
from everest.aspiration.model import Aspiration, Goal
from everest.candidate.model import Achievement, Candidate, Education, Position, Reflection, Strength
from everest.evidence import Evidence, Fact
from everest.language.forms import with_article
from everest.opening.model import Company, CompanyStatement, Kind, Opening, Requirement, StatementKind, Task
from everest.standing import Rank, Situation

PAIRS = Path(__file__).parents[2] / "benchmarks" / "data" / "pairs"


def pairs() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(PAIRS.glob("*.yaml")):
        found += yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def fact(text: str, value: str, source: str) -> Fact:
    at = max(0, text.find(value))
    return Fact(value, Evidence.of(text, at, at + len(value), source))


def candidate_of(pair: dict[str, Any]) -> Candidate:
    text = pair.get("resume", "")
    positions, achievements, education, skills = [], [], [], []
    for line in text.splitlines():
        if match := re.match(
            r"(?!Education)([^,:*-]+?)(?:, | at )([^,]+(?:, Inc\.)?), (.*\d{4}.*|Present)$", line
        ):
            if re.match(r"(?:BA|BS|BSN|Associate of|MA)\b", match[1]):
                continue
            positions.append(
                Position(
                    fact(text, match[1], "resume"), fact(text, match[2], "resume"), None, None, "Present" in match[3],
                    fact(text, line, "resume").evidence,
                )
            )  # fmt: skip
        elif match := re.match(r"[-*] (.*)", line):
            number = re.search(r"\d[\d,.%]*", match[1])
            achievements.append(
                Achievement(
                    match[1],
                    "",
                    "",
                    number[0] if number else None,
                    fact(text, match[1], "resume").evidence,
                    len(positions) - 1,
                )
            )
        elif match := re.match(r"(?:BA|BS|BSN|Associate of \w+), ([^,]+), (.*?), \d{4}", line):
            education.append(
                Education(
                    None,
                    fact(text, match[2], "resume"),
                    None,
                    None,
                    fact(text, line, "resume").evidence,
                    fact(text, match[1], "resume"),
                )
            )
        elif line.startswith("Skills: "):
            skills = [fact(text, skill, "resume") for skill in line[8:].split(", ")]
    return Candidate(
        positions=tuple(positions), achievements=tuple(achievements), education=tuple(education), skills=tuple(skills),
        text=text, reflection=reflection_of(pair.get("reflection", {})),
    )  # fmt: skip


def reflection_of(raw: dict[str, Any]) -> Reflection:
    def said(value: str, part: str) -> Fact:
        return Fact(value, Evidence(value, 0, len(value), f"reflection:{part}"))

    return Reflection(
        strengths=tuple(
            Strength(s["name"], s["proof"], Evidence(s["name"], 0, len(s["name"]), "reflection:strengths"))
            for s in raw.get("strengths", ())
        ),
        enjoys=tuple(said(value, "enjoys") for value in raw.get("enjoys", ())),
        must_have=tuple(raw.get("must_have", ())),
        aspiration=said(raw["aspiration"], "aspiration") if "aspiration" in raw else None,
        goals=tuple(said(value, "goals") for value in raw.get("goals", ())),
        wants_to_stay=raw.get("wants_to_stay"),
        untrue=tuple(raw.get("untrue", ())),
    )


def opening_of(pair: dict[str, Any]) -> Opening:
    text = pair.get("posting", "")
    lines = text.splitlines()
    tasks, requirements, needs = [], [], False
    for line in lines[2:] if len(lines) > 2 else lines:
        if re.match(
            r"(?:what you bring|requirements?|qualifications|required|must have|nice to have|what we're)",
            line,
            re.I,
        ):
            needs = True
        if match := re.match(r"[-*] (.*)", line):
            spot = fact(text, match[1], "posting").evidence
            if needs:
                kind = Kind.CERTIFICATE if re.search(r"certif|licen|CPA|PMP", match[1]) else Kind.SKILL
                requirements.append(Requirement(match[1], True, kind, spot))
            else:
                tasks.append(Task(match[1], "", "", 1 - 0.05 * len(tasks), spot))
        elif not needs and (line.count(".") or len(lines) < 3):
            for sentence in re.findall(r"[^.!]+", line):
                if len(sentence.split()) > 2:
                    tasks.append(
                        Task(
                            sentence.strip(),
                            "",
                            "",
                            1 - 0.05 * len(tasks),
                            fact(text, sentence.strip(), "posting").evidence,
                        )
                    )
        elif match := re.match(r"(?:requirements?|required|nice to have):\s*(.*)", line, re.I):
            for skill in re.split(r"[,;] ", match[1]):
                requirements.append(
                    Requirement(skill, True, Kind.SKILL, fact(text, skill, "posting").evidence, (skill,))
                )
    title = fact(text, lines[0], "posting") if len(lines) > 2 else None
    employer = fact(text, lines[1].split(",")[0], "posting") if len(lines) > 2 else None
    if title and employer and ", " in lines[0] and lines[1].endswith((":", ".")):
        role, _, name = lines[0].rpartition(", ")
        title, employer = fact(text, role, "posting"), fact(text, name, "posting")
    hints = tuple(
        fact(text, m[0], "posting") for m in re.finditer(r"[^.\n]*opportunity to [^.\n]*", text, re.I)
    )
    return Opening(
        title=title, employer=employer, tasks=tuple(tasks), requirements=tuple(requirements), growth_hints=hints,
        company=company_of(pair.get("company", "")), text=text, rank=Rank.INDIVIDUAL,
    )  # fmt: skip


def company_of(text: str) -> Company:
    plans = []
    for sentence in re.findall(r"[^.]+\.", text):
        quote = sentence.strip()
        if re.search(
            r"\b(?:plan|will|aim|goal|strategy|opening|entering|expanding|want|building|adding|planned)\b",
            quote,
        ):
            plans.append(
                CompanyStatement(StatementKind.SHORT_TERM, quote, fact(text, quote, "company:about").evidence)
            )
    return Company(short_term=tuple(plans), texts={"company:about": text} if text else {})


def aspiration_of(pair: dict[str, Any]) -> Aspiration:
    raw = pair.get("reflection", {})
    title = opening_of(pair).title
    field = title.value if title else "this work"
    field = spoken_title(field)
    if "aspiration" not in raw:
        return Aspiration(
            f"grow as {with_article(field)}",
            field=field,
            proposed=True,
            grounds=(title.evidence,) if title else (),
        )
    said = raw["aspiration"]
    goals = tuple(
        Goal(goal, grounds=(Evidence(goal, 0, len(goal), "reflection:goals"),))
        for goal in raw.get("goals", ())
    )
    return Aspiration(
        said, field="", goals=goals, grounds=(Evidence(said, 0, len(said), "reflection:aspiration"),)
    )


def situation_of(pair: dict[str, Any]) -> Situation:
    return Situation(pair["situation"])

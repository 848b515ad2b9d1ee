"""What was read of the candidate, corrected in place: one small form at a time, beside the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from everest.candidate.corrections import PARTS, Sheet, Subject, fact_sheet
from everest.candidate.corrections.facts import LABELS
from everest.errors import BadInput
from everest.preparation import Preparation, as_read, correct_fact, without_correction
from everest.web.pages import handling

router = APIRouter(include_in_schema=False)
TOP = "facts"
LONG = {"summary", "bullet", "project"}
"""Facts that take more than a line."""

HINTS = {"dates": "Such as “Mar 2021 to Jun 2023”, or “2019 to now”."}
TITLES = {
    Subject.SKILL: "Skills",
    Subject.LANGUAGE: "Languages",
    Subject.CERTIFICATE: "Certificates",
    Subject.PROJECT: "Projects",
}
ADDS = {
    "position": "Add a job",
    "bullet": "Add something you did there",
    "education": "Add what you studied",
    "skill": "Add a skill",
    "language": "Add a language",
    "certificate": "Add a certificate",
    "project": "Add a project",
    "name": "Add your name",
    "headline": "Add a headline",
}
"""What the list of each kind is called, and the words that offer to add to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: the name it is sent by, what it is called, what it says, what it said when shown."""

    name: str
    label: str
    value: str
    seen: str = ""
    is_long: bool = False
    hint: str = ""

    @property
    def seen_name(self) -> str:
        """Return the name that what was shown is sent by."""
        return "seen" if self.name == "value" else self.name.replace("part.", "seen.")


@dataclass(frozen=True, slots=True)
class Mending:
    """The form that stands open: for the fact ``ref``, or to add something of a ``kind``."""

    act: str
    ref: str
    kind: str = ""
    lines: tuple[Line, ...] = ()
    what: str = ""
    was: str = ""
    is_whole: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page shows of what was read."""

    sheet: Sheet
    mending: Mending | None = None
    titles: dict[Subject, str] = field(default_factory=lambda: TITLES)
    adds: dict[str, str] = field(default_factory=lambda: ADDS)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was read or written yet."""
        return not any(fact.value for fact in self.sheet.all())


def facts_of(
    request: Request, made: Preparation, *, tried: dict[str, str] | None = None, trouble: str = ""
) -> Facts:
    """Return the facts of a preparation, with the form open that the address or the last try asks for."""
    sheet = fact_sheet(as_read(made), made.corrections)
    asked = tried if tried is not None else dict(request.query_params)
    act = "add" if asked.get("add") or asked.get("act") == "add" else "change"
    ref, kind = asked.get("edit") or asked.get("ref", ""), asked.get("add") or asked.get("kind", "")
    opened = _adding(kind, ref) if act == "add" else _changing(sheet, ref)
    return Facts(sheet, _filled(opened, asked, trouble) if opened and tried is not None else opened)


@router.post("/p/{id_}/you/facts")
async def correct(request: Request, id_: str) -> Response:
    """Change, take out, confirm or add a fact, or take a correction back."""
    made = handling.current(request, id_)
    form = {name: str(value) for name, value in (await request.form()).items()}
    try:
        changed = await run_in_threadpool(_corrected, made, form)
    except BadInput as trouble:
        from everest.web.pages.you import shown

        return shown(request, made, facts_of(request, made, tried=form, trouble=str(trouble)), status=422)
    if changed is not made:
        handling.store_of(request).save(changed)
    return handling.to(f"/p/{made.id}/you#{_anchor(form)}")


def _corrected(made: Preparation, form: dict[str, str]) -> Preparation:
    if form.get("undo", "").isdigit():
        return without_correction(made, int(form["undo"]))
    act, ref, kind = form.get("act", ""), form.get("ref", ""), form.get("kind", "")
    parts = {name.removeprefix("part."): said for name, said in form.items() if name.startswith("part.")}
    if act == "add":
        first = (
            parts.pop(PARTS[Subject(kind)][0], "")
            if kind in {s.value for s in PARTS}
            else form.get("value", "")
        )
        return correct_fact(made, act=act, ref=ref, kind=kind, value=first, parts=parts)
    seen: Any = {name.removeprefix("seen."): said for name, said in form.items() if name.startswith("seen.")}
    if act == "change" and parts:
        return correct_fact(made, act=act, ref=ref, parts=parts, seen=seen)
    if act not in {"change", "remove", "confirm"}:
        raise BadInput("It is not said what to do.", todo="Go back and try again.")
    return correct_fact(made, act=act, ref=ref, value=form.get("value", ""), seen=form.get("seen"))


def _anchor(form: dict[str, str]) -> str:
    ref = form.get("ref", "")
    return ref if ref and form.get("act") != "remove" else TOP


def _changing(sheet: Sheet, ref: str) -> Mending | None:
    if entry := sheet.entry(ref):
        lines = tuple(
            Line(f"part.{part.name}", part.label, part.value, part.value, hint=HINTS.get(part.name, ""))
            for part in entry.parts
        )
        was = "; ".join(part.was for part in entry.parts if part.was)
        return Mending("change", ref, lines=lines, what=entry.called, was=was, is_whole=True)
    if ref and (fact := sheet.find(ref)):
        line = Line("value", fact.label, fact.value, fact.value, fact.name in LONG, HINTS.get(fact.name, ""))
        return Mending("change", ref, lines=(line,), what=fact.label.lower(), was=fact.was or "")
    return None


def _adding(kind: str, ref: str) -> Mending | None:
    try:
        subject = Subject(kind)
    except ValueError:
        return None
    if subject in PARTS:
        lines = tuple(
            Line(f"part.{name}", LABELS[name], "", hint=HINTS.get(name, "")) for name in PARTS[subject]
        )
    else:
        lines = (Line("value", LABELS[kind], "", is_long=kind in LONG),)
    return Mending("add", ref, kind, lines, ADDS.get(kind, "Add it"))


def _filled(opened: Mending, tried: dict[str, str], trouble: str) -> Mending:
    """Return the form with what was typed into it, so that nothing is lost where it could not be taken."""
    from dataclasses import replace

    lines = tuple(replace(line, value=tried.get(line.name, line.value)) for line in opened.lines)
    return replace(opened, lines=lines, trouble=trouble)

"""Puts a person's facts on a page as a layout wants it: rows, before they are drawn in any format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from benchmarks.resumes.layouts import Layout
from benchmarks.resumes.people import Job, Person, Study


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page. ``kind`` is name, contact, heading, line, item, para or gap."""

    kind: str
    text: str = ""
    right: str = ""
    """set at the right edge"""
    margin: str = ""
    """set in a narrow column to the left"""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What stands across the head, in the main column, and in the sidebar if there is one."""

    head: tuple[Row, ...]
    main: tuple[Row, ...]
    side: tuple[Row, ...]


def compose(person: Person, layout: Layout) -> Page:
    """Lay out a person's facts."""
    contact = [Row("contact", person.email), Row("contact", "555 014 2200"), Row("contact", person.place)]
    sidebar = layout.columns in {"left", "right"}
    head = [Row("name", _cased(person.name, layout)), Row("contact", person.headline)]
    if layout.personal:
        personal = (
            "Date of birth: 12/03/1988 | Nationality: Italian | Gender: female | Marital status: married"
        )
        contact = [*contact, Row("contact", personal)]
    if not sidebar:
        head += [Row("contact", " | ".join(row.text for row in contact[:3])), *contact[3:]]
    main = [row for key in layout.sections for row in _section(key, person, layout)]
    keys = layout.side if layout.columns != "one" else ""
    side = [row for key in keys if key not in layout.sections for row in _section(key, person, layout)]
    if sidebar:
        side = [Row("heading", _cased("Contact", layout, heading=True)), *contact, Row("gap"), *side]
        return Page((), (*head, Row("gap"), *main), tuple(side))
    return Page((*head, Row("gap")), tuple(main), tuple(side))


def _cased(text: str, layout: Layout, *, heading: bool = False) -> str:
    if heading and layout.heading == "spaced":
        return "   ".join(" ".join(word.upper()) for word in text.split())
    if heading and layout.heading == "colon":
        return text + ":"
    upper = layout.caps or (heading and layout.heading in {"caps", "small", "centered"})
    return text.upper() if upper else text


def _section(key: str, person: Person, layout: Layout) -> list[Row]:
    makers: dict[str, tuple[int, Callable[[Person, Layout], Iterator[Row]]]] = {
        "x": (0, _work), "e": (1, _studies), "k": (2, _skills), "l": (3, _languages), "c": (4, _certificates), "s": (5, _summary),
    }  # fmt: skip
    number, maker = makers[key]
    rows = [
        Row(
            row.kind,
            _cased(row.text, layout),
            _cased(row.right, layout),
            _cased(row.margin, layout),
            row.bold,
        )
        for row in maker(person, layout)
    ]
    return [Row("heading", _cased(layout.headings[number], layout, heading=True)), *rows, Row("gap")]


def _work(person: Person, layout: Layout) -> Iterator[Row]:
    if layout.order == "grouped":
        for employer, jobs in groupby(_same_house(person.jobs), key=lambda job: job.employer):
            held = list(jobs)
            yield Row("line", f"{employer}, {held[0].place}" if layout.places else employer, bold=True)
            for job in held:
                yield from _dated([job.title], job, layout)
                yield from (Row("item", done) for done in job.done)
            yield Row("gap")
        return
    for job in person.jobs:
        yield from _dated(_head_lines(job, layout), job, layout)
        yield from (Row("item", done) for done in job.done)
        yield Row("gap")


def _same_house(jobs: tuple[Job, ...]) -> list[Job]:
    """Let the latest two jobs be at one employer."""
    return [
        Job(j.title, jobs[0].employer, jobs[0].place, j.start, j.end, j.done) if n == 1 else j
        for n, j in enumerate(jobs)
    ]


def jobs_of(person: Person, layout: Layout) -> list[Job]:
    """Return the jobs as this layout tells them."""
    return _same_house(person.jobs) if layout.order == "grouped" else list(person.jobs)


def _head_lines(job: Job, layout: Layout) -> list[str]:
    house = f"{job.employer}, {job.place}" if layout.places else job.employer
    return {
        "title": [job.title, house],
        "employer": [house, job.title],
        "comma": [f"{job.title}, {job.employer}"],
        "at": [f"{job.title} at {job.employer}"],
        "pipe": [
            " | ".join([job.title, job.employer, job.place] if layout.places else [job.title, job.employer])
        ],
        "dash": [f"{job.title} – {job.employer}"],
        "emp_dash": [f"{job.employer} — {job.title}"],
        "table": [job.title, job.employer],
        "linkedin": [job.employer, job.title],
    }[layout.order]


def _dated(lines: list[str], job: Job, layout: Layout) -> Iterator[Row]:
    when = layout.span(job.start, job.end)
    first, rest = lines[0], [Row("line", line) for line in lines[1:]]
    if layout.dates == "right":
        yield from (Row("line", first, right=when, bold=True), *rest)
    elif layout.dates == "margin":
        yield from (Row("line", first, margin=when, bold=True), *rest)
    elif layout.dates == "above":
        yield from (Row("line", when), Row("line", first, bold=True), *rest)
    elif layout.dates == "below":
        yield from (Row("line", first, bold=True), *rest, Row("line", when))
        if layout.order == "linkedin":
            yield Row("line", job.place)
    elif layout.dates == "brackets":
        yield from (Row("line", f"{first} ({when})", bold=True), *rest)
    else:
        joint = " | " if layout.order == "pipe" else ", "
        yield from (Row("line", first + joint + when, bold=True), *rest)


def _studies(person: Person, layout: Layout) -> Iterator[Row]:
    for study in person.studies:
        yield from _study(study, layout)
        yield Row("gap")


def _study(study: Study, layout: Layout) -> Iterator[Row]:
    named = study.degree
    years = f"{study.start} - {study.end}"
    if layout.study == "degree":
        yield Row("line", named, right=years, bold=True)
        yield Row("line", study.school)
    elif layout.study == "school":
        yield Row("line", study.school, right=f"{study.end}", bold=True)
        yield Row("line", named)
    elif layout.study == "line":
        yield Row("line", f"{named}, {study.school}, {study.end}")
    elif layout.study == "brackets":
        yield Row("line", study.school, bold=True)
        yield Row("line", f"{named} · ({study.start} - {study.end})")
    elif layout.study == "year_first":
        yield Row("line", named, margin=f"{study.end}", bold=True)
        yield Row("line", study.school)
    else:
        yield Row("line", f"{study.school} — {named} — {study.end}")


def _skills(person: Person, layout: Layout) -> Iterator[Row]:
    style, skills = layout.skills, list(person.skills)
    if style in {"bullets", "lines"}:
        yield from (Row("item" if style == "bullets" else "line", skill) for skill in skills)
    elif style == "labelled":
        yield Row("line", "Main: " + ", ".join(skills[:3]))
        yield Row("line", "Also: " + ", ".join(skills[3:]))
    else:
        yield Row("para", {"comma": ", ", "pipe": " | ", "dots": " · "}[style].join(skills))


def _languages(person: Person, layout: Layout) -> Iterator[Row]:  # noqa: ARG001 - one form for all sections
    yield from (Row("line", f"{language} (fluent)") for language in person.languages)


def _certificates(person: Person, layout: Layout) -> Iterator[Row]:  # noqa: ARG001
    yield from (Row("line", name) for name in person.certificates)


def _summary(person: Person, layout: Layout) -> Iterator[Row]:  # noqa: ARG001
    yield Row(
        "para",
        f"{person.headline} who likes plain work done well. Known for calm in a rush and for teaching whoever comes next, "
        f"with a good eye for {person.skills[0]}.",
    )

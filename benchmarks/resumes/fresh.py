"""Layouts typeset by another hand than ``drawing``: Typst pages as real templates look, for people used nowhere else.

Two sets of 24 files, each measured once before anything in it was looked at: eight templates for three people each,
then, when what went wrong there had been mended, four further templates for six people each.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import yaml

from benchmarks.resumes.people import DATA, Job, Person, Point, _person
from benchmarks.resumes.scoring import Sample, told

_MONTHS = "January February March April May June July August September October November December".split()


@functools.cache
def people() -> tuple[Person, ...]:
    """Return the twelve people."""
    read = yaml.safe_load((DATA / "fresh_people.yaml").read_text("utf-8"))
    return tuple(_person(entry, number) for number, entry in enumerate(read))


def fresh(*, later: bool = False) -> Iterator[Sample]:
    """Yield 24 PDF résumés and what is true of them; with ``later`` the second set."""
    import typst

    for number, (name, (page, has_months)) in enumerate(
        sorted(LATER.items()) * 6 if later else sorted(TEMPLATES.items()) * 3
    ):
        one = people()[(number * 5 + number // (4 if later else 8)) % 12]
        data = typst.compile(page(one).encode("utf-8"))
        yield f"{name}, {one.name}.pdf", data, told(one, one.jobs, months=has_months)


def _t(text: str) -> str:
    return "".join("\\" + sign if sign in "#$@<>*_\\[]`~" else sign for sign in text)


def _short(point: Point | None) -> str:
    return f"{_MONTHS[point[1] - 1][:3]} {point[0]}" if point else "Present"


def _long(point: Point | None) -> str:
    return f"{_MONTHS[point[1] - 1]} {point[0]}" if point else "present"


def _figures(point: Point | None) -> str:
    return f"{point[1]:02}/{point[0]}" if point else "current"


def _bullets(job: Job) -> str:
    return "\n".join(f"- {_t(done)}." for done in job.done)


def _crisp(p: Person) -> str:
    jobs = "\n".join(
        f"#grid(columns: (1fr, auto), [*{_t(j.employer)}*], [{_t(j.place)}])\n#grid(columns: (1fr, auto), [_{_t(j.title)}_], [_{_short(j.start)} -- {_short(j.end)}_])\n{_bullets(j)}"
        for j in p.jobs
    )
    studies = "\n".join(
        f"#grid(columns: (1fr, auto), [*{_t(s.school)}*], [{s.end}])\n_{_t(s.degree)}_\n\n" for s in p.studies
    )
    return f"""#set page(margin: 1.5cm)\n#set text(size: 10pt)\n#align(center)[#text(size: 22pt)[{_t(p.name)}]\\ {_t(p.email)} | {_t(p.place)}]
#let h(t) = {{ v(6pt); smallcaps(t); line(length: 100%) }}\n#h[Education]\n{studies}\n#h[Experience]\n{jobs}\n#h[Technical Skills]\n*Main*: {", ".join(map(_t, p.skills[:3]))}\\ *Other*: {", ".join(map(_t, p.skills[3:]))}"""


def _aside(p: Person) -> str:
    jobs = "\n".join(
        f"*{_t(j.title)}*\\ {_t(j.employer)} · {_t(j.place)}\\ #text(fill: gray)[{_long(j.start)} – {_long(j.end)}]\n{_bullets(j)}\n"
        for j in p.jobs
    )
    studies = "\n\n".join(f"*{_t(s.degree)}*\\ {_t(s.school)}\\ {s.start} – {s.end}" for s in p.studies)
    skills = "\\ ".join(map(_t, p.skills))
    return f"""#set page(margin: 1.2cm)\n#set text(size: 9.5pt)\n#let h(t) = text(weight: "bold", size: 12pt, upper(t))
#grid(columns: (32%, 1fr), gutter: 18pt, rect(fill: luma(235), width: 100%, height: 96%)[#h[Contact]\n\n{_t(p.email)}\\ {_t(p.place)}\n\n#h[Skills]\n\n{skills}\n\n#h[Education]\n\n{studies}],
[#text(size: 24pt, weight: "bold")[{_t(p.name)}]\n\n{_t(p.headline)}\n\n#h[Work Experience]\n\n{jobs}])"""


def _dated(p: Person) -> str:
    rows = ",".join(
        f"[{_figures(j.start)} – {_figures(j.end)}], [*{_t(j.title)}*, {_t(j.employer)}, {_t(j.place)}\n{_bullets(j)}]"
        for j in p.jobs
    )
    studies = ",".join(f"[{s.start} – {s.end}], [*{_t(s.degree)}*, {_t(s.school)}]" for s in p.studies)
    return f"""#set page(margin: 2cm)\n#set text(size: 10.5pt)\n#text(size: 20pt)[*{_t(p.name)}*] #h(1fr) {_t(p.email)}\n\n= Employment\n#grid(columns: (3.6cm, 1fr), row-gutter: 10pt, {rows})
= Education\n#grid(columns: (3.6cm, 1fr), row-gutter: 8pt, {studies})\n= Skills\n#grid(columns: (3.6cm, 1fr), [Professional], [{", ".join(map(_t, p.skills))}])"""


def _boxed(p: Person) -> str:
    jobs = "\n".join(
        f"#block[#text(weight: 600)[{_t(j.title)}] \\@ {_t(j.employer)} #h(1fr) {j.start[0]} — {j.end[0] if j.end else 'now'}\n{_bullets(j)}]"
        for j in p.jobs
    )
    studies = "\n\n".join(f"{_t(s.degree)}, {_t(s.school)} ({s.end})" for s in p.studies)
    skills = " ".join(f"#box(inset: 4pt, stroke: 0.5pt)[{_t(s)}]" for s in p.skills)
    return f"""#set page(margin: 2cm)\n#set text(size: 10pt)\n#align(center, text(size: 26pt)[{_t(p.name)}])\n#align(center)[{_t(p.headline)} • {_t(p.email)} • {_t(p.place)}]\n== Career History\n{jobs}\n== Academic Background\n{studies}\n== Core Competencies\n{skills.replace("] #box", "] #h(6pt) #box")}"""


def _tabled(p: Person) -> str:
    rows = ",".join(
        f"[{_t(j.title)}], [{_t(j.employer)}], [{_short(j.start)} - {_short(j.end)}]" for j in p.jobs
    )
    studies = ",".join(f"[{_t(s.degree)}], [{_t(s.school)}], [{s.end}]" for s in p.studies)
    return f"""#set page(margin: 2cm)\n#set text(size: 10pt)\n= {_t(p.name)}\n{_t(p.email)}\n\n== Professional Experience\n#table(columns: (1fr, 1fr, auto), [*Position*], [*Company*], [*Dates*], {rows})\n== Qualifications\n#table(columns: (1fr, 1fr, auto), [*Degree*], [*Institution*], [*Year*], {studies})\n== Key Skills\n{" | ".join(map(_t, p.skills))}"""


def _airy(p: Person) -> str:
    jobs = "\n".join(
        f"#text(size: 8.5pt, tracking: 1pt)[{_short(j.start).upper()} TO {_short(j.end).upper()}]\n\n#text(size: 12pt)[{_t(j.title)}]\\ {_t(j.employer)}, {_t(j.place)}\n{_bullets(j)}\n#v(6pt)"
        for j in p.jobs
    )
    studies = "\n\n".join(f"{s.end}\\ {_t(s.degree)}\\ {_t(s.school)}" for s in p.studies)
    return f"""#set page(margin: 2.4cm)\n#set text(size: 10pt)\n#text(size: 28pt)[{_t(p.name)}]\n\n{_t(p.headline)}\n\n#text(tracking: 3pt, weight: "bold")[EXPERIENCE]\n\n{jobs}\n#text(tracking: 3pt, weight: "bold")[EDUCATION]\n\n{studies}\n\n#text(tracking: 3pt, weight: "bold")[SKILLS]\n\n{" · ".join(map(_t, p.skills))}"""


def _halves(p: Person) -> str:
    jobs = "\n\n".join(
        f"*{_t(j.employer)}*\\ {_t(j.title)}\\ {_long(j.start)} to {_long(j.end)}\n{_bullets(j)}"
        for j in p.jobs
    )
    studies = "\n\n".join(f"*{_t(s.school)}*\\ {_t(s.degree)}, {s.end}" for s in p.studies)
    return f"""#set page(margin: 1.5cm)\n#set text(size: 9pt)\n#text(size: 22pt, weight: "bold")[{_t(p.name)}] #h(1fr) {_t(p.email)}\n#line(length: 100%)
#grid(columns: (1fr, 1fr), gutter: 20pt, [== Work History\n{jobs}], [== Education\n{studies}\n== Areas of Expertise\n{chr(10).join("- " + _t(s) for s in p.skills)}\n== Languages\n- English])"""


def _letter(p: Person) -> str:
    jobs = "\n\n".join(
        f"*{_t(j.title)}* | {_t(j.employer)} | {_t(j.place)} | {_figures(j.start)}-{_figures(j.end)}\n{_bullets(j)}"
        for j in p.jobs
    )
    studies = "\n\n".join(f"*{_t(s.degree)}* | {_t(s.school)} | {s.end}" for s in p.studies)
    return f"""#set page(paper: "us-letter", margin: 2.2cm, footer: align(center)[{_t(p.name)} – 1])\n#set text(size: 11pt)\n*{_t(p.name.upper())}*\\ {_t(p.place)} | {_t(p.email)}\n\n*SUMMARY*\n\n{_t(p.headline)} with a steady hand and a plain way of writing.\n\n*WORK EXPERIENCE*\n\n{jobs}\n\n*EDUCATION*\n\n{studies}\n\n*SKILLS*\n\n{chr(10).join("- " + _t(s) for s in p.skills)}"""


def _timeline(p: Person) -> str:
    rows = "\n".join(
        f"#grid(columns: (1fr, 4cm), [*{_t(j.employer)}* -- {_t(j.title)}], align(right)[{_figures(j.start)} to {_figures(j.end)}])\n#list({', '.join('[' + _t(d) + ']' for d in j.done)})"
        for j in p.jobs
    )
    studies = "\n\n".join(f"{s.start}-{s.end}: {_t(s.degree)}, {_t(s.school)}" for s in p.studies)
    return f"""#set page(margin: 1.8cm)\n#set text(size: 10pt)\n#text(size: 18pt, weight: "bold")[{_t(p.name)}]\n\n{_t(p.place)}, {_t(p.email)}\n\n== Skills\n{"; ".join(map(_t, p.skills))}\n== Relevant Experience\n{rows}\n== Education\n{studies}"""


def _right(p: Person) -> str:
    jobs = "\n\n".join(
        f"*{_t(j.title)}*, {_t(j.employer)}\\ {_long(j.start)} – {_long(j.end)} | {_t(j.place)}\n{_bullets(j)}"
        for j in p.jobs
    )
    studies = "\n\n".join(f"*{_t(s.degree)}*\\ {_t(s.school)}, {s.end}" for s in p.studies)
    skills = "\n".join("- " + _t(s) for s in p.skills)
    return f"""#set page(margin: 1.4cm)\n#set text(size: 9.5pt)\n#text(size: 20pt)[{_t(p.name)}]\\ {_t(p.headline)}\n#grid(columns: (1fr, 5cm), gutter: 16pt,
[== Profile\nLikes plain work done well and a team that says what it means.\n== Professional Experience\n{jobs}],
[== Contact\n{_t(p.email)}\n\n{_t(p.place)}\n== Education\n{studies}\n== Expertise\n{skills}])"""


def _academic(p: Person) -> str:
    jobs = "\n".join(
        f"/ {_short(j.start)} – {_short(j.end)}: {_t(j.title)}. {_t(j.employer)}, {_t(j.place)}."
        for j in p.jobs
    )
    studies = "\n".join(f"/ {s.end}: {_t(s.degree)}. {_t(s.school)}." for s in p.studies)
    return f"""#set page(margin: 2.5cm, numbering: "1 / 1")\n#set text(size: 11pt)\n#align(center)[#text(size: 16pt)[{_t(p.name)}]\\ Curriculum Vitae]\n= Positions\n{jobs}\n= Education\n{studies}\n= Skills\n{", ".join(map(_t, p.skills))}."""


def _plain(p: Person) -> str:
    jobs = "\n\n".join(
        f"{_t(j.employer).upper()}\\ {_t(j.title)} ({j.start[0]}-{j.end[0] if j.end else 'present'})\n{_bullets(j)}"
        for j in p.jobs
    )
    studies = "\n\n".join(f"{_t(s.school).upper()}\\ {_t(s.degree)} ({s.start}-{s.end})" for s in p.studies)
    return f"""#set page(margin: 2cm)\n#set text(size: 11pt)\n{_t(p.name)}\\ {_t(p.email)}\n\n#underline[Work experience]\n\n{jobs}\n\n#underline[Education]\n\n{studies}\n\n#underline[Skills]\n\n{" / ".join(map(_t, p.skills))}"""


TEMPLATES: dict[str, tuple[Callable[[Person], str], bool]] = {
    "crisp": (_crisp, True),
    "aside": (_aside, True),
    "dates beside": (_dated, True),
    "boxed skills": (_boxed, False),
    "tables": (_tabled, True),
    "airy": (_airy, True),
    "two halves": (_halves, True),
    "letter": (_letter, True),
}
"""Each template, and whether it shows months."""
LATER: dict[str, tuple[Callable[[Person], str], bool]] = {
    "timeline": (_timeline, True),
    "right column": (_right, True),
    "academic": (_academic, True),
    "plain": (_plain, False),
}
"""Written when what went wrong in the first eight had been mended; measured once."""

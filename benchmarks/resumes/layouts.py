"""How a résumé can look. Half of the layouts may be looked at while the reader is made; ``held`` ones are measured only."""

from __future__ import annotations

import random
from dataclasses import dataclass

_MONTHS = "January February March April May June July August September October November December".split()

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """One look. Every field is a choice that résumés differ in; see ``composing`` for what each value does."""

    name: str
    held: bool = False
    columns: str = "one"
    """one, left (sidebar), right (sidebar), even (two columns)"""
    dates: str = "right"
    """right, margin (left of the entry), above, below, inline (behind a comma or bar), brackets"""
    date: str = "Mon YYYY"
    dash: str = " - "
    now: str = "Present"
    order: str = "title"
    """title, employer, comma (Title, Employer), at, pipe, dash, emp_dash, grouped, table, linkedin"""
    study: str = "degree"
    """degree, school, line, brackets, year_first, dash"""
    skills: str = "comma"
    """comma, bullets, lines, labelled, pipe, dots"""
    bullet: str = "•"
    headings: tuple[str, ...] = (
        "Experience",
        "Education",
        "Skills",
        "Languages",
        "Certifications",
        "Summary",
    )
    heading: str = "title"
    """title, caps, spaced, small, colon, ruled, centered"""
    sections: str = "sxekcl"
    """s summary, x experience, e education, k skills, c certificates, l languages, in this order"""
    side: str = "klc"
    font: str = "Helvetica"
    size: float = 10
    jobs: int = 0
    """at least as many jobs; 0 for the person's own"""
    centered: bool = False
    caps: bool = False
    running: bool = False
    """whether each page has a line at its head and foot"""
    places: bool = True
    personal: bool = False
    """European: birth date, nationality and the like stand in it, and must not be read"""

    def when(self, point: Point) -> str:
        """Write a month as this layout does."""
        year, month = point
        name = _MONTHS[month - 1]
        return {
            "Mon YYYY": f"{name[:3]} {year}", "Month YYYY": f"{name} {year}", "MM/YYYY": f"{month:02}/{year}",
            "YYYY": f"{year}", "Mon. YYYY": f"{name[:3]}{'' if month == 5 else '.'} {year}", "MON YYYY": f"{name[:3].upper()} {year}",
            "YYYY-MM": f"{year}-{month:02}", "MM.YYYY": f"{month:02}.{year}", "Mon 'YY": f"{name[:3]} ’{year % 100:02}",
            "YYYY/MM": f"{year}/{month:02}", "M/YYYY": f"{month}/{year}", "Month, YYYY": f"{name}, {year}",
            "D Month YYYY": f"1 {name} {year}", "YYYY Mon": f"{year} {name[:3]}",
        }[self.date]  # fmt: skip

    def span(self, start: Point, end: Point | None) -> str:
        """Write a stretch of time."""
        if self.now == "since" and end is None:
            return f"since {self.when(start)}"
        words = f"{self.when(start)}{self.dash}{self.when(end) if end else self.now}"
        return f"{words} ({_length(start, end)})" if self.order == "linkedin" else words

    @property
    def months_known(self) -> bool:
        """Whether the page says more than the year."""
        return self.date != "YYYY"


def _length(start: Point, end: Point | None) -> str:
    last = end or (2026, 1)
    months = (last[0] - start[0]) * 12 + last[1] - start[1] + 1
    years, rest = divmod(months, 12)
    said = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((years, "year"), (rest, "month")) if n]
    return " ".join(said)


_WORK = ("Work Experience", "Education", "Technical Skills", "Languages", "Certifications", "Profile")
_PRO = ("Professional Experience", "Education and Training", "Core Competencies", "Languages", "Licenses & Certifications", "Professional Summary")  # fmt: skip
_JOBS = ("Employment History", "Academic Background", "Key Skills", "Languages", "Certificates", "About Me")
_EURO = ("Work experience", "Education and training", "Personal skills", "Language skills", "Certificates", "Personal statement")  # fmt: skip
_HIST = (
    "Career History",
    "Qualifications",
    "Areas of Expertise",
    "Languages",
    "Training",
    "Personal Profile",
)
_PLAIN = (
    "Where I've worked",
    "Where I studied",
    "What I'm good at",
    "Languages I speak",
    "Certificates",
    "Who I am",
)
_LINKED = ("Experience", "Education", "Top Skills", "Languages", "Certifications", "Summary")
_ACAD = (
    "Academic Appointments",
    "Education",
    "Research Skills",
    "Languages",
    "Certifications",
    "Research Interests",
)

LAYOUTS: tuple[Layout, ...] = (
    Layout("classic"),
    Layout("employer first, caps", order="employer", headings=_WORK, heading="caps", font="Times-Roman", size=11, study="school", skills="bullets"),
    Layout("left sidebar", columns="left", dates="below", dash=" – ", headings=_JOBS, skills="lines", order="comma", sections="sxe"),
    Layout("right sidebar", columns="right", dates="above", date="Month YYYY", headings=_PRO, skills="bullets", sections="sxe", bullet="▪", font="sans"),
    Layout("dates in the margin", dates="margin", date="MM/YYYY", dash="–", headings=_WORK, skills="labelled", study="year_first", heading="ruled"),
    Layout("linkedin", columns="left", order="linkedin", dates="below", date="Month YYYY", headings=_LINKED, study="brackets", skills="lines", sections="sxe", running=True),
    Layout("one line a job", order="pipe", dates="inline", date="Mon. YYYY", headings=_PRO, study="line", skills="pipe", bullet="–", heading="caps"),
    Layout("spaced headings", heading="spaced", order="emp_dash", date="MON YYYY", dash=" — ", study="dash", skills="dots", centered=True, bullet="◦", font="serif"),
    Layout("years only", date="YYYY", dash="-", order="title", now="present", headings=_HIST, skills="bullets", study="line", places=False),
    Layout("table", order="table", dates="right", headings=_JOBS, skills="comma", study="school"),
    Layout("european", dates="margin", date="MM.YYYY", now="since", headings=_EURO, personal=True, order="title", study="degree", skills="comma", font="sans"),
    Layout("functional", sections="skxecl", order="comma", date="YYYY", dash=" – ", headings=_HIST, skills="labelled", study="brackets", heading="colon"),
    Layout("academic", order="employer", dates="margin", date="YYYY", dash="–", headings=_ACAD, study="year_first", sections="sexk", skills="comma", font="Times-Roman", jobs=4, running=True),
    Layout("long, running heads", jobs=8, running=True, order="at", date="M/YYYY", headings=_WORK, heading="caps", study="degree", skills="labelled", bullet="*"),
    Layout("small capitals", heading="small", order="dash", dates="brackets", date="Mon 'YY", headings=_PRO, study="dash", skills="comma", bullet="➢", font="serif"),
    Layout("promoted in one house", order="grouped", date="Mon YYYY", dash=" – ", headings=_WORK, study="school", skills="comma", jobs=3),
    Layout("two even columns", columns="even", dates="below", date="Month YYYY", order="title", headings=_JOBS, skills="bullets", sections="sx", side="ekcl", size=9),
    Layout("iso dates", date="YYYY-MM", dash=" to ", order="title", dates="below", headings=_WORK, study="line", skills="dots", bullet="-"),
    Layout("all caps", caps=True, heading="caps", order="employer", date="MM/YYYY", headings=_JOBS, study="school", skills="comma", bullet="●"),
    # Held out: what goes wrong in them is not looked at while the reader is made.
    Layout("classic serif", held=True, font="Times-Roman", size=11, date="Month YYYY", dash="–", headings=_PRO, order="title", study="school", skills="labelled"),
    Layout("employer with a bar", held=True, order="employer", date="Mon YYYY", dates="inline", headings=_HIST, heading="ruled", study="degree", skills="pipe", bullet="▪"),
    Layout("left sidebar, dates right", held=True, columns="left", dates="right", date="MM/YYYY", headings=_WORK, skills="bullets", sections="sx", side="kecl", order="title", font="sans", size=9),
    Layout("right sidebar, years inline", held=True, columns="right", dates="inline", date="YYYY", dash=" – ", headings=_JOBS, skills="lines", sections="sxe", order="employer"),
    Layout("dates above", held=True, dates="above", date="Month, YYYY", headings=_WORK, order="comma", study="line", skills="bullets", bullet="➢"),
    Layout("linkedin, long", held=True, columns="left", order="linkedin", dates="below", date="Month YYYY", headings=_LINKED, study="brackets", skills="lines", sections="sxe", running=True, jobs=5),
    Layout("spaced, dates below", held=True, heading="spaced", order="pipe", dates="below", date="Mon. YYYY", dash=" to ", headings=_WORK, study="degree", skills="dots", font="sans"),
    Layout("table with dates first", held=True, order="table", dates="margin", date="YYYY/MM", headings=_HIST, skills="comma", study="line"),
    Layout("european, employer first", held=True, dates="margin", date="MM/YYYY", now="current", headings=_EURO, personal=True, order="employer", study="year_first", skills="bullets", font="serif"),
    Layout("skills first", held=True, sections="kxesl", order="at", dates="brackets", date="YYYY", headings=_JOBS, skills="bullets", study="school", heading="caps"),
    Layout("academic, one line", held=True, order="comma", dates="right", date="YYYY", dash="–", headings=_ACAD, study="line", sections="exkl", skills="labelled", font="Times-Roman", jobs=5),
    Layout("long, dates below", held=True, jobs=9, running=True, order="title", dates="below", date="Mon YYYY", headings=_PRO, heading="ruled", study="dash", skills="bullets", bullet="–", size=11),
    Layout("small capitals, centered", held=True, heading="small", order="employer", date="MON YYYY", headings=_HIST, study="degree", skills="pipe", font="serif", centered=True),
    Layout("promoted, caps", held=True, order="grouped", date="MM/YYYY", dates="right", headings=_JOBS, heading="caps", study="degree", skills="labelled", bullet="◦", jobs=3),
    Layout("even columns, dates above", held=True, columns="even", dates="above", date="YYYY", dash=" - ", order="employer", headings=_WORK, skills="dots", sections="sx", side="ekcl", size=9, font="sans"),
    Layout("to the day", held=True, date="D Month YYYY", dash=" – ", dates="right", order="dash", headings=_EURO, study="degree", skills="comma", now="to date"),
    Layout("plain words", held=True, headings=_PLAIN, order="at", dates="below", date="Month YYYY", dash=" to ", now="now", study="line", skills="comma"),
    Layout("all caps, centered", held=True, caps=True, heading="centered", order="title", date="MM.YYYY", headings=_PRO, study="school", skills="bullets", bullet="■"),
    Layout("year first", held=True, dates="margin", date="YYYY Mon", order="pipe", headings=_WORK, study="year_first", skills="dots", bullet="·", font="sans"),
)  # fmt: skip


def shuffled(seed: int) -> Layout:
    """Throw a layout together by chance. Even seeds may be looked at, odd ones are held out."""
    chance = random.Random(seed)
    order = chance.choice(
        ["title", "employer", "comma", "at", "pipe", "dash", "emp_dash", "grouped", "title", "employer"]
    )
    columns = chance.choice(["one", "one", "one", "left", "right", "even"])
    dates = chance.choice(["right", "margin", "above", "below", "inline", "brackets", "right"])
    headings = chance.choice([_WORK, _PRO, _JOBS, _EURO, _HIST, _PLAIN, _LINKED])
    return Layout(
        f"shuffled {seed}",
        held=seed % 2 == 1,
        columns=columns,
        dates=dates if columns == "one" or dates != "margin" else "below",
        date=chance.choice(
            [
                "Mon YYYY",
                "Month YYYY",
                "MM/YYYY",
                "YYYY",
                "Mon. YYYY",
                "MON YYYY",
                "MM.YYYY",
                "Mon 'YY",
                "YYYY-MM",
                "M/YYYY",
            ]
        ),
        dash=chance.choice([" - ", " – ", "–", " to ", " — "]),
        now=chance.choice(["Present", "present", "now", "Current", "today"]),
        order=order,
        study=chance.choice(["degree", "school", "line", "brackets", "dash"]),
        skills=chance.choice(["comma", "bullets", "lines", "labelled", "pipe", "dots"]),
        bullet=chance.choice("•-*–·▪◦●➢■"),
        headings=headings,
        heading=chance.choice(["title", "caps", "spaced", "small", "colon", "ruled", "centered"]),
        sections={"one": chance.choice(["sxekcl", "skxecl", "exkcl", "xeklc"]), "even": "sx"}.get(
            columns, "sxe"
        ),
        side="ekcl" if columns == "even" else chance.choice(["klc", "lkc"]),
        font=chance.choice(["Helvetica", "Times-Roman", "sans", "serif"]),
        size=chance.choice([9, 10, 11]),
        jobs=chance.choice([0, 0, 0, 6]),
        centered=chance.random() < 0.2,
        caps=chance.random() < 0.1,
        running=chance.random() < 0.3,
        places=chance.random() < 0.7,
        personal=chance.random() < 0.15,
    )

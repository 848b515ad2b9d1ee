"""The jobs of a résumé: entries under a heading, under none, or behind labels."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from everest.candidate.dates import find_periods, years_between
from everest.candidate.entries import Entry, entries, head_period
from everest.candidate.houses import housed
from everest.candidate.labelled import LabelledJob, labelled_jobs
from everest.candidate.labelled import Span as Said
from everest.candidate.model import Position
from everest.candidate.naming import Part, fact, job_names, parted_job, parts_of, place_beneath
from everest.candidate.sections import Line, Section
from everest.candidate.titles import DEGREE, SCHOOL, TITLE, names_degree, names_school
from everest.evidence import SURE, Evidence, Fact

SOURCE = "resume"
GUESSED = 0.55
"""How sure a name is that was pieced together: too little not to ask."""


def positions_of(
    found: tuple[Section, ...], text: str, today: date, pieced: frozenset[int]
) -> tuple[Position, ...]:
    """Return the jobs of all sections of work, in order."""
    held: list[Position] = []
    for section in [s for s in found if s.name == "experience"] or _unheaded(found):
        jobs = labelled_jobs(section.lines, text)
        if jobs:
            held += [_of_labels(job, text, today) for job in jobs]
            continue
        read = [
            _position(entry, text, today, house, guessed=entry.head[0].start in pieced)
            for entry, house in housed([e for e in entries(section.lines, text) if e.head], text)
        ]
        held += _in_one_house(read)
    return tuple(held)


def _unheaded(found: tuple[Section, ...]) -> list[Section]:
    """Return the jobs that stand under the name without a heading: from the first short line with dates of work on."""
    lines = found[0].lines
    at = _first_job(lines)
    if at is None:
        return []
    kept = [line for line in lines[at:] if not is_study_alone(line)]
    return [Section("experience", tuple(kept))]


def unheaded_studies(found: tuple[Section, ...]) -> tuple[Line, ...]:
    """Return the lines among jobs without a heading that each name a course of study."""
    lines = found[0].lines
    at = _first_job(lines)
    return () if at is None else tuple(line for line in lines[at:] if is_study_alone(line))


def _first_job(lines: tuple[Line, ...]) -> int | None:
    for at, line in enumerate(lines):
        period = head_period(line)
        if period is not None and (period.is_range or period.is_current) and len(line.text.split()) >= 4:
            return at
    return None


def is_study_alone(line: Line) -> bool:
    """Tell a line that names a degree and a school, or opens the part on studies, and no job."""
    if re.match(r"(?:education|studies|training)\b", line.text, re.IGNORECASE):
        return True
    learned = names_degree(line.text) and names_school(line.text)
    return learned and bool(find_periods(line.text)) and not TITLE.search(DEGREE.sub("", line.text))


def _position(
    entry: Entry, text: str, today: date, house: Part | None = None, *, guessed: bool = False
) -> Position:
    parts = parts_of(entry, text)
    parted = parted_job(parts) if guessed else parts
    title, employer, place, sure = job_names(parted, text, house)
    done = entry.bullets
    beneath = place_beneath(done[0]) if done and place is None else None
    if beneath is not None:
        place, done = beneath, done[1:]
    loud = guessed and entry.head[0].text.isupper()
    sure = min(sure, GUESSED) if parted is not parts or loud else sure
    period = entry.period
    start, end = (period.start, period.end) if period else (None, None)
    line = entry.period_line
    dates = (
        Evidence.of(text, line.start + period.at, line.start + period.to, SOURCE) if line and period else None
    )
    return Position(
        title=fact(text, title, sure),
        employer=fact(text, employer, sure if employer else 0.4),
        start=start,
        end=None if period and period.is_current else end,
        is_current=bool(period and period.is_current),
        evidence=Evidence.of(text, entry.head[0].start, entry.head[-1].end, SOURCE),
        place=fact(text, place, 0.8),
        bullets=tuple(
            Fact(" ".join(b.text.split()), Evidence.of(text, b.start, b.end, SOURCE))
            for b in done
            if len(b.text.split()) > 1
        ),
        years=years_between(start, None if period and period.is_current else end, today),
        dates=Fact(dates.quote, dates) if dates else None,
    )


def _in_one_house(positions: list[Position]) -> list[Position]:
    """Give a title that stands with its dates alone the employer of the one above: a promotion."""
    told: list[Position] = []
    for position in positions:
        above = told[-1].employer if told else None
        alone = position.employer is None and position.title is not None and position.title.confidence >= SURE
        if alone and above is not None and position.start is not None:
            position = replace(position, employer=replace(above, confidence=min(above.confidence, 0.75)))  # noqa: PLW2901
        told.append(position)
    return told


def is_labelled(section: Section, text: str) -> bool:
    """Tell whether a section of work names its jobs behind labels."""
    return bool(labelled_jobs(section.lines, text))


def sought(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part the studies from the job sought and the latest title, which one job board puts beneath them."""
    kept = list(lines)
    told: list[Line] = []
    while kept and len(told) < 3 and not _is_study(kept[-1]):
        told.insert(0, kept.pop())
    return tuple(kept), tuple(told)


def _is_study(line: Line) -> bool:
    return bool(find_periods(line.text) or DEGREE.match(line.text) or SCHOOL.search(line.text))


def with_latest(positions: tuple[Position, ...], told: tuple[Line, ...], text: str) -> tuple[Position, ...]:
    """Give the first job without a title the latest title, named with its employer or, less sure, alone."""
    said = [line for line in told if len(line.text.split()) <= 12 and not DEGREE.search(line.text)]
    if not said or not positions or positions[0].title:
        return positions
    line = said[-1]
    title, dash, employer = line.text.partition(" - ")
    named = " ".join(employer.lower().split())
    at = next(
        (
            n
            for n, job in enumerate(positions)
            if dash and job.employer and job.employer.value.lower().startswith(named[:12])
        ),
        0,
    )
    sure = (
        0.8
        if at
        or (dash and positions[0].employer and positions[0].employer.value.lower().startswith(named[:12]))
        else GUESSED
    )
    made = Fact(title.strip(), Evidence.of(text, line.start, line.start + len(title.rstrip()), SOURCE), sure)
    return tuple(replace(job, title=made) if n == at else job for n, job in enumerate(positions))


def _of_labels(job: LabelledJob, text: str, today: date) -> Position:
    period = job.period
    start, end = (period.start, period.end) if period else (None, None)
    current = bool(period and period.is_current)
    dates = (
        Fact(
            text[job.dates_at + period.at : job.dates_at + period.to],
            Evidence.of(text, job.dates_at + period.at, job.dates_at + period.to, SOURCE),
            job.dates_sure,
        )
        if period
        else None
    )
    shown = job.employer or job.title or Said(job.start, min(job.end, job.start + 80))
    return Position(
        title=_said(job.title, text),
        employer=_said(job.employer, text),
        start=start,
        end=None if current else end,
        is_current=current,
        evidence=Evidence.of(text, shown.start, shown.end, SOURCE),
        place=_said(job.place, text),
        bullets=tuple(fact for span in job.work if (fact := _said(span, text))),
        years=years_between(start, None if current else end, today),
        dates=dates,
    )


def _said(span: Said | None, text: str) -> Fact | None:
    if span is None:
        return None
    words = " ".join(text[span.start : span.end].split())
    return Fact(words, Evidence.of(text, span.start, span.end, SOURCE), span.sure)

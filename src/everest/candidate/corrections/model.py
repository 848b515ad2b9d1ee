"""Corrections in the domain's words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Subject(StrEnum):
    """What sort of fact a correction is about."""

    NAME = "name"
    HEADLINE = "headline"
    SUMMARY = "summary"
    POSITION = "position"
    BULLET = "bullet"
    EDUCATION = "education"
    CERTIFICATE = "certificate"
    SKILL = "skill"
    LANGUAGE = "language"
    PROJECT = "project"


SINGLE = (Subject.NAME, Subject.HEADLINE, Subject.SUMMARY)
LISTED = {
    Subject.CERTIFICATE: "certificates",
    Subject.SKILL: "skills",
    Subject.LANGUAGE: "languages",
    Subject.PROJECT: "projects",
}
"""Subjects that a candidate has one of, and those kept in plain lists, with the field that holds the list."""

PARTS = {
    Subject.POSITION: ("title", "employer", "dates", "place"),
    Subject.EDUCATION: ("degree", "field_of_study", "institution", "dates"),
}
"""The parts that a job and a course of study are made of, in the order they are shown."""


class Act(StrEnum):
    """What is done with a fact. ``confirm`` says that an uncertain one was read rightly."""

    CHANGE = "change"
    REMOVE = "remove"
    ADD = "add"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of one fact, in the person's words.

    ``key`` and ``quote`` are the fact and its quotation as they were read, ``start`` where that stood (code points):
    by these the fact is found again after another reading. ``part`` names the part of a job or course of study;
    ``within`` is the key of the job that a bullet belongs to. An added job or course has its other ``parts`` in words.
    ``was`` is what the changed fact said before. ``number`` tells it from the others of one candidate, and stays.
    """

    subject: Subject
    act: Act
    value: str = ""
    part: str = ""
    key: str = ""
    quote: str = ""
    start: int = 0
    within: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    was: str = ""
    number: int = 0


def ref_of_added(correction: Correction) -> str:
    """Name the fact that a correction adds."""
    return f"{correction.subject.value}.+{correction.number}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction: ``ref`` is the fact it found, empty where it found none.

    ``is_settled`` says that nothing is left to do: the document now says what the correction says.
    """

    correction: Correction
    ref: str = ""
    is_settled: bool = False

    @property
    def is_lost(self) -> bool:
        """Tell whether the fact this was about is no longer found."""
        return not self.ref and not self.is_settled

    @property
    def state(self) -> str:
        """Say what became of it, in a few words."""
        if self.is_lost:
            return "finds its place no longer"
        return "the document says so now" if self.is_settled else "worked in"

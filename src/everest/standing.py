"""Where a candidate stands, and where a job stands inside an organization: the words every room shares."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Situation(StrEnum):
    """Where a candidate stands; each asks for a different answer."""

    ENTRY = "entry"
    TO_LEADERSHIP = "to_leadership"
    LEADER = "leader"
    CHANGER = "changer"
    ESTABLISHED = "established"


class Rank(IntEnum):
    """Where a job stands inside an organization."""

    TRAINEE = 0
    ENTRY = 1
    INDIVIDUAL = 2
    SENIOR = 3
    LEAD = 4
    MANAGER = 5
    DIRECTOR = 6
    VICE_PRESIDENT = 7
    CHIEF = 8

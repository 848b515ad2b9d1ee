"""Ranks inside an organization: usual years between them, and the years that an occupation asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from everest.occupations.atlas import Atlas
from everest.standing import Rank

_EXPERIENCE_YEARS = (0.0, 0.05, 0.2, 0.4, 0.75, 1.5, 3.0, 5.0, 7.0, 9.0, 12.0)
"""Middle of each category of O*NET's scale RW, in years."""
_SCHOOL_YEARS = (0, 0, 1, 1, 2, 4, 5, 6, 7, 7, 9, 11)
"""Full-time years after high school for each category of O*NET's scale RL; a usual length, not a figure of O*NET's."""
_ZONE_SCHOOL = {1: 0.0, 2: 0.0, 3: 1.5, 4: 4.0, 5: 6.0}
ZONE_PREPARATION: dict[int | None, tuple[float, float | None, str]] = {
    1: (0.0, 0.25, "below 4.0"), 2: (0.25, 1.0, "4.0 to < 6.0"), 3: (1.0, 2.0, "6.0 to < 7.0"),
    4: (2.0, 4.0, "7.0 to < 8.0"), 5: (4.0, None, "8.0 and above"),
}  # fmt: skip
"""O*NET's job zones: least and most years of preparation, and the range of specific vocational preparation (SVP)."""
_PHYSICIANS, _PHYSICIAN_YEARS = ("29-121", "29-122", "29-124"), 11.0
"""Four years of college, four of medical school, and at least three of residency (BLS, Occupational Outlook Handbook)."""
PHYSICIANS_SOURCE = (
    "BLS, Occupational Outlook Handbook: college, medical school and at least three years of residency"
)
_SCHOOL_WORDS = (
    (9.0, ("doctor", "phd", "ph.d", "md", "jd", "j.d")), (6.0, ("master", "mba", "m.s", "msc", "m.a")),
    (4.0, ("bachelor", "b.s", "b.a", "bsc", "college degree", "ba", "bs")), (2.0, ("associate",)),
    (1.0, ("certificate", "some college", "diploma program")), (0.0, ("high school", "ged", "less than")),
)  # fmt: skip


BLS_ENTRY = "BLS Employment Projections 2024-2034: typical education, and experience in related work, needed for entry"
_NONE_ASKED = 1.0
"""Years of experience counted where BLS says that none is asked; Everest's own reading."""


@dataclass(frozen=True, slots=True)
class Climb:
    """Years from one rank to another: usually, and for the quickest; where the figures come from."""

    years: float
    quickest: float
    sources: tuple[str, ...]


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    import yaml

    raw: dict[str, Any] = yaml.safe_load((files("everest.occupations") / "ladder.yaml").read_text("utf-8"))
    return raw


def rank_words(rank: Rank) -> str:
    """Return a rank in plain words: "leading a team"."""
    return str(_content()["names"][int(rank)])


def climb(start: Rank, end: Rank, zone: int | None = None) -> Climb:
    """Return the years from ``start`` to ``end``; zero when there is nothing to climb.

    In work of a low job ``zone`` the first ranks take less time, since there is less to learn before the next.
    """
    steps = [step for step in _content()["steps"] if start <= step["from"] and step["to"] <= end]
    taken = [(step, step.get("zones", {}).get(zone, step["years"])) for step in steps]
    years = sum(usual for _, usual in taken)
    quickest = sum(usual * step["quickest"] / step["years"] for step, usual in taken)
    named = [step["source"] for step in steps] + (["everest"] if steps else [])
    sources = dict.fromkeys(_content()["sources"][name] for name in named)
    return Climb(years, quickest, tuple(sources))


def onet_source(what: str = "experience") -> str:
    """Return how figures of "experience" or "schooling" are cited, by the release in use."""
    from everest.occupations.atlas import atlas

    release = str(atlas().info()["release"]).removesuffix(" Database")
    return f"{release}, Education, Training, and Experience: {what} that people in the work say is required"


def zone_source(zone: int | None) -> str:
    """Return how the preparation of a job zone is cited, with its figure; "" for work without a zone."""
    if zone not in ZONE_PREPARATION:
        return ""
    low, high, svp = ZONE_PREPARATION[zone]
    time = f"over {low:g} years" if high is None else f"{low:g} to {high:g} years"
    return f"O*NET job zone {zone} (SVP {svp}): {time} of specific vocational preparation"


def experience_asked(atlas: Atlas, number: int) -> float | None:
    """Return the mean years of related experience that people in the work say is required, or None."""
    shares = atlas.array("required_experience")[number].astype(float)
    if shares.sum() < 50:
        return None
    return float((shares * _EXPERIENCE_YEARS).sum() / shares.sum())


def school_asked(atlas: Atlas, number: int) -> float:
    """Return usual years of schooling after high school for the work (the middle answer, else by job zone)."""
    shares = atlas.array("required_education")[number].astype(float)
    if atlas.codes[number].startswith(_PHYSICIANS):
        return _PHYSICIAN_YEARS
    if shares.sum() < 50:
        return _ZONE_SCHOOL.get(atlas.zone(number) or 2, 0.0)
    half = shares.sum() / 2
    return float(_SCHOOL_YEARS[int((shares.cumsum() >= half).argmax())])


@lru_cache(maxsize=4096)
def entry_school(atlas: Atlas, number: int) -> tuple[float, str]:
    """Return the years of schooling that an entry typically asks for, and the source: BLS, else O*NET's middle answer."""
    typical = atlas.entry(number, "education")
    named = school_of(typical) if not typical.startswith("No formal") else 0.0
    own = school_asked(atlas, number)
    if atlas.codes[number].startswith(_PHYSICIANS):
        return own, PHYSICIANS_SOURCE
    if named is not None and named < own:
        return named, BLS_ENTRY
    rated = atlas.array("required_education")[number].sum() >= 50
    return own, onet_source("schooling") if rated else zone_source(atlas.zone(number)) or BLS_ENTRY


def entry_experience(atlas: Atlas, number: int) -> tuple[float | None, str]:
    """Return the years of related experience that an entry asks for, and the source.

    O*NET's mean counts all jobs in the work; where BLS says that an entry asks for no related experience, it is held
    down to a year.
    """
    asked = experience_asked(atlas, number)
    if atlas.entry(number, "experience") == "None":
        return min(asked or 0.0, _NONE_ASKED), BLS_ENTRY
    return asked, onet_source()


def school_of(education: str | None) -> float | None:
    """Read years of schooling after high school out of a degree's name; None when it names none."""
    low = f" {(education or '').lower().replace(chr(8217), chr(39))} "
    for years, words in _SCHOOL_WORDS:
        if any(f" {word}" in low for word in words):
            return years
    return None

"""Weigh whether an aim is within reach in the time named."""

from __future__ import annotations

from dataclasses import dataclass

from everest.errors import BadInput
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.certificates import certificates
from everest.occupations.ladder import (
    Climb,
    climb,
    entry_experience,
    entry_school,
    rank_words,
    school_asked,
    school_of,
)
from everest.occupations.model import Reach, Realism
from everest.occupations.ranks import read_rank
from everest.occupations.titles import find_title
from everest.standing import Rank

NO_MORE = "It asks for no more than you already do."
_STRETCH = 0.55
"""An aim counts as a stretch from this share of the usual years on, or from the quickest climb on."""
_SURE_TITLE = 0.45
_DEGREE, _ANEW = 4.0, 3.0
"""A license that asks for a degree asks for at least so many years of school of those who come from elsewhere."""
_MOVING = 0.5
"""Years that any change of work takes."""
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def realism(
    *,
    from_code: str,
    from_rank: Rank,
    years: float,
    aim: str,
    horizon_years: float,
    education: str | None = None,
) -> Realism:
    """Weigh an aim (a title or an O*NET code) against where the person stands.

    ``years`` is experience so far at ``from_rank``; it shortens the climb by up to half of its first step.
    ``horizon_years`` is the time the person names; ``education`` the highest degree, if known, else what the present
    work asks for counts. Raises ``BadInput`` for a time that is not positive.
    """
    if horizon_years <= 0:
        raise BadInput("The time until the aim must be more than nothing.", todo="Name a number of years.")
    source = atlas()
    start = source.number(from_code) if from_code else None
    target = _target(source, aim)
    zone = source.zone(start) if start is not None else None
    end = _rank_of(source, aim, target)
    way = climb(from_rank, end, zone)
    first = climb(from_rank, Rank(min(from_rank + 1, Rank.CHIEF)), zone)
    credit = min(years, 0.5 * first.years) if way.years else 0.0
    usual, quickest = max(0.0, way.years - credit), max(0.0, way.quickest - credit)
    why, sources = _climbing(from_rank, end, way), list(way.sources)
    school = 0.0
    if target is not None and start is not None and not _same_work(source, start, target):
        have = school_of(education)
        before = years + climb(Rank.ENTRY, from_rank, zone).years
        change = _change(source, start, target, before, school_asked(source, start) if have is None else have)
        school = change.school
        usual, quickest = max(usual, change.years), max(quickest, 0.7 * change.years, school)
        why, sources = [*why, *change.said], [*sources, *change.sources]
    elif target is None and not way.years:
        why.append(f"Everest does not know what work “{aim}” is, so this weighs the rank alone.")
    quickest = min(quickest, max(_STRETCH * usual, school))
    if not why:
        why.append(NO_MORE)
    cited = tuple(dict.fromkeys(sources))
    return _judged(usual, quickest, horizon_years, tuple(why), cited, (from_rank, end), aim)


def _rank_of(source: Atlas, aim: str, target: int | None) -> Rank:
    """Return the rank aimed at; a supervisor of the first line leads a team, whatever the title says."""
    if aim[:1].isdigit():
        return Rank.INDIVIDUAL
    named = max(read_rank(aim), Rank.INDIVIDUAL)
    leads = target is not None and source.titles[target].startswith("First-Line Supervisors")
    return min(named, Rank.LEAD) if leads and named is Rank.MANAGER else named


def _climbing(start: Rank, end: Rank, way: Climb) -> list[str]:
    if not way.years:
        return []
    usual, quickest = _years(way.years), _years(way.quickest)
    step = f"From {rank_words(start)} to {rank_words(end)}"
    return [f"{step} usually takes about {usual}; the quickest need about {quickest}."]


def _target(source: Atlas, aim: str) -> int | None:
    code = aim.strip()
    if code[:2].isdigit():
        return source.number(code)
    found = find_title(aim, limit=1)
    return source.place[found[0].code] if found and found[0].score >= _SURE_TITLE else None


def _same_work(source: Atlas, start: int, target: int) -> bool:
    return source.codes[start][:7] == source.codes[target][:7]


@dataclass(frozen=True, slots=True)
class _Change:
    """What a change of work takes: years in all, years of school among them, the figures in words, their sources."""

    years: float
    school: float
    said: tuple[str, ...]
    sources: tuple[str, ...]


def _change(source: Atlas, start: int, target: int, years: float, have: float) -> _Change:
    """Weigh the school and the experience that the new work asks for against what is there.

    Near work, and the management of one's own, counts experience so far, and school can go along with it; for work
    that asks for a license and is not related, the schooling begins anew.
    """
    needed, school_source = entry_school(source, target)
    asked, experience_source = entry_experience(source, target)
    related = source.array("related")
    near = bool(((related[:, 0] == start) & (related[:, 1] == target)).any())
    near = near or (source.codes[target].startswith("11-") and source.codes[start][:2] != "11")
    school = max(0.0, needed - have)
    licensed = any(one.required for one in certificates(source.codes[target]))
    if licensed and not near and needed >= _DEGREE:
        school = max(school, min(_ANEW, needed))
    experience = max(0.0, (asked or 0.0) - (years if near else 0.0))
    title = source.titles[target]
    said: list[str] = []
    sources: list[str] = []
    if school:
        said.append(
            f"{title}: an entry usually asks for about {_years(school)} more of school than you have."
        )
        sources.append(school_source)
    if asked:
        said.append(f"{title}: an entry asks for about {_years(asked)} of related experience.")
        sources.append(experience_source)
    if not said:
        said.append(f"{title}: no more school or experience is asked for than you have.")
        sources += [school_source, experience_source]
    whole = max(school, experience) if near else school + experience
    return _Change(max(whole, _MOVING), school, tuple(said), tuple(sources))


def _judged(
    usual: float, quickest: float, horizon: float, why: tuple[str, ...], sources: tuple[str, ...],
    ranks: tuple[Rank, Rank], aim: str,
) -> Realism:  # fmt: skip
    if horizon >= 0.9 * usual:
        reach = Reach.WITHIN_REACH
    elif horizon >= min(quickest, usual):
        reach = Reach.STRETCH
    else:
        reach = Reach.NOT_IN_THAT_TIME
    nearest = "" if reach is Reach.WITHIN_REACH else _nearest(ranks, usual, horizon, aim)
    return Realism(reach, why, round(usual, 1), nearest, sources)


def _nearest(ranks: tuple[Rank, Rank], usual: float, horizon: float, aim: str) -> str:
    """Say what fits: the same aim later, or the highest rank that the time allows."""
    start, end = ranks
    if end > start + 2:
        time = max(horizon, 5.0)
        fitting = [Rank(r) for r in range(start + 1, end) if climb(start, Rank(r)).years <= time]
        best = (
            Rank.LEAD
            if Rank.LEAD in fitting and Rank.DIRECTOR not in fitting
            else (fitting[-1] if fitting else None)
        )
        if best is not None:
            return f"{rank_words(best)} within {_years(min(time, max(horizon, climb(start, best).years)))}"
    name = aim if not aim[:1].isdigit() else "that work"
    return f"growing toward {name} over about {_years(usual)}"


def _years(number: float) -> str:
    if number < 0.9:
        return f"{max(1, round(number * 12))} months" if number >= 1.5 / 12 else "a month"
    whole = round(number)
    word = _NUMBERS[whole] if whole <= 10 else str(whole)
    return f"{word} year{'s' if whole != 1 else ''}"

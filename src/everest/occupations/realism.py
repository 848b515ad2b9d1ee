"""Weigh whether an aim is within reach in the time named."""

from __future__ import annotations

from everest.errors import BadInput
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.ladder import climb, experience_asked, onet_source, rank_words, school_asked
from everest.occupations.model import Rank, Reach, Realism
from everest.occupations.ranks import read_rank
from everest.occupations.titles import find_title

_STRETCH = 0.55
"""An aim counts as a stretch from this share of the usual years on, or from the quickest climb on."""
_SURE_TITLE = 0.45
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def realism(*, from_code: str, from_rank: Rank, years: float, aim: str, horizon_years: float) -> Realism:
    """Weigh an aim (a title or an O*NET code) against where the person stands.

    ``years`` is experience so far at ``from_rank``; it shortens the first step by up to half of the usual climb's
    first step. ``horizon_years`` is the time the person names. Raises ``BadInput`` for a time that is not positive.
    """
    if horizon_years <= 0:
        raise BadInput("The time until the aim must be more than nothing.", todo="Name a number of years.")
    source = atlas()
    start = source.number(from_code) if from_code else None
    target = _target(source, aim)
    end = max(read_rank(aim), Rank.INDIVIDUAL) if not aim[:1].isdigit() else Rank.INDIVIDUAL
    way = climb(from_rank, end)
    credit = (
        min(years, 0.5 * climb(from_rank, Rank(min(from_rank + 1, Rank.CHIEF))).years) if way.years else 0.0
    )
    usual, quickest, why, sources = (
        max(0.0, way.years - credit),
        max(0.0, way.quickest - credit),
        [],
        list(way.sources),
    )
    if way.years:
        why.append(
            f"From {rank_words(from_rank)} to {rank_words(end)} usually takes about {_years(way.years)}; "
            f"the quickest need about {_years(way.quickest)}."
        )
    school = 0.0
    if target is not None and start is not None and not _same_work(source, start, target):
        extra, school, said = _change(source, start, target, years)
        usual, quickest = max(usual, extra), max(quickest, 0.7 * extra, school)
        why += said
        sources.append(onet_source())
    quickest = min(quickest, max(_STRETCH * usual, school))
    if not why:
        why.append("It asks for no more than you already do.")
    return _judged(
        usual,
        quickest,
        horizon_years,
        tuple(why),
        tuple(dict.fromkeys(sources)),
        (from_rank, end),
        aim,
    )


def _target(source: Atlas, aim: str) -> int | None:
    code = aim.strip()
    if code[:2].isdigit():
        return source.number(code)
    found = find_title(aim, limit=1)
    return source.place[found[0].code] if found and found[0].score >= _SURE_TITLE else None


def _same_work(source: Atlas, start: int, target: int) -> bool:
    return source.codes[start][:7] == source.codes[target][:7]


def _change(source: Atlas, start: int, target: int, years: float) -> tuple[float, float, list[str]]:
    """Return the years that a change of work adds, how many of them are school (which hardly gets shorter), and the figures that say so."""
    said = []
    school = max(0.0, school_asked(source, target) - school_asked(source, start))
    asked = experience_asked(source, target)
    related = source.array("related")
    near = bool(((related[:, 0] == start) & (related[:, 1] == target)).any())
    managers = source.codes[target].startswith("11-") and source.codes[start][:2] != "11"
    counted = years if near or managers else 0.0
    experience = max(0.0, (asked or 0.0) - counted)
    title = source.titles[target]
    if school:
        said.append(f"{title} usually asks for about {_years(school)} more of school than your present work.")
    if asked is not None:
        said.append(f"People in {title} say it asks for about {_years(asked)} of related experience.")
    return school + experience, school, said


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

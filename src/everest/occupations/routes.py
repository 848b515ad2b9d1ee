"""Realistic ways from one occupation to another."""

from __future__ import annotations

import heapq
import itertools
from collections import defaultdict
from functools import lru_cache

from everest.occupations.atlas import Atlas, atlas
from everest.occupations.certificates import SOURCE as CERTIFICATES_SOURCE
from everest.occupations.certificates import certificate_names
from everest.occupations.ladder import (
    BLS_ENTRY,
    climb,
    entry_experience,
    entry_school,
    rank_words,
    school_asked,
    school_of,
    zone_source,
)
from everest.occupations.model import Route, Step
from everest.occupations.ranks import read_rank
from everest.occupations.titles import code_of
from everest.standing import Rank

_TIER_YEARS = {1: 1.0, 2: 1.5, 3: 2.0}
"""Least years in an occupation before a move to a related one, by O*NET's tier; Everest's own reading."""
_UNRELATED_YEARS = 3.0
_BLS_YEARS = {"Less than 5 years": 2.5, "5 years or more": 5.0}
"""Years counted for BLS's words where O*NET has no answers: the middle, and the least."""
OWN_SOURCE = "Least years before a change of work: Everest's own reading, by how near O*NET lists the two"
BLS_PAY = "Median pay: BLS, Occupational Employment and Wage Statistics, May 2024 (where that has none, Employment Projections)"
BLS_GROWTH = "Jobs over ten years: BLS Employment Projections 2024-2034"
_MOST_ROUTES, _MOST_STEPS = 3, 4
_GAP = 0.5
_MOST_TO_LEARN = 5


def routes(
    from_code: str,
    to_code: str,
    *,
    rank: Rank = Rank.INDIVIDUAL,
    to_rank: Rank | None = None,
    years: float = 0.0,
    education: str | None = None,
) -> tuple[Route, ...]:
    """Return up to three routes, quickest first; each step says how long, what to learn, and the pay there.

    ``years`` is experience so far. Years are estimates from schooling and experience that the work asks for.
    Raises ``NotFound`` for unknown codes.
    """
    source = atlas()
    start, end = source.number(from_code), source.number(to_code)
    school = school_of(education)
    have = school_asked(source, start) if school is None else school
    found = []
    for path in _paths(source, start, end, have):
        steps = _steps(source, path, have, years)
        there = rank if len(path) == 1 else max(min(rank, Rank.INDIVIDUAL), _rank_at(source, end))
        steps += _promotions(source, end, there, to_rank)
        total = round(sum(step.years for step in steps), 1)
        names = " → ".join(dict.fromkeys(step.title for step in steps)) or source.titles[end]
        sources = tuple(dict.fromkeys(text for step in steps for text in step.sources))
        found.append(Route(tuple(steps), total, f"{names}: about {total:g} years", sources))
    return tuple(sorted(found, key=lambda route: route.years))


def routes_between(
    start: str, goal: str, *, years: float = 0.0, education: str | None = None
) -> tuple[Route, ...]:
    """Return the routes between two works, each a title or a code; ranks are read out of the titles.

    Raises ``BadInput`` for a title that names no work, ``NotFound`` for an unknown code.
    """
    named = None if goal.strip()[:1].isdigit() else read_rank(goal)
    return routes(
        code_of(start), code_of(goal), rank=read_rank(start), to_rank=named, years=years, education=education
    )


@lru_cache(maxsize=4)
def _neighbors(source: Atlas) -> dict[int, list[tuple[int, int]]]:
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, other, tier in source.array("related").tolist():
        near[one].append((other, tier))
    return near


def _paths(source: Atlas, start: int, end: int, have: float) -> list[list[int]]:
    """Return the direct change and the best ways over related occupations, no two with the same middle."""
    if start == end:
        return [[start]]
    paths: list[list[int]] = [[start, end]]
    avoided: set[int] = set()
    while len(paths) < _MOST_ROUTES:
        path = _shortest(source, start, end, have, avoided)
        if path is None:
            break
        avoided.update(path[1:-1])
        paths.append(path)
    return paths


def _shortest(source: Atlas, start: int, end: int, have: float, avoided: set[int]) -> list[int] | None:
    near = _neighbors(source)
    heap: list[tuple[float, list[int]]] = [(0.0, [start])]
    done: set[int] = set()
    while heap:
        cost, path = heapq.heappop(heap)
        here = path[-1]
        if here == end and len(path) > 2:
            return path
        if here in done or len(path) > _MOST_STEPS or here == end:
            continue
        done.add(here)
        for there, tier in near[here]:
            if there in avoided or there in path or (here == start and there == end):
                continue
            school = max(0.0, entry_school(source, there)[0] - max(have, entry_school(source, here)[0]))
            heapq.heappush(heap, (cost + _TIER_YEARS[tier] + school + 0.5, [*path, there]))
    return None


def _steps(source: Atlas, path: list[int], have: float, years: float) -> list[Step]:
    steps, school, experience = [], have, years
    for here, there in itertools.pairwise(path):
        tier = dict(_neighbors(source)[here]).get(there)
        needed, _ = entry_school(source, there)
        study = max(0.0, needed - school)
        asked = _experience(source, there)[0] or 0.0
        least = _TIER_YEARS.get(tier or 0, _UNRELATED_YEARS)
        work = max(
            least if tier else min(least, asked + 1), min(asked, 6.0) - experience * (1.0 if tier else 0.3)
        )
        taken = round(study + max(0.5, work), 1)
        parts = [f"about {study:g} years of school"] if study else []
        near = f"O*NET lists it among the occupations related to {source.titles[here]}"
        why = near if tier else f"a change that O*NET does not list as related to {source.titles[here]}"
        steps.append(_step(source, here, there, taken, "; ".join([*parts, why])))
        school, experience = max(school, needed), experience + work
    return steps


def _step(source: Atlas, here: int, there: int, years: float, why: str) -> Step:
    pay, growth = source.pay(there), source.pay(there, 6)
    return Step(
        source.codes[there], source.titles[there], _rank_at(source, there), years, _to_learn(source, here, there), _certificates(source, here, there),
        None if pay is None else round(pay), None if growth is None else round(growth, 1), why[:1].upper() + why[1:] + ".",
        (*_sources(source, there), *_pay_sources(source, there)),
    )  # fmt: skip


def _experience(source: Atlas, number: int) -> tuple[float | None, str]:
    """Return the years of related experience that an entry asks for, and the source: O*NET's answers, else BLS's words."""
    asked, cited = entry_experience(source, number)
    said = source.entry(number, "experience")
    return (_BLS_YEARS[said], BLS_ENTRY) if asked is None and said in _BLS_YEARS else (asked, cited)


def _certificates(source: Atlas, here: int, there: int) -> tuple[str, ...]:
    """Name what the next work asks for and the present one did not."""
    had = set(certificate_names(source.codes[here]))
    return tuple(name for name in certificate_names(source.codes[there]) if name not in had)


def _sources(source: Atlas, there: int) -> tuple[str, ...]:
    """Cite the experience, the preparation and the certificates of one step."""
    asked, cited = _experience(source, there)
    title = source.titles[there]
    said = [] if asked is None else [f"{cited} ({title}: {asked:.1f} years of related experience)"]
    school, cited = entry_school(source, there)
    said.append(f"{cited} ({title}: {school:g} years of school after high school)")
    said.append(OWN_SOURCE)
    said.append(zone_source(source.zone(there)))
    said.append(CERTIFICATES_SOURCE if certificate_names(source.codes[there]) else "")
    return tuple(text for text in said if text)


def _pay_sources(source: Atlas, number: int) -> tuple[str, ...]:
    """Cite the pay and the growth that are shown for an occupation."""
    pay = (BLS_PAY,) if source.pay(number) is not None else ()
    return pay + ((BLS_GROWTH,) if source.pay(number, 6) is not None else ())


def _rank_at(source: Atlas, number: int) -> Rank:
    """Return the rank at which one enters an occupation: managers manage, supervisors of the first line lead."""
    if source.codes[number].startswith("11-"):
        return Rank.MANAGER
    return Rank.LEAD if source.titles[number].startswith("First-Line Supervisors") else Rank.INDIVIDUAL


def _promotions(source: Atlas, number: int, rank: Rank, to_rank: Rank | None) -> list[Step]:
    """One step for each rank from where the person will stand to ``to_rank``."""
    pay, growth = source.pay(number), source.pay(number, 6)
    return [
        Step(
            source.codes[number], source.titles[number], Rank(n), climb(Rank(n - 1), Rank(n)).years,
            median_pay=None if pay is None else round(pay), growth_percent=None if growth is None else round(growth, 1),
            why=f"Promotion to {rank_words(Rank(n))}.",
            sources=(*climb(Rank(n - 1), Rank(n)).sources, *_pay_sources(source, number)),
        )
        for n in range(rank + 1, (rank if to_rank is None else to_rank) + 1)
    ]  # fmt: skip


def _to_learn(source: Atlas, here: int, there: int) -> tuple[str, ...]:
    """Skills and knowledge that the next work asks for clearly more of, most important first."""
    gaps = []
    for domain in ("knowledge", "skills"):
        old, new = (source.array(f"{domain}_im")[n].astype(float) / 30 for n in (here, there))
        low, high = (source.array(f"{domain}_lv")[n].astype(float) / 30 for n in (here, there))
        for n, name in enumerate(source.scale(domain)):
            if new[n] >= 3 and (new[n] - old[n] >= _GAP or high[n] - low[n] >= 2 * _GAP):
                gaps.append((new[n] * (high[n] - low[n] + new[n] - old[n]), name))
    if not gaps and not source.array("skills_im")[there].any():
        return _tools_to_learn(source, here, there)
    return tuple(name for _, name in sorted(gaps, reverse=True)[:_MOST_TO_LEARN])


def _tools_to_learn(source: Atlas, here: int, there: int) -> tuple[str, ...]:
    """Name the tools in demand there and not used here, for work whose skills O*NET has not rated."""
    rows = source.array("technology")
    known = set(rows[rows[:, 0] == here][:, 1].tolist())
    asked = [
        (marks, number) for _, number, marks in rows[rows[:, 0] == there].tolist() if number not in known
    ]
    return tuple(source.technologies[n] for _, n in sorted(asked, key=lambda pair: -pair[0])[:_MOST_TO_LEARN])

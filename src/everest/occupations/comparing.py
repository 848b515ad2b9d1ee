"""Two or three occupations side by side."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from everest.errors import BadInput
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.certificates import certificate_names
from everest.occupations.model import Compared, Comparison, Occupation

PREPARATION = {
    1: "little or no preparation: up to three months",
    2: "some preparation: over three months up to a year",
    3: "medium preparation: one to two years",
    4: "considerable preparation: two to four years",
    5: "extensive preparation: over four years",
}
"""O*NET's job zones and the time of specific vocational preparation (SVP) that each stands for."""
_MOST = 3
_WORDS = 6
_CLEAR_PAY, _CLEAR_GROWTH, _CLEAR_SKILL = 0.05, 2.0, 0.5


def compare(codes: Sequence[str]) -> Comparison:
    """Return two or three occupations side by side: preparation, pay, outlook, interests, skills, what differs.

    Raises ``BadInput`` for fewer than two or more than three different codes, ``NotFound`` for an unknown one.
    """
    source = atlas()
    numbers = list(dict.fromkeys(source.number(code) for code in codes))
    if not 2 <= len(numbers) <= _MOST:
        raise BadInput(
            f"There are {len(numbers)} different occupations to compare.", todo="Choose two or three."
        )
    found = [source.occupation(source.codes[number]) for number in numbers]
    return Comparison(tuple(_compared(source, one) for one in found), _differences(found))


def described(code: str) -> Compared:
    """Return one occupation in words and figures ready to be shown. Raises ``NotFound`` for an unknown code."""
    source = atlas()
    return _compared(source, source.occupation(code))


def work_words(source: Atlas, number: int, count: int = _WORDS) -> tuple[str, ...]:
    """Return words that the tasks of an occupation use more than other work; not the words of its titles."""
    own = set(
        " ".join(source.title_texts[n] for n in (source.title_of == number).nonzero()[0]).lower().split()
    )
    terms = source.array("terms")
    rows = terms[terms[:, 0] == number]
    words = [source.terms[row[1]] for row in rows[rows[:, 2].argsort(kind="stable")[::-1]]]
    plain = [word for word in words if word.isalpha() and len(word) > 4 and not _is_titled(word, own)]
    return tuple(plain[:count])


def _is_titled(word: str, titles: set[str]) -> bool:
    return word in titles or word.rstrip("s") in titles or f"{word}s" in titles


def _compared(source: Atlas, one: Occupation) -> Compared:
    return Compared(
        code=one.code,
        title=one.title,
        preparation=f"{PREPARATION[one.zone]} (job zone {one.zone})" if one.zone else "not rated",
        education=one.typical_education or (max(one.education, key=lambda pair: pair[1])[0] if one.education else ""),
        median_pay=one.median_pay,
        pay_range=(one.pay_percentiles[0], one.pay_percentiles[-1]) if one.pay_percentiles else (None, None),
        growth_percent=one.growth_percent,
        openings=one.openings,
        outlook=_outlook(one),
        interests=tuple(rated.name for rated in one.interests[:3]),
        skills=tuple(f"{rated.name} {rated.importance:.1f} of 5" for rated in one.skills[:5]),
        work_words=work_words(source, source.place[one.code]),
        certificates=certificate_names(one.code),
    )  # fmt: skip


def _outlook(one: Occupation) -> str:
    if one.growth_percent is None:
        return "no projection"
    way = "grow" if one.growth_percent > 0 else "shrink" if one.growth_percent < 0 else "stay as they are"
    by = f" by {abs(one.growth_percent):g}%" if one.growth_percent else ""
    openings = f", about {one.openings:,} openings a year" if one.openings else ""
    return f"jobs should {way}{by} in ten years{openings}"


def _differences(found: list[Occupation]) -> tuple[str, ...]:
    said = [_pay_difference(found), _preparation_difference(found), _growth_difference(found)]
    said += [_skill_difference(one, other) for one, other in itertools.pairwise(found)]
    said.append(_interest_difference(found))
    return tuple(sentence for sentence in said if sentence)


def _pay_difference(found: list[Occupation]) -> str:
    paid = sorted((one.median_pay, one.title) for one in found if one.median_pay)
    if len(paid) < 2 or paid[-1][0] - paid[0][0] < _CLEAR_PAY * paid[-1][0]:
        return "" if len(paid) < 2 else "Median pay is about the same."
    more = paid[-1][0] - paid[0][0]
    return f"{paid[-1][1]} have the highest median pay, ${more:,} a year more than {paid[0][1]}."


def _preparation_difference(found: list[Occupation]) -> str:
    zones = sorted((one.zone, one.title) for one in found if one.zone)
    if len(zones) < 2 or zones[0][0] == zones[-1][0]:
        return ""
    least, most = zones[0], zones[-1]
    return (
        f"{most[1]} ask for the most preparation ({PREPARATION[most[0]].split(': ')[1]}), "
        f"{least[1]} for the least ({PREPARATION[least[0]].split(': ')[1]})."
    )


def _growth_difference(found: list[Occupation]) -> str:
    grown = sorted((one.growth_percent, one.title) for one in found if one.growth_percent is not None)
    if len(grown) < 2 or grown[-1][0] - grown[0][0] < _CLEAR_GROWTH:
        return ""
    return f"{grown[-1][1]} have the better outlook: {grown[-1][0]:+g}% against {grown[0][0]:+g}% for {grown[0][1]}."


def _skill_difference(one: Occupation, other: Occupation) -> str:
    """Name what each of two asks for clearly more of, with O*NET's figures."""
    gaps = []
    for mine, theirs in ((one.skills, other.skills), (one.knowledge, other.knowledge)):
        there = {rated.name: rated.importance for rated in theirs}
        gaps += [(r.importance - there[r.name], r.name, r.importance) for r in mine if r.name in there]
    if not gaps:
        return ""
    up, down = max(gaps), min(gaps)
    parts = []
    if up[0] >= _CLEAR_SKILL:
        parts.append(f"{one.title} need more {up[1].lower()} ({up[2]:.1f} against {up[2] - up[0]:.1f} of 5)")
    if down[0] <= -_CLEAR_SKILL:
        parts.append(f"{other.title} more {down[1].lower()} ({down[2] - down[0]:.1f} against {down[2]:.1f})")
    return f"{', '.join(parts)}." if parts else ""


def _interest_difference(found: list[Occupation]) -> str:
    first = [(one.title, one.interests[0].name.lower()) for one in found if one.interests]
    if len({name for _, name in first}) < 2:
        return ""
    return f"The strongest interest differs: {', '.join(f'{name} in {title}' for title, name in first)}."

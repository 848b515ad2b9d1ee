"""From a job title as people write it to an occupation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from everest.errors import BadInput
from everest.occupations.model import OccupationMatch
from everest.occupations.title_index import TitleIndex, index
from everest.occupations.title_model import employed, features_of, military, plain_score, title_model, usual
from everest.occupations.title_words import general_word, often_meant, title_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT = (0.0, 3.0, 3.0, 4.0, 6.0)
"""What an equal title adds: none, one equal to the first part, an alternate one, a reported one, its own name."""
MILITARY = 2.5
"""How much less likely an occupation of the armed forces is meant by a title that is not among theirs."""
SHARE_OF_USUAL = 2.0
"""Among occupations that carry the very title, how much ten times as many jobs count."""
_LONGEST = 200
_GENERAL = 0.4
"""How sure the first guess is where a title alone is too general; each later one has as much less as it has fewer jobs."""
_EQUAL = 3.3
"""What the plain evidence adds up to for a title that is known."""
_KINDS = ("", "longer than a title", "an alternate title", "a title that people in it report", "the name")


def find_title(title: str, *, limit: int = 5) -> tuple[OccupationMatch, ...]:
    """Return the occupations that a free-form job title most likely names, best first; () for an empty title.

    A title that alone does not tell the work ("Consultant") gives what is often meant by it, most jobs first, each marked
    ``general`` and none above 0.4. Seniority ("Sr.", "II") and circumstances ("Remote", "nights") do not change the occupation. ``score`` of the first is
    how near the words are to titles that are known, 0..1; each later one has as much less as it is less likely.
    """
    title = title.strip()[:_LONGEST]
    if not any(character.isalpha() for character in title):
        return ()
    titles = index()
    if guessed := _guessed(title, titles):
        return guessed[:limit]
    rows, likely, exact, near = _ranked(title, titles)
    return tuple(
        OccupationMatch(
            titles.atlas.codes[row], titles.atlas.titles[row], float(near * likely[n] / likely[0]),
            (_why(title, titles.atlas.titles[row], exact[n]),),
        )
        for n, row in enumerate(rows[:limit].tolist())
    )  # fmt: skip


def are_title_words(words: str) -> bool:
    """Tell whether all words are such as titles of the atlas are made of: "Medical-Surgical", not "Enactus"."""
    known = index().words
    found = title_stems(words[:_LONGEST])
    return bool(found) and all(word in known for word in found)


def scores(title: str, titles: TitleIndex) -> NDArray[np.float64]:
    """Score every occupation for a title; those that are no candidates get 0."""
    import numpy as np

    total = np.zeros(len(titles.atlas.codes))
    if guessed := _guessed(title, titles):
        total[[titles.atlas.place[match.code] for match in guessed]] = [match.score for match in guessed]
        return total
    rows, likely, *_ = _ranked(title, titles)
    total[rows] = likely
    return total


def _guessed(title: str, titles: TitleIndex) -> tuple[OccupationMatch, ...]:
    """Return what a title that is too general often means, most jobs first; () for any other title."""
    source, meant = titles.atlas, often_meant(general_word(title))
    rows = [source.place[f"{code}.00"] for code in meant if f"{code}.00" in source.place]
    jobs = 10 ** employed(titles)[rows]
    return tuple(
        OccupationMatch(
            source.codes[rows[n]], source.titles[rows[n]], _GENERAL * float(jobs[n] / jobs.max()),
            (_why_guessed(title, source.titles[rows[n]], first=place == 0),), general=True,
        )
        for place, n in enumerate((-jobs).argsort(kind="stable").tolist())
    )  # fmt: skip


def _why_guessed(title: str, name: str, *, first: bool) -> str:
    if first:
        return f"“{title}” alone is too general to tell the work. Of what it often means, {name} have the most jobs."
    return f"“{title}” alone may also mean {name}."


def code_of(work: str) -> str:
    """Return the code of a work named by code or title. Raises ``BadInput`` or, for an unknown code, ``NotFound``."""
    from everest.occupations.atlas import atlas

    if work.strip()[:1].isdigit():
        return atlas().occupation(work).code
    found = find_title(work, limit=1)
    if not found:
        raise BadInput(f"“{work}” names no work.", todo="Write a job title, or a code such as 23-1011.00.")
    return found[0].code


def _ranked(
    title: str, titles: TitleIndex
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64], float]:
    """Return candidates, best first, how likely and how exactly each is named, and how near the first is, 0..1."""
    import numpy as np

    model = title_model(titles)
    seen = titles.evidence(title)
    rows, features = features_of(seen, model.log_chances(title, seen.vector), titles)
    missed = sorted(set(np.flatnonzero(seen.exact).tolist()) - set(rows.tolist()))
    sums = model.weigh(features)
    if missed:
        rows = np.concatenate([rows, np.array(missed, np.int64)])
        sums = np.concatenate([sums, np.full(len(missed), sums.min())])
    exact = seen.exact[rows].astype(int)
    sums += np.array(EXACT)[exact] + SHARE_OF_USUAL * usual(titles)[rows] * (exact > 0)
    sums -= MILITARY * military(titles)[rows] * (exact == 0)
    order = np.argsort(-sums, kind="stable")
    likely = np.exp(sums[order] - sums.max())
    rows, exact = rows[order], exact[order]
    near = (plain_score(seen)[rows[0]] + 0.5 * (exact[0] > 1)) / _EQUAL
    return rows, likely / likely.sum(), exact, float(min(1.0, max(0.0, near)))


def _why(title: str, name: str, exact: int) -> str:
    if exact:
        return f"“{title}” is {_KINDS[exact]} of {name}."
    return f"“{title}” is close to titles of {name}."

"""Where a candidate stands, seen from the opening."""

from __future__ import annotations

import re

from everest.candidate.model import Candidate
from everest.opening.model import Opening
from everest.standing import Rank, Situation

ENTRY_YEARS = 2.0
"""With less experience than this, one is starting out."""

NEAR_ENOUGH = 0.32
"""Likeness of meaning (cosine) between posts held and the opening from which they count as one field."""

_MANAGEMENT = "11"

SAME_GROUP, OTHER_GROUP = 0.56, 0.6
"""The likeness asked of two occupations inside one major group, and across two; set on benchmarks/data/pairs."""

FIRST_RUNG_YEARS = 5.0
"""A first job (trainee, helper, associate) held for less than this still counts as starting out."""

_CHANGING = re.compile(
    r"\b(?:chang\w+ (?:careers?|direction|fields?)|career chang\w+|mov(?:e|ing) (?:from|out of)|switch\w*|transition\w*|leav\w+ \w+ (?:for|to)|"
    r"instead of|retrain\w*)\b",
    re.IGNORECASE,
)
_LEADS_PEOPLE = re.compile(
    r"\b(?:lead|supervise|manage|mentor|coach|direct|oversee|guide)\b.{0,40}\b(?:teams?|staff|people|crews?|engineers|analysts|members|"
    r"nurses|teachers|technicians|workers|subcontractors)\b",
    re.IGNORECASE,
)


def situation_of(candidate: Candidate, opening: Opening) -> Situation:
    """Name the situation: starting out, changing field, moving into leadership, leading already, or growing."""
    if _starting_out(candidate, opening):
        return (
            Situation.CHANGER
            if candidate.years >= 1
            and candidate.rank >= Rank.INDIVIDUAL
            and opening.rank > Rank.ENTRY
            and _changes_field(candidate, opening)
            and not _new_degree(candidate, opening)
            else Situation.ENTRY
        )
    leads = candidate.rank >= Rank.MANAGER
    if leads and opening.rank >= Rank.MANAGER:
        return Situation.LEADER
    if _changes_field(candidate, opening):
        return Situation.CHANGER
    if _steps_up(opening) and not leads:
        return Situation.TO_LEADERSHIP
    if candidate.rank >= Rank.DIRECTOR:
        return Situation.LEADER
    return Situation.ESTABLISHED


def _starting_out(candidate: Candidate, opening: Opening) -> bool:
    undated = candidate.years == 0 and len(candidate.positions) >= 2
    if candidate.rank >= Rank.LEAD or opening.rank >= Rank.MANAGER:
        return False
    first_rung = candidate.rank <= Rank.ENTRY and candidate.years < FIRST_RUNG_YEARS and not undated
    few = candidate.years < ENTRY_YEARS and not undated
    first_job = opening.rank <= Rank.ENTRY and (candidate.years < 3 or _new_degree(candidate, opening))
    return few or first_rung or (first_job and not undated)


def _new_degree(candidate: Candidate, opening: Opening) -> bool:
    """Tell whether schooling for this work came last: one enters a trade one has just learned, whatever came before."""
    trained = [item.evidence.quote for item in candidate.education]
    trained += [item.value for item in candidate.certificates]
    if not trained or opening.rank > Rank.ENTRY or candidate.years >= FIRST_RUNG_YEARS:
        return False
    said = " ".join(trained).lower()
    title = opening.title.value.lower() if opening.title else ""
    return any(word[:6] in said for word in re.findall(r"[a-z]{5,}", title))


def _steps_up(opening: Opening) -> bool:
    if opening.rank >= Rank.LEAD:
        return True
    titled = opening.title is not None and re.search(
        r"\b(?:manager|lead|head)\b", opening.title.value, re.IGNORECASE
    )
    return bool(titled) and any(_LEADS_PEOPLE.search(task.text) for task in opening.tasks)


def field_code(code: str | None) -> str:
    """Return the major group of an occupation code ("29-1141.00" gives "29"), empty if there is none."""
    return code[:2] if code and re.match(r"\d\d-", code) else ""


def _changes_field(candidate: Candidate, opening: Opening) -> bool:
    """Tell whether the opening lies in a field the candidate has not worked in for a year or more."""
    said = candidate.reflection.aspiration.value if candidate.reflection.aspiration else ""
    held = [position.occupation for position in candidate.positions[:3] if position.occupation]
    same = opening.occupation in held and opening.occupation is not None
    if same or _names_the_post(candidate, opening):
        return False
    wanted = field_code(opening.occupation)
    worked = {code for code, years in candidate.years_by_field.items() if years >= 1}
    worked |= {field_code(code) for code in held[:2]}
    worked.discard("")
    if _CHANGING.search(said) and wanted not in worked:
        return True
    if not wanted or not worked:
        return bool(candidate.positions) and not _reads_alike(candidate, opening)
    up = opening.rank >= Rank.MANAGER and _MANAGEMENT in (wanted, *worked)
    floor = NEAR_ENOUGH if up else SAME_GROUP if wanted in worked else OTHER_GROUP
    return not _reads_alike(candidate, opening, floor=floor)


def _names_the_post(candidate: Candidate, opening: Opening) -> bool:
    """Tell whether the posting calls for the very post the candidate holds ("bookkeeper wanted")."""
    titles = [position.title.value.lower() for position in candidate.positions[:2] if position.title]
    return opening.title is None and any(title in opening.text.lower() for title in titles)


def _reads_alike(candidate: Candidate, opening: Opening, *, floor: float = NEAR_ENOUGH) -> bool:
    """Compare what was done with what is to be done; True where there is nothing to compare."""
    from everest.language import meaning

    done = [p.title.value for p in candidate.positions[:3] if p.title]
    done += [bullet.value for p in candidate.positions[:3] for bullet in p.bullets[:5]]
    wanted = [opening.title.value] if opening.title else []
    wanted += [task.text for task in opening.tasks[:8]]
    if not done or not wanted or not meaning.available():
        return True
    return meaning.similarity(" . ".join(done), " . ".join(wanted)) >= floor

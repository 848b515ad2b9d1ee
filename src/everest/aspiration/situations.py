"""Where a candidate stands, seen from the opening."""

from __future__ import annotations

import re

from everest.aspiration.model import Situation
from everest.candidate.model import Candidate
from everest.occupations.model import Rank
from everest.opening.model import Opening

ENTRY_YEARS = 2.0
"""With less experience than this, one is starting out."""

NEAR_ENOUGH = 0.32
"""Likeness of meaning (cosine) between posts held and the opening from which they count as one field."""

_MANAGEMENT = "11"


def situation_of(candidate: Candidate, opening: Opening) -> Situation:
    """Name the situation: starting out, changing field, moving into leadership, leading already, or growing."""
    undated = candidate.years == 0 and len(candidate.positions) >= 2
    experienced = candidate.years >= ENTRY_YEARS or undated
    if not experienced and candidate.rank < Rank.LEAD and opening.rank < Rank.MANAGER:
        return (
            Situation.CHANGER
            if candidate.years >= 1 and _changes_field(candidate, opening)
            else Situation.ENTRY
        )
    if candidate.rank >= Rank.MANAGER and opening.rank >= Rank.MANAGER:
        return Situation.LEADER
    if _changes_field(candidate, opening):
        return Situation.CHANGER
    if opening.rank >= Rank.LEAD and candidate.rank < Rank.MANAGER:
        return Situation.TO_LEADERSHIP
    if candidate.rank >= Rank.DIRECTOR:
        return Situation.LEADER
    return Situation.ESTABLISHED


def field_code(code: str | None) -> str:
    """Return the major group of an occupation code ("29-1141.00" gives "29"), empty if there is none."""
    return code[:2] if code and re.match(r"\d\d-", code) else ""


def _changes_field(candidate: Candidate, opening: Opening) -> bool:
    """Tell whether the opening lies in a field the candidate has not worked in for a year or more."""
    wanted = field_code(opening.occupation)
    worked = {code for code, years in candidate.years_by_field.items() if years >= 1}
    worked |= {field_code(p.occupation) for p in candidate.positions[:2] if p.occupation}
    worked.discard("")
    if wanted and worked and (wanted in worked or _MANAGEMENT in (wanted, *worked)):
        return wanted not in worked and not _reads_alike(candidate, opening)
    if wanted and worked:
        return not _reads_alike(candidate, opening, floor=NEAR_ENOUGH + 0.2)
    return bool(candidate.positions) and not _reads_alike(candidate, opening)


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

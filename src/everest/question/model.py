"""The question as recognized."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What a wording asks for.

    ``variant`` is a slug: five_years, career_goals, aspirations, hope_to_gain, fit_with_goals, next_step,
    long_term_plans, short_and_long_term, dream_job, stay, growth, why_this_role, first_year_goals, success,
    motivation_direction; None when the question is not about aspirations. ``asks`` are the things an answer
    must cover (e.g. "direction", "next step", "link to this role", "commitment"); ``why`` is what the
    interviewer wants to learn, in plain words; ``horizon_years`` is the span the wording names.
    """

    text: str
    about_aspirations: bool
    variant: str | None
    asks: tuple[str, ...]
    why: str
    confidence: float = 1.0
    horizon_years: float | None = None

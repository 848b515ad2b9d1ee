"""Goals told from aspirations, horizons, and whether an aim is realistic for this candidate."""

from everest.aspiration.classifying import classify, horizon_of
from everest.aspiration.directions import aspiration_of, propose_aspirations
from everest.aspiration.fitting import fitting_occupations
from everest.aspiration.goals import add_up, goal_of, horizon_conflicts, proposed_goals, questions_for
from everest.aspiration.model import Aspiration, Goal, Label, Statement
from everest.aspiration.situations import situation_of
from everest.standing import Situation

__all__ = [
    "Aspiration",
    "Goal",
    "Label",
    "Situation",
    "Statement",
    "add_up",
    "aspiration_of",
    "classify",
    "fitting_occupations",
    "goal_of",
    "horizon_conflicts",
    "horizon_of",
    "propose_aspirations",
    "proposed_goals",
    "questions_for",
    "situation_of",
]

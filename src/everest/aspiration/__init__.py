"""Goals told from aspirations, horizons, and whether an aim is realistic for this candidate."""

from everest.aspiration.classifying import classify
from everest.aspiration.model import Aspiration, Goal, Label, Situation, Statement

__all__ = ["Aspiration", "Goal", "Label", "Situation", "Statement", "classify"]

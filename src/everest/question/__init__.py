"""Why interviewers ask, and recognizing the question in any wording."""

from everest.question.model import Question
from everest.question.recognizing import Variant, phrasings, recognize

__all__ = ["Question", "Variant", "phrasings", "recognize"]

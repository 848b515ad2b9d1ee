"""What an experienced interviewer would hear: findings, criteria, a verdict."""

from everest.review.engine import review
from everest.review.reports.json import to_json
from everest.review.rulebook import rules

__all__ = ["review", "rules", "to_json"]

"""The atlas of occupations: look up, match, routes, realism."""

from __future__ import annotations

from everest.occupations.atlas import Atlas, atlas
from everest.occupations.comparing import compare
from everest.occupations.drawing import radar_svg, route_svg
from everest.occupations.interests import InterestProfile, Item, interest_items, score_interests
from everest.occupations.matching import match_person, skill_names
from everest.occupations.model import (
    Compared,
    Comparison,
    Filters,
    Occupation,
    OccupationMatch,
    Rated,
    Reach,
    Realism,
    Route,
    Step,
)
from everest.occupations.ranks import read_rank
from everest.occupations.realism import realism
from everest.occupations.routes import routes
from everest.occupations.titles import are_title_words, find_title
from everest.occupations.updating import update_atlas
from everest.standing import Rank

__all__ = [
    "Atlas", "Compared", "Comparison", "Filters", "InterestProfile", "Item", "Occupation", "OccupationMatch", "Rank", "Rated", "Reach", "Realism",
    "Route", "Step", "are_title_words", "atlas", "compare", "find_title", "interest_items", "match_person", "radar_svg", "read_rank", "realism", "route_svg",
    "routes", "score_interests", "skill_names", "update_atlas",
]  # fmt: skip

"""Finds a wish to manage people where the posting offers no such path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.review.model import Severity
from everest.review.reading import Reading
from everest.review.rule import Hit
from everest.standing import Rank

_WISH = re.compile(
    r"\b(?:manage|managing|lead|leading|run|running|supervise|supervising|head|heading|build|building|have) (?:a|an|the|my own|my|your|our|some) (?:\w+ ){0,3}"
    r"(?:team|department|crew|unit|group|staff|direct reports|people|division)\b|"
    r"\b(?:become|becoming|be|being|as|into|to) (?:a|an|the )?(?:\w+ ){0,2}(?:manager|management|supervisor|team lead|people manager|director)\b|"
    r"\b(?:move|moving|go|going|step|stepping|grow|growing) into (?:people )?(?:management|leadership|managing)\b"
)
_NONE = re.compile(
    r"\b(?:individual contributor|ic role|no direct reports|without direct reports|no (?:people )?management (?:duties|responsibilit\w+|track|path)|not a (?:management|supervisory|leadership) (?:role|position|track)|"
    r"no supervisory (?:duties|responsibilit\w+)|non-?(?:supervisory|managerial)|flat (?:structure|organi[sz]ation|hierarchy|team)|no managers|technical track|does not (?:manage|supervise|lead))\b"
)
_SOME = re.compile(
    r"\b(?:leadership|lead (?:a|the|our|other|small|junior)|leading|supervis\w+|manage (?:a|the|our) (?:\w+ )?(?:team|staff|crew)|mentor\w*|promot\w+|career (?:path|ladder|growth|development)|advance\w*|grow (?:into|with)|"
    r"progress\w*|train (?:new|junior|others)|team lead|direct reports|into management|path to)\b"
)
_LONG_ENOUGH = 60
"""A posting of fewer words says too little to conclude that there is no path."""


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark a wish to manage where the posting rules it out; as advice where it shows no sign of it."""
    opening = reading.opening
    if opening is None or opening.rank >= Rank.LEAD:
        return
    posting = " ".join((opening.text, *opening.company.texts.values())).lower()
    ruled_out = bool(_NONE.search(posting))
    if not ruled_out and (
        _SOME.search(posting) or opening.growth_hints or len(posting.split()) < _LONG_ENOUGH
    ):
        return
    for wish in _WISH.finditer(reading.low):
        if not (
            reading.is_negated(wish.start())
            or reading.is_past(wish.start())
            or reading.is_reported(wish.start())
        ):
            yield Hit(wish.start(), wish.end(), severity=Severity.WARNING if ruled_out else Severity.ADVICE)
            return

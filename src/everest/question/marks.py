"""What a question points at, as marks for the learned head: whose aims, which time, which tense."""

from __future__ import annotations

import re
from functools import lru_cache

from everest.content import load

_MARKS = {
    "you-ahead": r"\b(?:do|would|will|are|can|could) (?:you|u)\b.*\b(?:see yourself|like to|want|hope|hoping|plan|aim|aspire|picture|imagine|dream)\b",
    "your-aims": r"\byour (?:\w+[ -]){0,3}(?:goals?|aspirations?|ambitions?|objectives?|plans?|dreams?|hopes?|vision|aims?)\b",
    "told-past": r"\b(?:a time|an example|an? (?:occasion|situation) (?:when|that|you|in which)|have you ever|did you|when you (?:were|had)|last (?:job|role|year|position|boss)|previous|in the past|so far)\b",
    "years-back": r"\b(?:past|last) (?:few |\w+ )?years?\b|\byears? ago\b|\bhow many years\b",
    "here": r"\b(?:this (?:job|role|position|opening|post|opportunity|company|team|place)|(?:with|for|at|join) us|here|our (?:company|team|organization|opening))\b",
    "career": r"\b(?:career|professional(?:ly)?|profession|working life)\b",
    "first-year": r"\bfirst (?:\w+ )?(?:year|months?|days|weeks)\b",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MARKS.items()}


def marks_of(text: str) -> tuple[str, ...]:
    """Name the marks that ``text`` carries: those above, each variant whose patterns match, and "not-about"."""
    plain = plainly(text)
    found = [name for name, pattern in _COMPILED.items() if pattern.search(plain)]
    near = variants_by_words(plain)
    found += [f"words:{name}" for name in near]
    found += [f"words-first:{near[0]}"] if near else ["words:none"]
    if sounds_elsewhere(plain):
        found.append("not-about")
    return tuple(found)


def variants_by_words(text: str) -> tuple[str, ...]:
    """List the variants whose patterns match, in the order of the content file."""
    plain = plainly(text)
    return tuple(name for name, patterns in _patterns().items() if any(p.search(plain) for p in patterns))


def sounds_elsewhere(text: str) -> bool:
    """Tell whether the wording matches one that asks for something other than aspirations."""
    plain = plainly(text)
    return any(pattern.search(plain) for pattern in _elsewhere())


def plainly(text: str) -> str:
    """Straighten quotes and close up white space."""
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    return {
        name: [re.compile(pattern, re.IGNORECASE) for pattern in entry["patterns"]]
        for name, entry in load("questions")["variants"].items()
    }


@lru_cache(maxsize=1)
def _elsewhere() -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in load("questions")["not_about"]["patterns"]]

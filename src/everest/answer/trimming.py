"""Cuts a phrase to what can be said in one breath, always at the end of a phrase."""

from __future__ import annotations

import re

_BREAKS = frozenset(
    "including such by through using while which who where whereas via resulting leading ensuring so in order for with across "
    "within during to from on at under as that and or per after before when because based along throughout into against "
    "towards toward about between among without".split()
)
_DANGLING = frozenset(
    "a an the and or of to in on at by for with from as that which who our your my their its his her this these those into "
    "via per new both all any each every more most very well also such including using between across is are be was were has "
    "have not no than other various multiple several key existing internal external cross-functional".split()
)


def trimmed(phrase: str, limit: int) -> str:
    """Cut ``phrase`` to at most ``limit`` words, ending where a phrase ends; "" where that cannot be done."""
    phrase = phrase.strip(" ,.;:")
    words = phrase.split()
    if len(words) <= limit:
        return phrase
    words = words[: _last_break(words, limit)]
    while words and (words[-1].strip(",").lower() in _DANGLING or words[-1] in {"&", "-", "/"}):
        words.pop()
    return _closed_list(" ".join(words).strip(" ,;:-"))


def words_of(text: str) -> list[str]:
    """Split into words as they would be said."""
    return re.findall(r"[^\W_]+(?:['’.,/-][^\W_]+)*", text)


def _last_break(words: list[str], limit: int) -> int:
    """Find the last place at or before ``limit`` where a phrase ends."""
    for at in range(min(limit, len(words) - 1), 1, -1):
        if words[at - 1].endswith((",", ";")) or words[at].lower().strip(",") in _BREAKS:
            if words[at].lower() in {"and", "or"} and at >= 1 and not _whole_list(words[:at]):
                continue
            return at
    return limit if limit < len(words) and words[limit - 1].endswith(",") else 0


def _whole_list(words: list[str]) -> bool:
    return "between" not in [word.lower() for word in words]


def _closed_list(phrase: str) -> str:
    """Close a list that lost its end: "budgets, vendors" → "budgets and vendors"."""
    head, comma, tail = phrase.rpartition(", ")
    if (
        comma
        and head
        and len(tail.split()) <= 3
        and not re.match(r"(?:and|or|including|such|which|while|where|who|so)\b", tail)
        and " and " not in tail
    ):
        return f"{head} and {tail}"
    return phrase

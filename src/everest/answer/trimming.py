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
_VERBISH = re.compile(
    r"^(?:ensur|provid|maintain|develop|manag|creat|improv|deliver|identify|implement|coordinat|collaborat|communicat|"
    r"participat|prepar|perform|assist|build|drive|help|make|mak|keep|serve|serv|oversee|overs|conduct|work|act|be\b|being|"
    r"resolv|respond|recommend|establish|analyz|assess|evaluat|achiev|increas|reduc|monitor|follow|take|tak|give|giv|lead|"
    r"updat|writ|present|engag|partner|act|handl|complet|advis|guid|mentor|train|answer|defin|execut|run|own|grow|suggest|"
    r"bring|find|document|review|support|test|plan|report|track|verif|investigat|schedul|organiz|contribut|prioritiz|check)"
)


def trimmed(phrase: str, limit: int) -> str:
    """Cut ``phrase`` to at most ``limit`` words, ending where a phrase ends; "" where that cannot be done."""
    phrase = _one_act(phrase.strip(" ,.;:"))
    words = phrase.split()
    if len(words) > limit:
        at = _last_break(words, limit)
        words = words[:at]
    while words and (words[-1].strip(",").lower() in _DANGLING or words[-1] in {"&", "-", "/"}):
        words.pop()
    return _closed_list(" ".join(words).strip(" ,;:-"))


def words_of(text: str) -> list[str]:
    """Split into words as they would be said."""
    return re.findall(r"[^\W_]+(?:['’.,/-][^\W_]+)*", text)


def _one_act(phrase: str) -> str:
    """Drop a second act ("…, and ensure that …"), whose verb would need a form of its own."""
    for match in re.finditer(r",? (?:and|or|then|but)(?: (?:also|then|to))? (\w+)|, (\w+)", phrase):
        word = (match[1] or match[2] or "").lower()
        before = phrase[: match.start()].split()
        after = phrase[match.end() :].split()
        if len(before) >= 1 and _begins_act(word, after) and "between" not in [w.lower() for w in before]:
            return phrase[: match.start()]
    return phrase


def _begins_act(word: str, after: list[str]) -> bool:
    if not _VERBISH.match(word) or not after:
        return False
    follows = after[0].lower().strip(",")
    return word.endswith("ed") or follows in _ACT_FOLLOWERS or follows.endswith("s")


_ACT_FOLLOWERS = frozenset(
    "the a an our your my their its all any new that with on to for as in by them it high clear each every".split()
)


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
    if comma and head and not re.match(r"(?:and|or|including|such|which|while|where|who|so)\b", tail) and " and " not in tail:
        return f"{head} and {tail}"
    return phrase

"""Proposes words that may take the place of a finding's span, and fit there.

A page gives a ``rewrite`` (a verb phrase such as "learn to {task}"), an ``insert`` (a sentence to add) or
``replace`` (words to strike). Slots are filled from the posting and the résumé; what they do not tell stays a
slot in brackets, named for what the person must supply.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from everest.review.reading import Reading

if TYPE_CHECKING:
    from everest.review.page import Page
    from everest.review.rule import Hit

_ENDS_CLAUSE = re.compile(
    r"\s*(?:$|[.!?;)]|,(?! (?:so|which|who|because|since|that|as)\b)|(?:and|but|because|so|one day|some ?day|eventually|by then|i guess|to be honest)\b)"
)
_WANTS_VERB = re.compile(r"(?:\b(?:to|will|would|can|could|might|should|just|i'd|i'll|hopefully)) $")
_WANTS_GERUND = re.compile(r"(?:\b(?:myself|be|am|i'm|is|of|into|probably|hopefully|honestly,)) $|^$")
_OPENS_CLAUSE = re.compile(
    r"^(?:(?:well|honestly|frankly|truthfully|so|but|and|really|actually|maybe|in \w+ years),? )?$|[;,:] (?:and |but |so )?$"
)
_VERB = re.compile(
    r"(?:be|become|make|earn|get|open|start|launch|run|own|buy|found|set|go|move|leave|quit|retire|travel|sail|see|have|raise|take|work|grow|climb|reach|double|triple|"
    r"join|jump|use|freelance|strike|branch|emigrate|relocate|live|spend|surf|golf|fish|do|achieve|unlock|realize|keep|bring|give|replace|succeed|win|rule|stay|chase|look|attend|apply|cross)\b"
)
_CLAUSE = re.compile(
    r"(?:i|i'm|i'd|i'll|i've|we'll|who|whatever|wherever|whoever|whichever|nothing|nobody|no|it's|my|the|money|nothing|still|just|retired|married)\b"
)

_UNKNOWN = "[did one thing, and what came of it]"
"""A strength that only the person can tell; to add it blank would show none."""


def replacement(page: Page, reading: Reading, hit: Hit) -> str | None:
    """Return words for the span of ``hit``, or None if none would surely fit."""
    quote = reading.text[hit.start : hit.end]
    if hit.replacement is not None:
        return hit.replacement
    if quote.lower() in page.replace:
        return page.replace[quote.lower()]
    if page.fills:
        return _named(page, reading, quote)
    if added := hit.insert or page.insert:
        sentence = fill(added, reading)
        return None if _UNKNOWN in sentence else _added(reading, hit, quote, sentence)
    return _fitted(fill(page.rewrite, reading), reading, hit) if page.rewrite else None


def example(page: Page, reading: Reading, hit: Hit) -> str:
    """Return a sentence to follow, from the person's own material where there is any; "" if the page has none."""
    if page.rewrite:
        return f"I want to {fill(page.rewrite, reading)}."
    return fill(hit.insert or page.insert, reading).strip()


def _added(reading: Reading, hit: Hit, quote: str, sentence: str) -> str:
    ended = reading.text[: hit.end].rstrip().endswith((".", "!", "?", "…", "”", '"'))
    return quote + ("" if ended else ".") + " " + sentence


def _named(page: Page, reading: Reading, quote: str) -> str | None:
    """Put the real name in place of a blank, where it is known."""
    for pattern, slot in page.fills.items():
        if re.search(pattern, quote.lower()):
            known = fill(slot, reading)
            return None if known.startswith("[") else known
    return None


def fill(pattern: str, reading: Reading) -> str:
    """Fill the slots of ``pattern``: {task}, {company}, {title}, {achievement}."""
    if "{" not in pattern:
        return pattern
    return pattern.format(
        task=_task(reading),
        company=_company(reading),
        title=_title(reading),
        achievement=_achievement(reading),
    )


def _task(reading: Reading) -> str:
    tasks = sorted(reading.opening.tasks, key=lambda task: -task.weight) if reading.opening else []
    for task in tasks:
        words = f"{task.verb} {task.object}".strip()
        if task.verb and task.object and len(words) <= 60:
            return words[0].lower() + words[1:].rstrip(".")
    return "[do one task of this job]"


def _company(reading: Reading) -> str:
    name = reading.opening.company.name or reading.opening.employer if reading.opening else None
    return name.value if name else "[the company]"


def _title(reading: Reading) -> str:
    title = reading.opening.title if reading.opening else None
    return title.value if title else "[the role]"


def _achievement(reading: Reading) -> str:
    from everest.language.forms import past

    for done in reading.candidate.achievements if reading.candidate else ():
        if done.verb and done.object and len(done.object) <= 90:
            return f"{past(done.verb.lower())} {done.object.rstrip('.')}"
    return _UNKNOWN


def _fitted(phrase: str, reading: Reading, hit: Hit) -> str | None:
    """Shape the verb phrase for its place: as it is, as a gerund, or as a clause."""
    before, quote = reading.before(hit.start), reading.low[hit.start : hit.end]
    if hit.start == hit.end or not _ENDS_CLAUSE.match(reading.low, hit.end):
        return None
    if _VERB.match(quote) and _WANTS_VERB.search(before):
        return phrase
    if re.match(r"\w+ing\b", quote) and _WANTS_GERUND.search(before):
        verb, _, rest = phrase.partition(" ")
        return _cased(
            f"{verb.removesuffix('e') if verb != 'be' else verb}ing {rest}", reading.text[hit.start]
        )
    if _OPENS_CLAUSE.search(before) and (_CLAUSE.match(quote) or _is_whole(reading, hit)):
        return f"I want to {phrase}"
    return None


def _is_whole(reading: Reading, hit: Hit) -> bool:
    sentence = reading.sentence_at(hit.start)
    rest = reading.low[sentence.start : hit.start] + reading.low[hit.end : sentence.end]
    return not rest.strip(" .!?,…")


def _cased(words: str, first: str) -> str:
    return words[0].upper() + words[1:] if first.isupper() else words


def struck(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Widen a span that is to be struck, so that no comma or space is left over."""
    low = reading.low
    if low[:start].endswith(", ") and (low[end : end + 1] in ",.;!?" or end == len(low)):
        return start - 2, end
    if low[end : end + 2] == ", " and not reading.before(start).strip():
        return start, end + 2
    if low[end : end + 1] == " ":
        return start, end + 1
    return (start - 1, end) if low[:start].endswith(" ") else (start, end)

"""Finds a rank aimed at sooner than people reach it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.evidence import Span
from everest.language.time_spans import TimeSpan
from everest.review.reading import Reading
from everest.review.rule import Hit
from everest.standing import Rank

YEARS = {1: 0.6, 2: 0.8, 3: 1.0, 4: 2.5, 5: 4.5, 6: 7.0}
"""The years below which a climb of so many ranks sounds hasty: our own judgment, on the generous side.

An aim is flagged at or below these years: from individual work to manager within a year, to director within two and a half,
to vice president within four and a half, to chief within seven; see ``Rank`` for the ranks.
"""

_CHIEF = r"c-suite|ceo|cto|cfo|coo|cio|cmo|chief (?:\w+ )?(?:officer|executive|librarian|superintendent)|president|managing director|managing partner|general manager"
_VICE = r"(?:senior |executive )?(?:vp|vice[- ]president)"
_PREFIX = r"(?:(?!(?:be|as|to|an?|the|become|becoming|being|my|your|of|for|in|made|make|or|and|is|am|reach|get|from|expect|want|with|by)\b)\w+ )?"
_DIRECTOR = rf"{_PREFIX}(?:director|head of (?:the )?\w+|partner|department head)"
_JUNIOR = r"(?:assistant|associate|deputy|junior|shift|project|product|account|case|office) manager"
_MANAGER = rf"{_PREFIX}(?:manager|department lead|promoted|promotion)"
_TITLE = re.compile(
    rf"\b(?:(?P<vice>{_VICE})|(?P<chief>{_CHIEF})|(?P<director>{_DIRECTOR})|(?P<junior>{_JUNIOR})|(?P<manager>{_MANAGER}))\b(?!')"
)
_BITS = (
    "manager",
    "director",
    "promot",
    "president",
    "chief",
    "partner",
    "head of",
    "department",
    "vp",
    "ceo",
    "cto",
    "cfo",
    "coo",
    "cio",
    "cmo",
    "c-suite",
)
"""A text without any of these names no rank."""
_RANKS = {
    "chief": Rank.CHIEF,
    "vice": Rank.VICE_PRESIDENT,
    "director": Rank.DIRECTOR,
    "manager": Rank.MANAGER,
    "junior": Rank.SENIOR,
}
_AIM = re.compile(
    r"\b(?:be|being|become|becoming|made|make|making|reach|reaching|get|getting|land|hold|as|to|into|want|plan|aim|goal|am|i'll be|expect|title of|run as|aiming|eye on|thinking|looking at|go in at|gets? me|straight)"
    r"(?: (?:is|be|a|an|the|to|your|of|at|move|up|rise|senior|regional|national|his|my|for|in)){0,4} ?$|^$|[.?!:,-] ?$"
)
_OTHERS = re.compile(
    r"\b(?:report\w*|assist\w*|assistant|secretary|advis\w+|brief\w*|work\w*|present\w*|speak\w*|talk\w*|ask\w*|told|hired|figures?|deputy|support\w*|learn\w*|mentor\w*)\b"
    r"[^,;.]*$|\b(?:by|with|from|for|of) (?:the|our|your|a|my)(?: \w+)? ?$"
)
_LEADS = re.compile(
    r"\b(?:leading|led|run(?:ning)? (?:\w+ ){1,3}(?:plants?|sites?|teams?|stores?|homes?)|"
    r"(?:been|was|am|i'm|(?<!myself )as|currently) (?:a |an |the )?(?:\w+ )?(?:director|vp|vice president|head of|chief|cto|cfo|managing director)(?! by| in| within)|"
    r"years? (?:as|of) (?:a |an )?(?:\w+ )?(?:director|head|executive|manager))\b"
)
_MANAGES = re.compile(
    r"\b(?:i (?:manage|managed|lead|led|supervise|run|ran)|my team|managing|(?<!myself )as (?:a |the )?(?:\w+ )?(?:manager|supervisor|lead)|been (?:a |the )?(?:\w+ )?(?:manager|supervisor|lead))\b(?! by| in| within)"
)
_HASTE = re.compile(
    r"\b(?:fast|quickly|right away|straight away|immediately|as soon as possible|overnight|in no time|by (?:the end of )?next year|next step|straight to|skip\w*|pretty soon|once people see|no (?:reason|point)|at the very least|"
    r"by my (?:first|second|third) year|(?:by|before) (?:i'm |i am |the age of |age )?(?:thirty|30|25|twenty-five|28)|year one|(?:the|my) first year)\b"
)
_LATER = re.compile(
    r"\b(?:one day|some ?day|eventually|ultimately|in time|in the long (?:run|term)|long[- ]term|down the (?:road|line)|decades?|by the end of my career|over (?:the|a|my) (?:course|career)|(?:early|mid|late)[- ](?:thirties|forties|fifties)|once i|after i(?:'ve| have)?|or more)\b"
)

_NUMBERS = "zero one two three four five six seven eight nine ten".split()
_BARE = re.compile(rf"\bwithin ({'|'.join(_NUMBERS)})\b(?! \w+s\b)")


def detect(reading: Reading) -> Iterator[Hit]:
    """Mark each aim at a rank whose climb leaves too few years."""
    for match in _titles(reading):
        rank = _RANKS[str(match.lastgroup)]
        start = match.start()
        if not _is_aim(reading, start) or _is_excused(reading, start):
            continue
        years = _years(reading, match.start(), match.end())
        climb = int(rank) - int(_standing(reading))
        if climb > 0 and (
            (years is None and climb >= 5) or (years is not None and years <= YEARS[min(climb, 6)])
        ):
            yield Hit(*_span(reading, match))


def _titles(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield the titles, read only in sentences that hold a bit of one."""
    if not any(map(reading.low.__contains__, _BITS)):
        return
    for sentence in reading.sentences:
        said = reading.low[sentence.start : sentence.end]
        if any(map(said.__contains__, _BITS)):
            yield from _TITLE.finditer(reading.low, sentence.start, sentence.end)


def _is_aim(reading: Reading, start: int) -> bool:
    before = reading.before(start)
    return bool(_AIM.search(before)) and not _OTHERS.search(before)


def _is_excused(reading: Reading, start: int) -> bool:
    return reading.is_negated(start) or reading.is_reported(start) or reading.is_past(start)


def _standing(reading: Reading) -> Rank:
    """Return where the person stands: as the résumé says, else as the answer tells."""
    if reading.candidate and reading.candidate.positions:
        return reading.candidate.rank
    if _LEADS.search(reading.low):
        return Rank.DIRECTOR
    return Rank.LEAD if _MANAGES.search(reading.low) else Rank.INDIVIDUAL


def _years(reading: Reading, start: int, end: int) -> float | None:
    """Return how soon; 0 for words of haste, a lifetime for "one day", None where nothing tells."""
    sentence = reading.sentence_at(start)
    said = reading.low[sentence.start : sentence.end]
    named = [s for s in reading.horizons if sentence.start <= s.start < sentence.end and s.kind != "for"]
    named = [s for s in named if not _apart(reading.low, sentence, s, start)]
    if named:
        return min(named, key=lambda s: min(abs(s.start - end), abs(start - s.end))).years
    if _LATER.search(said):
        return 40.0
    if bare := _BARE.search(said):
        return float(_NUMBERS.index(bare[1]))
    return 0.0 if _HASTE.search(said) else None


def _apart(low: str, sentence: Span, time: TimeSpan, title: int) -> bool:
    """Tell whether a time belongs to another item of a list: "the certificate next year, manager later"."""
    between = low[time.end : title]
    return time.end <= title and "," in between and low[sentence.start : time.start].count(" ") >= 2


def _span(reading: Reading, match: re.Match[str]) -> tuple[int, int]:
    """Take in the verb before the title and the time right after it."""
    lead = re.search(
        r"\b(?:be|become|being|becoming|make|reach|as)(?: (?:a|an|the|your))? $",
        reading.before(match.start()),
    )
    start = match.start() - (len(lead[0]) if lead else 0)
    after = next(
        (s.end for s in reading.horizons if 0 <= s.start - match.end() <= 3 and s.kind != "for"), match.end()
    )
    return start, after

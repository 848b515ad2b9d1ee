"""Of whom a claim speaks: what I am and did, what the company is and plans, or what is only wished for."""

from __future__ import annotations

import re
from enum import StrEnum


class Side(StrEnum):
    """Whose papers may bear a claim out."""

    MINE = "mine"
    THEIRS = "theirs"
    ANY = "any"


_SUBJECT = re.compile(
    r"\b(?P<i>I(?:['’](?P<short>m|ve|d|ll))?)(?=\s|$)|\b(?P<you>you(?:['’](?:re|ve|ll|d))?|your|the company|the posting)\b"
    r"|\b(?P<my>my) (?:own |last |past )?(?=\d|(?:years|experience|background|record|team|degree|licen[cs]e|certificat)\b"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty) )|\bbehind (?P<me>me)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"^(?:['’]d|['’]ll)\b|\b(?:wish|want|wanted|hope|hoped|hoping|plan|planning|aim|aiming|intend|like|would|will|could(?:n['’]t)?|might|should|think|"
    r"thought|believe|look|looking|picture|imagine|expect|dream|interested|drawn|applied|apply|applying|admire|admired|follow|"
    r"followed|join|joining|chose|working toward|see myself|here|need to|going to|preparing|studying for|before|until)\b",
    re.IGNORECASE,
)
_READ = re.compile(
    r"^(?:['’]ve)?\s*(?:\w+ly )?(?:read|noticed|saw|see|seen|know|understand|heard|hear|gather|learned)\b(?: that| about| of| from|,)?(?= (?:that|about|of|from|you|your|the)\b|$)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|while|once|where|until|as long as)\s+$", re.IGNORECASE)


def side_of(text: str, start: int) -> Side:
    """Tell whose papers a claim at ``start`` needs, by the subject of the clause it stands in."""
    opens, closes = _sentence_around(text, start)
    sentence, at = text[opens:closes], start - opens
    subjects = list(_SUBJECT.finditer(sentence))
    before = [match for match in subjects if match.end() <= at]
    after = [match for match in subjects if match.start() > at]
    if before:
        return _side(sentence, before[-1], sentence[before[-1].end("i" if before[-1]["i"] else 0) : at])
    if after:
        following = sentence[after[0].end() : after[0].end() + 40]
        return _side(sentence, after[0], re.split(r"[,;:]", following, maxsplit=1)[0])
    return Side.ANY


def _side(sentence: str, subject: re.Match[str], between: str) -> Side:
    if subject["you"]:
        return Side.THEIRS
    if subject["my"] or subject["me"]:
        return Side.MINE
    short = (subject["short"] or "").lower()
    if short in {"d", "ll"} or _WISH.search(between):
        return Side.ANY
    if _READ.search(between):
        return Side.ANY
    if _SUPPOSED.search(sentence[: subject.start()]) and not _past(between):
        return Side.ANY
    return Side.MINE


def _past(between: str) -> bool:
    from everest.language.forms import base, past

    words = between.split()
    if not words:
        return False
    verb = words[0].lower().strip(",.")
    return verb in {"was", "had"} or (past(verb) == verb and base(verb) != verb)


def _sentence_around(text: str, at: int) -> tuple[int, int]:
    opens = 0
    for match in re.finditer(r"[.!?][\"”’]?\s+(?=[A-Z\"“])", text):
        if match.end() > at:
            return opens, match.end()
        opens = match.end()
    return opens, len(text)

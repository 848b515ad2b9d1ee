"""The head of a posting in parts: its first short lines, cut at dashes, bars, commas and "at"."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

from everest.documents import Document
from everest.opening import places
from everest.opening.cutting import headings, pieces
from everest.opening.skills import is_shouted

TERMS = re.compile(
    r"\b(?:full[- ]time|part[- ]time|contract|temp(?:orary)?|to[- ]hire|permanent|seasonal|remote|hybrid|on[- ]site|(?:first|second|third|all|night|day)\s+shifts?|nights?|days|weekends|immediate|urgent|months?|salary|posted|announcement|job code|pay (?:rate|range|grade)|pay:|date|closes|closing|\$)\b|\d{3,}|[$€£]",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:\w+(?:ist|ian|eer|ner|ger|her|der|ver|yst|tor|sor|per|ler|ker|ter|rer|zer)s?|nurse|cook|chef|clerk|chief|aide|assistant|associate|lead|officer|agent|representative|attendant|scientist|intern|apprentice|paralegal|barista|nanny|mechanic|architect|advocate|consultant|accountant|principal|director|head|president|specialist|coordinator|technician|operator|hand|staff|crew|maid|guard|host|hostess|pilot|surgeon|physician|secretary|buyer|analyst|tutor|registrar|groomer)s?\b",
    re.IGNORECASE,
)
ORGANIZATION = re.compile(
    r"\b(?:inc|llc|llp|ltd|co|corp|corporation|company|group|hospital|clinic|medical|health|school|schools|district|university|college|academy|department|bureau|office of|city of|county of|county|agency|council|bank|credit union|kitchen|grill|cafe|coffee|restaurant|pizza|inn|hotel|library|museum|church|center|centre|institute|foundation|association|partners|brothers|sons|services|staffing|recruiting|talent|consulting|labs?|studios?|works|systems|software|technologies|freight|logistics|transit|pharmacy|drug|farms?|games|foods|storage|family|insurance|solar|energy|orchestra|hospice)\b|[’']s\b| & ",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\s*(?:responsibilit|duties|tasks|requirement|qualification|benefit|about|what you|who you|skills)[\w’' ]*:",
    re.IGNORECASE,
)
NO_NAME = frozenset(
    "you us we our the this it who what job role team about least company work apply a an in no all there experience they he she your these those that here to if as at one".split()
)


@dataclass(slots=True)
class Part:
    """A stretch of a head line, ``text[start:end]``."""

    text: str
    start: int
    end: int
    line: int
    first: bool
    alone: bool
    followed_by_place: bool


def head_end(document: Document) -> int:
    """Return where the head of the posting ends: after a few short lines."""
    end = 0
    for block in document.blocks[:9]:
        words = document.text[block.start : block.end].split()
        if len(words) > 16 or end > 500:
            break
        end = block.end
    return end or min(len(document.text), 200)


def head_parts(document: Document, place: tuple[int, int] | None) -> Iterator[Part]:
    """Cut the head lines at dashes, bars, commas and "at", the place left out."""
    text, last = document.text, head_end(document)
    cut_up = pieces(document)[:7]
    opens = {
        piece.end
        for piece, letter in zip(cut_up, headings(cut_up), strict=True)
        if letter and ("leads items" in piece.marks or "colon" in piece.marks or piece.start > 200)
    }
    for number, block in enumerate(document.blocks[:7]):
        if block.end > last:
            break
        line = text[block.start : block.end]
        if place and block.start <= place[0] < block.end:
            gap = place[0] - block.start, min(place[1], block.end) - block.start
            line = line[: gap[0]] + "\n" * (gap[1] - gap[0]) + line[gap[1] :]
        if number == 0 and len(line.split()) > 14:  # a posting in one breath: its first words are its head
            breath = re.match(r"(?:[^.?\n]|(?<=\bSt)\.|(?<=\bDr)\.|(?<=\bInc)\.){3,90}", line)
            line = breath[0] if breath else ""
        if (
            _SECTION.match(line)
            or re.match(r"\s*[-*•]\s", line)
            or len(line.split()) > 14
            or (number > 1 and re.search(r"\w(?<!Inc)(?<!Co)(?<!Corp)(?<!Ltd)\.\s*$", line.strip()))
            or block.end in opens
        ):
            continue
        cuts = re.split(
            r"(\s+[|–—·•-]+\s+|\s*[|·]\s*|\n+|,\s+(?!(?:Inc|LLC|LLP|Ltd|Co|DDS|MD|PC)\b)|\s@\s|\sat\s(?=[A-Z])|:\s+|\s\((?=[^)]*\))|!+\s*)",
            line,
        )
        kept: list[Part] = []
        at = block.start
        for cut in cuts:
            words = cut.strip(" \t*#_()-–—|·,:!")
            words = words.removesuffix(".") if not words.endswith(("Inc.", "Co.", "Corp.", "Ltd.")) else words
            if words and len(re.findall(r"\w", words)) > 1 and "\n" not in cut:
                start = at + cut.index(words)
                near = place is not None and 0 <= place[0] - start - len(words) <= 6
                kept.append(
                    Part(
                        words,
                        start,
                        start + len(words),
                        number,
                        not kept,
                        alone=False,
                        followed_by_place=near,
                    )
                )
            at += len(cut)
        for part in kept:
            part.alone = len(kept) == 1
            yield part


def is_name(name: str, *, shouted: bool = False) -> bool:
    """Tell whether words may be the name of an employer, not "You" or "The role"."""
    first = name.split(maxsplit=1)[0].lower()
    if (first in NO_NAME and first != "the") or name.lower() in NO_NAME or len(name) <= 2:
        return False
    return shouted or not name.isupper()


def org_score(part: Part, text: str) -> float:
    """Say how much a part of the head looks like the name of an employer."""
    words = part.text
    capitals = [
        word for word in words.split() if word[:1].isupper() or word in {"&", "of", "and", "the", "for"}
    ]
    if len(capitals) < len(words.split()) or len(words.split()) > 8 or not is_name(words, shouted=True):
        return -1.0
    score = 1.0 + 0.6 * part.alone + 1.0 * part.followed_by_place
    score += 1.5 * bool(ORGANIZATION.search(words))
    again = any(
        match.start() != part.start
        and not re.search(r"[A-Z][\w-]* $", text[max(0, match.start() - 30) : match.start()])
        for match in re.finditer(rf"\b{re.escape(words)}(?! [A-Z])(?!\w)", text)
    )
    score += 2.0 * again - 2.5 * bool(TERMS.search(words)) - 1.5 * ("/" in words)
    if (role := ROLE.search(words)) and role.end() == len(words) and not again:
        score -= 0.8
    return score


def shown(words: str) -> str:
    """Write a shouted name the usual way; abbreviations and state codes stay."""
    if not words.isupper() or len(words) <= 4 or not is_shouted(f"{words} {words}"):
        return words
    low = {"of", "and", "the", "for", "in", "at", "to"}
    out = []
    for number, word in enumerate(words.split()):
        bare = word.strip(",.()")
        keep = (
            bare in places.STATES
            or bare
            in {"RN", "LPN", "CDL", "CEO", "HR", "IT", "QA", "LLC", "LLP", "II", "III", "IV", "USA", "CNA"}
        ) and number > 0
        keep = keep or bare in {"RN", "LPN", "CDL", "HR", "IT", "QA", "CNA", "HVAC"}
        out.append(
            word
            if keep
            else word.lower()
            if number and word.lower() in low
            else string.capwords(word, "/")
            if "/" in word
            else word.capitalize()
            if word[:1].isalpha()
            else word[:1] + word[1:].capitalize()
        )
    return " ".join(out)

"""Skills, languages and certificates out of lists, however they are set: bullets, commas, bars, lines with labels."""

from __future__ import annotations

import re
from dataclasses import replace

from everest.candidate.sections import Line, Section
from everest.evidence import Evidence, Fact

SOURCE = "resume"
_LABEL = re.compile(r"[^,:]{2,40}:\s*")
_BESIDE = re.compile(r"[^,|·•\t]{2,40}\t(?=[^\t]*[,|·•;][^\t]*$)")
"""A label in a column of its own, beside a list."""
_CATEGORY = re.compile(
    r"(?:(?:programming|scripting|markup|query) )?(?:languages|tools|frameworks|libraries|databases|platforms|operating systems|technologies|methods)"
    r"\s+(?=[A-Z])(?=[^,]*,)",
    re.IGNORECASE,
)
"""A label before a list with nothing between them, as LaTeX's columns come out of a page."""
_LEAD = re.compile(
    r"(?:\b(?:and|also|I|I['’]m|am|have|a|an|the|with|very|highly|strong|excellent|solid|good|working|basic|extensive)\s+)*"
    r"\b(?:(?:proficient|skilled|experienced|fluent|expert|competent|adept|comfortable|versed) (?:in|with|at)|(?:knowledge|command) of|"
    r"familiar(?:ity)? with|experience (?:in|with)|proficiency in)\s+",
    re.IGNORECASE,
)
_AND = re.compile(r"^and\s+", re.IGNORECASE)
_HELD = re.compile(
    r"\s*[-–—(:,]\s*(?:exp[er]+ience\s*[-:]?\s*)?(?:(?:less than|over|about|more than)\s+)?\d+\+?\s*(?:years?|months?|yrs?)\b.*$",
    re.IGNORECASE,
)
_HELD_LONG = re.compile(r"-\s*exp[er]+ience\s*-\s*(?:less than\s+)?\d+\s", re.IGNORECASE)
"""How long a skill has been used: "Python (5 years)"."""
_SPLIT = re.compile(r"\s*(?:,(?!\d{3}\b)|;|\||•|·|\t| / |\s{3,}|\.\s+(?=[A-Z]))\s*(?![^()]{0,80}\))")


def listed(found: list[Section], text: str, *, split: bool) -> tuple[Fact, ...]:
    """Return what stands in the lists of these sections, each once; ``split`` takes a line apart at its commas."""
    facts: dict[str, Fact] = {}
    for line in (line for section in found for line in _whole(section.lines, text)):
        labels = (_LABEL, _BESIDE, _CATEGORY)
        label = next((match for kind in labels if (match := kind.match(line.text))), None) if split else None
        at = line.start + (label.end() if label else 0)
        alone = not split or _HELD_LONG.search(line.text)
        for item in [text[at : line.end]] if alone else _items(text[at : line.end]):
            words = item.strip(" .\t-–")
            words = _HELD.sub("", _AND.sub("", words)) if split else words
            if not words or len(words) > (60 if split else 160) or not re.search(r"\w", words):
                continue
            start = text.index(words, at, line.end)
            at = start + len(words)
            value = " ".join(words.split())
            facts.setdefault(value.lower(), Fact(value, Evidence.of(text, start, at, SOURCE)))
    return tuple(facts.values())


def _items(text: str) -> list[str]:
    """Split a list; what is told in a sentence ("I am proficient in Windows and Mac OS") names each thing."""
    before, *told = _LEAD.split(text)
    found = _split(before)
    for words in told:
        found += [item for part in _split(words) for item in re.split(r"\s+and\s+", part)]
    return found


def _split(text: str) -> list[str]:
    """Split at the signs that lists are set with; at dashes where there is no other."""
    items = _SPLIT.split(text)
    dashed = re.split(r"\s[–—-]\s", text)
    return dashed if len(items) == 1 and len(dashed) > 2 else items


def _whole(lines: tuple[Line, ...], text: str) -> list[Line]:
    """Put the tail of a wrapped bullet or list back onto it: "• Motivational / interviewing"."""
    whole: list[Line] = []
    bulleted = sum(line.is_bullet for line in lines) * 2 > len(lines)
    longest = max((len(line.text) for line in lines), default=0)
    for line in lines:
        last = whole[-1] if whole else None
        if (
            last
            and not line.is_bullet
            and (_list_goes_on(last, line, longest) or (bulleted and line.text[:1].islower()))
        ):
            whole[-1] = replace(last, text=text[last.start : line.end], end=line.end)
        else:
            whole.append(line)
    return whole


def _list_goes_on(last: Line, line: Line, longest: int) -> bool:
    row = last.text.split("\n")[-1]
    if line.text[:1].islower() and len(_SPLIT.split(last.text)) >= 2 and not re.search(r"[,;|•·.]$", row):
        return not _LABEL.match(line.text)
    full = len(row) > 40 and len(row) >= 0.72 * longest and len(_SPLIT.split(row)) >= 3
    return full and not re.search(r"[,;|•·.]$", row) and not _LABEL.match(line.text)

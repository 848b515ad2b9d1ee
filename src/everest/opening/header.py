"""Who wants whom, and where: title, employer and place, from labels, from the head of the posting, from its sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everest.documents import Document
from everest.evidence import Evidence, Fact
from everest.opening import places
from everest.opening.parts import (
    NO_NAME,
    ORGANIZATION,
    ROLE,
    TERMS,
    Part,
    head_end,
    head_parts,
    is_name,
    org_score,
    shown,
)
from everest.opening.skills import is_everyday

_FROM_HEAD = 0.9
_NAMED = 0.8
"""How surely a word that is a title, but tells no one kind of work ("Consultant"), is the title."""
"""How sure a title is that was found in the head."""

_LABELS = {
    "title": r"job title|position title|title|position|role|vacancy|job|opening",
    "employer": r"company|employer|organi[sz]ation|client|agency|hiring organization|department",
    "place": r"location|place|where|city|office|duty station|work site|job location",
}
_LABELLED = {
    name: re.compile(rf"^\s*(?:\*\*|__)?(?:{words})(?:\*\*|__)?\s*[:\-–]\s*(?:\*\*)?\s*(?P<it>[^\n*]{{2,80}})", re.IGNORECASE | re.MULTILINE)
    for name, words in _LABELS.items()
}  # fmt: skip
_HIRING = re.compile(
    r"(?P<employer>(?:[A-Z][\w&’'.-]*)(?:\s(?:of|and|&|the|for|in)?\s?[A-Z][\w&’'.-]*){0,5}?)(?:\s+in\s+[A-Z][\w ]+?)?\s+(?:is|are)\s+(?:now\s+|currently\s+)?(?:looking for|hiring|seeking|searching for|recruiting)\s+(?:an?\s|our next\s|new\s|some\s|experienced\s)?\s*(?P<title>[^.,;:!\n]{3,60}?)(?=\s+(?:to|who|for|in|at|with|on)\b|[.,;:!\n]|$)"
)
_WANTED = re.compile(
    r"(?:we(?:'|’)?(?:re| are)\s+(?:now\s+)?(?:looking for|hiring|seeking)|wanted|now hiring|hiring|join us as|seeking|as (?:our|an?)|our next)[:\s]+(?:an?\s+)?(?P<title>[^.,;:!\n]{3,60}?)(?=\s+(?:to|who|for|in|at|with|on|you)\b|[.,;:!\n]|$)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:we(?:'|’)?(?:re| are)\s+(?:now\s+)?(?:looking for|hiring|seeking)|now hiring|hiring(?: now)?|help wanted|wanted|job opening|urgent(?:ly)?|immediate opening)\s*[:!-]*\s*(?:an?\s+)?|\s*\b(?:needed|wanted|required|position|opening|vacancy)\b\s*!*$|!+",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"(?:^|[.!?]\s+|\n)(?P<name>(?:The\s)?[A-Z][\w&’'.-]*(?:\s(?:of|and|&|the|for)?\s?[A-Z][\w&’'.-]*){0,5}),?\s*(?:[-–—|]\s*)?$"
)
_BODY = (
    re.compile(r"\b[Ww]e are (?P<name>(?:[Tt]he\s)?[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*)*(?:\sfamily)?)(?=[,.:;]|\s(?:and|an?)\b)"),
    re.compile(r"\b(?:at|join|about|with|why)\s+(?P<name>(?:The\s)?[A-Z][\w&’'-]*(?:\s(?:of|and|&|the|for)?\s?[A-Z][\w&’'-]*){0,4})"),
    re.compile(
        r"(?:^|(?<=[.!?]\s))(?P<name>(?:The\s)?[A-Z][\w&’'-]*(?:\s(?:of\s|and\s|&\s|the\s|for\s)?[A-Z][\w&’'-]*){0,4})\s+(?:is|are|runs|has|was|builds|makes|serves|provides|operates|helps|designs|delivers|sells|offers|values|participates|studies|moves|carries|treats|gives|fills|draws)\b",
        re.MULTILINE,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a posting says, each fact with its evidence."""

    title: Fact | None
    employer: Fact | None
    place: Fact | None


def read_header(document: Document, source: str) -> Header:
    """Read title, employer and place; what is not said stays None."""
    text = document.text
    place, place_at = _place(document, source)
    parts = list(head_parts(document, place_at))
    title = _labelled(text, "title", source) or _title_of(parts, text, source)
    employer = _labelled(text, "employer", source) or _employer_of(parts, title, text, source)
    if title is not None and title.confidence == _FROM_HEAD:
        title = _with_specialty(parts, title, employer, text)
    if place is None:
        place = _bare_place(parts, title, employer, text, source)
    return Header(title, employer, place)


def _labelled(text: str, name: str, source: str) -> Fact | None:
    match = _LABELLED[name].search(text[:3000])
    if not match or not match["it"].strip():
        return None
    words = re.split(r"\s[|·]\s", match["it"].strip())[0].strip()
    if len(words.split()) > 9 or (name != "place" and words.endswith(".")):
        return None
    start = match.start("it") + match["it"].index(words)
    return Fact(shown(words), Evidence.of(text, start, start + len(words), source), 0.95)


def _place(document: Document, source: str) -> tuple[Fact | None, tuple[int, int] | None]:
    """Return the place stated by label or in full ("Duluth, MN"), and where it stands in the head."""
    text = document.text
    found = places.find(text[: head_end(document)])
    labelled = _labelled(text, "place", source)
    if labelled:
        return labelled, (labelled.evidence.start, labelled.evidence.end)
    found = found or places.find_after_in(text[:1500])
    if not found:
        return None, None
    start, end = found
    return Fact(shown(text[start:end]), Evidence.of(text, start, end, source), 0.8), found


def _title_of(parts: list[Part], text: str, source: str) -> Fact | None:
    best, score = None, 0.62
    for part in parts:
        value = _title_score(part)
        if value > score:
            best, score = part, value
    if best is None:
        return _title_in_sentence(text, source)
    words = _wanted(best.text)
    words = re.sub(
        r"^(?:part|full)[- ]time\s+|\s+(?:(?:all|day|night|evening|first|second|third) shifts?|nights|days|evenings|weekends|full[- ]time|part[- ]time|remote)$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    start = best.start + best.text.index(words)
    end = start + len(words)
    return Fact(shown(text[start:end]), Evidence.of(text, start, end, source), _FROM_HEAD)


def _wanted(text: str) -> str:
    """Leave out what only says that somebody is wanted."""
    return re.split(r"\s+(?:needed|wanted)\b", _FILLER.sub("", text).strip(), flags=re.IGNORECASE)[0].strip()


def _title_score(part: Part) -> float:
    from everest.occupations import find_title

    words = _wanted(part.text)
    count = len(words.split())
    if (
        not 1 <= count <= 7
        or _HIRING.search(part.text)
        or re.match(r"(?:about|we|our|why|join|what|who|you|how)\b", words, re.IGNORECASE)
    ):
        return 0.0
    found = find_title(words, limit=1)
    score = _NAMED if found and found[0].general else found[0].score if found else 0.0
    role = ROLE.search(words)
    score += 0.25 if role else -0.3 if score < 0.95 else 0.0
    score += 0.15 * part.first + 0.1 * (part.line == 0) - 0.05 * part.line
    if ORGANIZATION.search(words) and not (role and role.end() == len(words)):
        score -= 0.35
    if part.followed_by_place and not part.first:
        score -= 0.2
    return score - 0.5 * bool(TERMS.fullmatch(words))


def _with_specialty(parts: list[Part], title: Fact, employer: Fact | None, text: str) -> Fact:
    """Reach over a specialty after the title ("Registered Nurse - Med/Surg"), not over an employer or terms."""
    begin, end = title.evidence.start, title.evidence.end
    after = next((part for part in parts if part.start >= end), None)
    if after is None or employer is None or text[end : after.start].strip() not in {"-", "–", "—", ",", "("}:
        return title
    theirs = after.start < employer.evidence.end and after.end > employer.evidence.start
    if theirs or TERMS.search(after.text) or after.followed_by_place or not is_name(after.text, shouted=True):
        return title
    if ORGANIZATION.search(after.text) and not after.text.isupper():
        return title
    end = after.end + (text[after.end : after.end + 1] == ")" and "(" in text[end : after.start])
    return Fact(shown(text[begin:end]), Evidence.of(text, begin, end, title.evidence.source), _FROM_HEAD)


def _title_in_sentence(text: str, source: str) -> Fact | None:
    from everest.occupations import find_title

    for pattern in (_HIRING, _WANTED):
        for match in pattern.finditer(text[:3000]):
            words = re.split(r"\s[-–—]\s", match["title"].strip())[0]
            found = find_title(words, limit=1)
            if found and (found[0].general or found[0].score >= 0.5) and ROLE.search(words):
                start = match.start("title") + match["title"].index(words)
                return Fact(shown(words), Evidence.of(text, start, start + len(words), source), 0.7)
    return None


def _employer_of(parts: list[Part], title: Fact | None, text: str, source: str) -> Fact | None:
    best, score = None, 1.5
    for part in parts:
        taken = title is not None and part.start < title.evidence.end and part.end > title.evidence.start
        value = -1.0 if taken else org_score(part, text) - 0.15 * part.line
        if title is not None and not taken:
            value += _nearness(parts, part, title, text)
        if value > score:
            best, score = part, value
    hiring = _HIRING.search(text[:1500])
    if hiring and hiring["employer"].lower() not in NO_NAME and score < 3.5:
        name = hiring["employer"]
        return Fact(name, Evidence.of(text, *hiring.span("employer"), source), 0.8)
    if best is not None:
        return Fact(
            shown(best.text), Evidence.of(text, best.start, best.end, source), min(0.9, 0.3 + 0.15 * score)
        )
    return _employer_in_sentences(text, source)


def _nearness(parts: list[Part], part: Part, title: Fact, text: str) -> float:
    """Favor what stands right after the title, and more so what has the next line for itself."""
    between = text[title.evidence.end : part.start]
    others = [
        other
        for other in parts
        if other.start >= title.evidence.end and "\n" in text[title.evidence.end : other.start]
    ]
    if "\n" not in between:
        rival = bool(others) and org_score(others[0], text) >= 1.0 and others[0].first
        return 0.0 if rival or "(" in between else 0.7 * (len(between) <= 4)
    return 0.6 if others and others[0] is part else 0.0


def _employer_in_sentences(text: str, source: str) -> Fact | None:
    """Take the name that the sentences speak of most like an employer."""
    place = places.find(text)
    near = _BEFORE_PLACE.search(text[: place[0]]) if place else None
    if near and is_name(near["name"]) and not is_everyday(near["name"]) and not ROLE.fullmatch(near["name"]):
        return Fact(near["name"], Evidence.of(text, *near.span("name"), source), 0.6)
    best, score = None, 0.5
    for number, pattern in enumerate(_BODY):
        for match in pattern.finditer(text):
            name = match["name"].strip()
            if not is_name(name):
                continue
            value = 2.0 * bool(ORGANIZATION.search(name)) + 1.0 * (" " in name) + 0.3 * number
            value += 1.0 * (text.count(name) > 1) - 1.5 * is_everyday(name)
            if value > score:
                best, score = (match.start("name"), name), value
    if best is None:
        return None
    return Fact(best[1], Evidence.of(text, best[0], best[0] + len(best[1]), source), 0.6)


def _bare_place(
    parts: list[Part], title: Fact | None, employer: Fact | None, text: str, source: str
) -> Fact | None:
    """Take a town that stands alone after the employer ("Rosa's Kitchen, Tampa")."""
    if employer:
        after = next((part for part in parts if part.start >= employer.evidence.end), None)
        if after is not None and "\n" not in text[employer.evidence.end : after.start]:
            joint = text[employer.evidence.end : after.start].strip()
            plain = re.fullmatch(r"(?:[A-Z][\w.’']+)(?: [A-Z][\w.’']+){0,2}", after.text)
            apart = title is None or after.start >= title.evidence.end or after.end <= title.evidence.start
            if (
                plain
                and joint in {",", "-", "–", "—", "|", "·", "("}
                and apart
                and not ROLE.search(after.text)
                and not TERMS.search(after.text)
            ):
                return Fact(shown(after.text), Evidence.of(text, after.start, after.end, source), 0.6)
    found = places.find_way(text[:600]) or places.find_after_in(text[:1500], bare=True)
    return Fact(text[found[0] : found[1]], Evidence.of(text, *found, source), 0.5) if found else None

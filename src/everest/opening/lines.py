"""Cuts a posting into lines and tells tasks, requirements and the rest apart: by heading first, then by their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from everest.documents import BlockKind, Document
from everest.language.sentences import split


class Role(StrEnum):
    """What a line of a posting is for."""

    TASK = "task"
    MUST = "must"
    NICE = "nice"
    OFFER = "offer"
    ABOUT = "about"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the posting, ``text[start:end]``."""

    text: str
    start: int
    end: int
    role: Role
    is_item: bool = False
    by_heading: bool = False


_HEADINGS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            Role.NICE,
            r"(?:preferred|desired|bonus|nice[- ]to[- ]have|nice if|pluses|a plus|extra credit|good to have|it(?:'|’)s a (?:plus|bonus)|advantage|would be (?:great|nice)|optional)\b.*|.*\b(?:preferred qualifications|preferred skills|nice to haves?|bonus points|desirable)",
        ),
        (
            Role.MUST,
            r".*\b(?:minimum|basic|required|essential|your)?\s*(?:qualifications?|requirements?|required skills|skills?(?: and| &)? (?:experience|requirements)|who you are|about you|what you(?:'|’)?(?:ll)? (?:bring|need|have)|what we(?:'|’)?(?:re| are)? (?:look(?:ing)? for|need|expect)|you (?:have|bring|are)|must[- ]haves?|experience|competencies|your profile|person specification|ideal candidate|who we(?:'|’)?re looking for|education|the right person|to apply you|skills)\b.*",
        ),
        (
            Role.TASK,
            r".*\b(?:responsibilit(?:y|ies)|duties|tasks|what you(?:'|’)?(?:ll| will)? (?:do|be doing)|the role|your role|job (?:description|summary|duties)|key (?:accountabilities|functions)|role (?:overview|description)|a typical (?:day|week|shift)|day[- ]to[- ]day|in this (?:role|job|position)|you will|you(?:'|’)ll|the (?:job|position|work)|essential functions|how you(?:'|’)ll (?:make|contribute).*|your (?:mission|impact|job|day|work)|accountabilities|position (?:summary|overview))\b.*",
        ),
        (
            Role.OFFER,
            r".*\b(?:benefits?|perks|we offer|what we offer|compensation|salary|pay|what you(?:'|’)?(?:ll)? get|why (?:join|work)|our offer|how to apply|to apply|apply|hours|schedule|what(?:'|’)s in it)\b.*",
        ),
        (
            Role.ABOUT,
            r".*\b(?:about (?:us|the (?:company|team|job|role|department))|who we are|our (?:company|mission|values|team|culture|story)|company (?:description|overview)|the (?:company|team)|equal opportunity|about\b.*)\b.*",
        ),
    )
)
_INLINE = re.compile(r"^(?P<label>[A-Z][A-Za-z’' /&-]{3,40}):\s+(?=\S)")
_MUST = re.compile(
    r"\b(?:\d+\+?\s*(?:-\s*\d+\s*)?(?:or more )?years?|years['’]? (?:of )?experience|experience (?:in|with|of|as|working|using|managing|leading)|degree|bachelor|master(?:'s|’s)|diploma|ged|"
    r"required|must (?:have|be|possess|hold)|ability to|able to|proficien|knowledge of|familiar|understanding of|skills?\b|fluen|licen[sc]e|certifi|background in|"
    r"track record|demonstrated|proven|excellent|strong|good command|willing|comfort(?:able)?|eligible|qualified|passion|you have|you are|you bring|you know|expertise|minimum|at least|mindset|attention to detail)",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:preferred|a plus|nice to have|bonus|desirable|desired|advantage|advantageous|ideally|helpful|an asset|would be great|not required)\b",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^(?:.{0,60}?\byou(?:'|’)?(?:ll| will) (?:also )?|(?:you(?:'|’)?(?:ll| will)?|the \w+(?: \w+)? will|we need you to|responsible for|to|will|also|duties include|daily|help|your job is to)\s+)*(?P<verb>[a-z]+(?:e|ing|s)?)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:we offer|benefits|401|vacation|paid time|health insurance|dental|salary|\$\s?\d|per hour|an hour|bonus(?:es)?\b|perks|pension|apply (?:now|online|by|at)|send (?:your|us)|equal opportunity)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:we(?:'|’)?(?:re| are|'ve| have)?|our|at [A-Z]\w+|founded|[A-Z]\w+(?: [A-Z]\w+)? (?:is|was|has|runs|builds|makes|serves|provides)|since \d{4}|join)\b"
)


def read_lines(document: Document) -> tuple[Line, ...]:
    """Cut the document into statements and give each its role."""
    found: list[Line] = []
    role: Role | None = None
    for block in document.blocks:
        raw = document.text[block.start : block.end]
        lead = re.match(r"\s*(?:[-*•▪◦‣·●○–—➢✓■]|\uf0b7|\d{1,2}[.)]|#{1,6})?\s*(?:\*\*|__)?", raw)
        start = block.start + (lead.end() if lead else 0)
        text = document.text[start : block.end]
        if not re.search(r"\w{2}", text):
            continue
        item = block.kind is BlockKind.ITEM
        opened = None if item and not text.rstrip("* ").endswith(":") else heading_role(text)
        if opened is not None:
            role = opened
            continue
        if block.kind is BlockKind.HEADING or _looks_like_heading(text, found):
            role = None if found else role
            if len(text.split()) <= 8 and found:
                continue
        found += _statements(document.text, start, block.end, role, item=item)
    return tuple(found)


def heading_role(text: str) -> Role | None:
    """Return the role that a heading opens; None if the line is no known heading."""
    plain = re.sub(r"[*_#:–—-]+\s*$|^[*_#\s]+", "", text).strip()
    if len(plain.split()) > 7 or re.search(r"[.!;,]\s*$|\d{2}", plain) or not plain:
        return None
    marked = text.rstrip("* ").endswith((":", "?")) or plain.isupper()
    for role, pattern in _HEADINGS:
        if pattern.fullmatch(plain) and (marked or len(plain.split()) <= 6):
            return role
    return None


def role_of(text: str) -> Role:
    """Judge a statement by its words alone."""
    if _OFFER.search(text):
        return Role.OFFER
    words = text.split()
    verb = _TASK.match(text.strip())
    task = 0.0
    if verb and _is_action(verb["verb"], text):
        task = 1.5 if verb.start("verb") == 0 else 2.0
    must = 1.2 * len(_MUST.findall(text)) + (0.6 if not task and len(words) < 12 else 0.0)
    if re.match(
        r"(?:\d|experience|bachelor|master|ba\b|bs\b|knowledge|ability|strong|excellent|proven|fluen|must|minimum|at least|valid|good)",
        text.strip(),
        re.IGNORECASE,
    ):
        must += 1.5
    if _ABOUT.match(text) and task < 2 and must < 2:
        return Role.ABOUT
    if task > must:
        return Role.TASK
    if must >= 1:
        return Role.NICE if _NICE.search(text) else Role.MUST
    return Role.TASK if task else Role.ABOUT if len(words) > 12 else Role.OTHER


def _statements(text: str, start: int, end: int, role: Role | None, *, item: bool) -> list[Line]:
    found = []
    label = _INLINE.match(text[start:end])
    if label and (named := heading_role(label["label"] + ":")):
        role, start = named, start + label.end()
    for span in split(text[start:end]):
        words = text[start + span.start : start + span.end].strip(" *_")
        begin = text.index(words, start + span.start) if words else start
        if len(re.findall(r"\w+", words)) < 2:
            continue
        line = Line(words, begin, begin + len(words), role or Role.OTHER, item, role is not None)
        if (
            role in {Role.TASK, Role.MUST, Role.NICE}
            and not item
            and re.match(r"(?:we|our)\b", words, re.IGNORECASE)
        ):
            line = replace(line, role=Role.ABOUT)  # the company speaks of itself, whatever stands above
        found.append(line if role else replace(line, role=role_of(words)))
    return [_nice(line) for line in found]


def _nice(line: Line) -> Line:
    return replace(line, role=Role.NICE) if line.role is Role.MUST and _NICE.search(line.text) else line


def _looks_like_heading(text: str, found: list[Line]) -> bool:
    plain = text.strip("* ")
    return (
        bool(found)
        and len(plain.split()) <= 5
        and (plain.endswith(":") or plain.isupper())
        and not plain.endswith(".")
    )


def _is_action(word: str, text: str) -> bool:
    from everest.language import forms

    lower = word.lower()
    if lower in {"experience", "work", "knowledge", "ability", "lead"} and re.match(
        rf"{word}\s+(?:in|of|with|to|as)\b", text, re.IGNORECASE
    ):
        return lower == "work"
    return forms.base(lower) in ACTIONS or lower in ACTIONS


ACTIONS = frozenset(
    """accept achieve act adapt address adjust administer advance advise advocate align allocate analyze analyse answer apply approve arrange articulate
    assemble assess assign assist assure attend audit automate balance brief bring build buy calculate care carry champion check clean close coach chop
    collaborate collect communicate compare compile complete conduct configure connect consult contribute control convert coordinate counsel cook create cultivate cut
    debug define deliver demonstrate deploy design detect determine develop devise diagnose direct dispatch display distribute document draft drive
    edit educate enable encourage enforce engage enhance ensure enter escalate establish estimate evaluate evangelize examine execute expand explain explore
    extend facilitate feed file find fix focus follow forecast formulate foster gather generate give greet grow guide handle help hire hold host
    identify implement improve influence inform innovate inspect inspire install integrate interact interpret interview investigate issue iterate join keep
    launch lead learn leverage liaise lift listen load maintain make manage map market match maximize measure mediate meet mentor merchandise mitigate model
    monitor move negotiate observe offer onboard open operate optimize orchestrate order organize originate own oversee pack participate partner perform pick prep
    pitch plan play position post prepare present prevent prioritize process procure produce program promote propose protect prototype provide publish pull
    push receive recommend reconcile record recruit reduce refine repair replace reply report represent research resolve respond restock review run
    safeguard scale schedule scope screen secure sell serve service set shape share ship simplify solve source spearhead stock strategize streamline
    strengthen structure supervise supply support synthesize take teach test track train transform translate transport travel troubleshoot understand
    update upgrade use utilize validate verify visit wash welcome work write""".split()
)

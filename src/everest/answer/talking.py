"""Talking points: what the person brings, beside what the opening asks; and gaps, named honestly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from everest.answer.clauses import noun_phrase, posting_clause, resume_clause
from everest.answer.linking import keywords_of, nearness
from everest.answer.model import Answer, Gap, Keywords, TalkingPoint
from everest.answer.numbers import digits_spoken
from everest.answer.person import spoken_strength, told
from everest.candidate.model import Candidate, Education
from everest.evidence import Evidence
from everest.opening.model import Kind, Opening, Requirement

LINKED = 0.34
"""Nearness from which a strength and a need count as linked; set by reading pairs, see benchmarks/evaluate_answer.py."""
MET = 0.45
"""Nearness from which something in the résumé counts as meeting a requirement."""
POINTS, GAPS = 8, 6


@dataclass(frozen=True, slots=True)
class _Strength:
    text: str
    say: str
    evidence: Evidence
    skill: str = ""


@dataclass(frozen=True, slots=True)
class _Need:
    text: str
    say: str
    evidence: Evidence


def talking_points(
    candidate: Candidate, opening: Opening
) -> tuple[tuple[TalkingPoint, ...], tuple[Gap, ...]]:
    """Link strengths and achievements to tasks, requirements and plans, best first; and name what nothing speaks to."""
    strengths, needs = _strengths(candidate, opening), _needs(opening)
    near = nearness([s.text for s in strengths], [n.text for n in needs])
    pairs = sorted(
        (
            (near[i][j], i, j)
            for i in range(len(strengths))
            for j in range(len(needs))
            if near[i][j] >= LINKED
            and (not strengths[i].skill or _shares_word(strengths[i].skill, needs[j].text))
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    points: list[TalkingPoint] = []
    used_strengths: dict[int, int] = {}
    used_needs: set[int] = set()
    for match, i, j in pairs:
        most = 1 if strengths[i].skill else 2
        if j in used_needs or used_strengths.get(i, 0) >= most or len(points) == POINTS:
            continue
        used_needs.add(j)
        used_strengths[i] = used_strengths.get(i, 0) + 1
        points.append(_point(strengths[i], needs[j], match))
    return tuple(points), _gaps(candidate, opening, strengths, points)


def _shares_word(skill: str, need: str) -> bool:
    """A bare skill answers a need only where they have a word in common: SQL is no answer to Excel."""
    return bool(keywords_of(skill) & keywords_of(need)) or bool(
        re.search(rf"(?<!\w){re.escape(skill.lower())}(?!\w)", need.lower())
    )


def keywords(answer: Answer) -> tuple[Keywords, ...]:
    """Shrink an answer to cue words, sentence by sentence: enough to speak freely, too little to recite."""
    return tuple(Keywords(sentence.purpose, _cues(sentence.text)) for sentence in answer.sentences)


def _cues(text: str) -> tuple[str, ...]:
    words = re.findall(r"[\w$€£%'’.+-]*\w%?", text)
    telling = [
        (n, word)
        for n, word in enumerate(words)
        if re.search(r"\d|^[A-Z]{2,}", word) or (n > 0 and word[0].isupper() and word != "I" and "'" not in word)
        or (keywords_of(word) and len(word) > 4 and word.lower() not in _WEAK)
    ]  # fmt: skip
    ranked = sorted(
        telling, key=lambda item: (-(len(item[1]) + 6 * bool(re.search(r"\d|^[A-Z]", item[1]))), item[0])
    )
    return tuple(word for _, word in sorted(ranked[:4]))


_WEAK = frozenset(
    "would there their where which about being could other years wants really think thing things first place learn "
    "learned people because already looking working someone posting plan plans while enjoy bring".split()
)


def _strengths(candidate: Candidate, opening: Opening) -> list[_Strength]:
    found: list[_Strength] = []
    for strength in candidate.reflection.strengths:
        said = spoken_strength(strength)
        say = f"One thing I bring is {said}." if said else f"{told(strength)}."
        if len(say) > 1:
            words = f"{strength.name} {strength.proof}" if said else strength.proof
            found.append(_Strength(words.strip(), say, strength.evidence))
    for achievement in candidate.achievements[:30]:
        clause = resume_clause(achievement.text, verb=achievement.verb)
        if clause and len(clause.base.split()) >= 3:
            found.append(
                _Strength(achievement.text, f"I {digits_spoken(clause.past)}.", achievement.evidence)
            )
    if not candidate.achievements:
        for position in candidate.positions:
            for bullet in position.bullets[:6]:
                clause = resume_clause(bullet.value)
                if clause and len(clause.base.split()) >= 3:
                    found.append(_Strength(bullet.value, f"I {digits_spoken(clause.past)}.", bullet.evidence))
    for skill in candidate.skills[:25]:
        said = noun_phrase(skill.value, limit=5)
        if said:
            plain = (
                skill.value
                if re.search(r"[A-Z]", skill.value) and f" {skill.value}" in f" {opening.text}"
                else said
            )
            found.append(_Strength(skill.value, f"I work with {plain}.", skill.evidence, plain))
    return found


def _needs(opening: Opening) -> list[_Need]:
    found: list[_Need] = []
    for task in opening.tasks[:20]:
        clause = posting_clause(task.text, verb=task.verb)
        if clause:
            found.append(_Need(clause.base, f"you need someone to {clause.base}", task.evidence))
    for requirement in opening.requirements:
        if requirement.kind in {Kind.SKILL, Kind.TOOL, Kind.CERTIFICATE, Kind.TRAIT}:
            said = _required(requirement)
            if said:
                found.append(_Need(requirement.text, f"you ask for {said}", requirement.evidence))
    for plan in (*opening.company.short_term, *opening.company.long_term):
        clause = posting_clause(plan.clause or plan.text, limit=16)
        if clause:
            found.append(_Need(clause.base, f"you plan to {clause.base}", plan.evidence))
    return found


_ASKED = re.compile(
    r"^(?:must have|must be|you have|you are|required:?|requires?|should have|at least|(?:a |an )?(?:\w+ )?(?:experience|proficiency|"
    r"proficient|familiarity|familiar|skills?|skilled|fluency|comfort|comfortable|background|expertise) (?:with|in|using|of)|(?:a )?(?:\w+ )?"
    r"(?:knowledge|command|understanding|grasp) of|ability to use|valid|current|active|possession of)\s+",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r",?\s+(?:(?:is|are|would be|will be)\s+)?(?:(?:strongly |highly )?(?:required|preferred|desired|helpful|welcome|needed|desirable)|"
    r"(?:an? )(?:plus|must|asset|advantage|bonus)|(?:within|by|before|or) .*)\.?$",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:licen[cs]e|certificate|certification|permit|degree|card|diploma|credential)$", re.IGNORECASE
)


def _required(requirement: Requirement) -> str | None:
    text = re.split(r"[;.] ", requirement.text)[0]
    for _ in range(2):
        text = _WANTED.sub("", _ASKED.sub("", text.strip()))
    text = re.sub(r"\s+experience$", "", text)
    said = noun_phrase(text, limit=9, posted=True) or (
        requirement.skills[0].lower() if requirement.skills else None
    )
    if said and requirement.kind is Kind.CERTIFICATE:
        return _as_paper(said)
    return said


def _as_paper(said: str) -> str:
    """Give a paper its article: "an RN license", "a CPA license"."""
    from everest.language.forms import with_article

    if re.match(r"(?:an?|the|my|your) ", said):
        return said
    if said.isupper():
        said += " credential"
    return with_article(said) if _PAPER.search(said) else said


def _point(strength: _Strength, need: _Need, match: float) -> TalkingPoint:
    said = need.say[0].upper() + need.say[1:]
    named = strength.skill and re.search(
        rf"(?<!\w){re.escape(strength.skill.lower())}(?!\w)", need.text.lower()
    )
    return TalkingPoint(
        strength=strength.text,
        need=need.text,
        strength_evidence=strength.evidence,
        need_evidence=need.evidence,
        match=round(match, 3),
        say=f"You ask for {strength.skill}, and that's part of what I bring."
        if named
        else f"{said}. {strength.say}",
    )


def _gaps(
    candidate: Candidate, opening: Opening, strengths: list[_Strength], points: list[TalkingPoint]
) -> tuple[Gap, ...]:
    answered = {point.need_evidence for point in points}
    asked = [r for r in opening.requirements if r.kind is not Kind.OTHER and r.evidence not in answered]
    near = nearness([r.text for r in asked], [s.text for s in strengths])
    gaps = []
    for n, requirement in enumerate(asked):
        if _met(requirement, candidate) or max(near[n], default=0.0) >= MET:
            continue
        if requirement.kind is Kind.SKILL and _SOFT.search(requirement.text):
            continue
        gaps.append(
            Gap(requirement.text, requirement.evidence, _honestly(requirement, candidate), requirement.must)
        )
    gaps.sort(key=lambda gap: not gap.must)
    return tuple(gaps[:GAPS])


def _met(requirement: Requirement, candidate: Candidate) -> bool:
    text = candidate.text.lower()
    text += " ".join(short for short, long in _SHORT.items() if long in text)
    if _asks_years(requirement):
        return candidate.years >= (requirement.years or 0.0) > 0
    if requirement.kind is Kind.EDUCATION:
        ahead = [study for study in candidate.education if study.degree and _is_ahead(study)]
        near = re.search(
            r"\b(?:close to|nearing|near|in progress|pursuing|working toward|enrolled)\b",
            requirement.text,
            re.I,
        )
        return any(study.degree for study in candidate.education if study not in ahead or near)
    if requirement.kind is Kind.TRAIT:
        return True
    names = requirement.skills or (requirement.text,)
    if any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text) for name in names):
        return True
    words = keywords_of(requirement.text)
    return bool(words) and len(words & keywords_of(text)) / len(words) >= 0.75


def _is_ahead(study: Education) -> bool:
    """Tell whether a course of study ends in the future, by its date or by the words beside it."""
    today = datetime.now(UTC).date()
    by_date = study.end is not None and (study.end.year, study.end.month or 12) > (today.year, today.month)
    return by_date or bool(
        re.search(r"\b(?:in progress|expected|anticipated)\b", study.evidence.quote, re.IGNORECASE)
    )


def _unfinished(candidate: Candidate) -> str:
    for study in candidate.education:
        if study.degree and _is_ahead(study):
            when = f" in {study.end.year}" if study.end else ""
            return f"I'm finishing my {study.degree.value}{when}. Until then I learn a good part of it on the job."
    return ""


_SOFT = re.compile(
    r"\b(?:communicat\w+|analytical|interpersonal|organi[sz]\w+|teamwork|attention|detail|motivat\w+|reliab\w+|people|problem|leadership|"
    r"positive|attitude|flexib\w+|eager|willing\w*|ability to (?:work|learn))\b",
    re.IGNORECASE,
)
"""Traits one shows and does not "not have yet"."""

_MAY_FOLLOW = re.compile(
    r"\b(?:willing(?:ness)?|able|ability|ready|eligible) to (?:\w+ )?(?:obtain|get|earn|acquire|take|sit|complete)|\bor (?:in progress|working toward)|\bwithin (?:\w+ ){1,2}(?:months|year)",
    re.IGNORECASE,
)
"""The paper may be had later."""
_SHORT = {" rn ": "registered nurse", " cpa ": "certified public accountant", " lpn ": "licensed practical nurse", " emt ": "emergency medical technician"}  # fmt: skip


def _asks_years(requirement: Requirement) -> bool:
    return requirement.kind is Kind.YEARS or bool(
        re.search(r"\b\d+\+?(?:-\d+)? years?\b|\byears? of\b", requirement.text, re.I)
    )


def _honestly(requirement: Requirement, candidate: Candidate) -> str:
    if _asks_years(requirement):
        return "I have fewer years than you ask for. Let me show you what I did in them, and you can judge."
    if requirement.kind is Kind.EDUCATION:
        return (
            _unfinished(candidate)
            or "I don't have that degree. What I know of this work I learned by doing it, and I can give you examples."
        )
    said = _required(requirement) or "that"
    if requirement.kind is Kind.CERTIFICATE:
        rest = ". If it's needed from the start, I'd like to know by when."
        if _MAY_FOLLOW.search(requirement.text):
            rest = ", and I'm ready to get it; tell me by when you'd want it."
        return f"If you hold {said}, put it on your résumé. If not: “I don't hold {said} yet{rest}”"
    nearest = candidate.skills[0].value if candidate.skills else ""
    close = (
        f" I'd build on what I know of {noun_phrase(nearest, limit=4)}."
        if noun_phrase(nearest, limit=4)
        else ""
    )
    doing = re.match(r"experience (?:in |of )?(\w+ing\b.*)", said)
    lacked = f"had much practice in {doing[1]}" if doing else f"worked with {said}"
    return f"I haven't {lacked} yet.{close} I'd make it one of the first things I learn."


__all__ = ["keywords", "talking_points"]

"""What the person brings, as phrases: things done, posts held, strengths, pleasures, training."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from everest.answer.clauses import Clause, noun_phrase, own_clause, resume_clause
from everest.answer.linking import nearness
from everest.answer.numbers import digits_spoken
from everest.answer.quantities import quantities_in
from everest.answer.slots import Slot
from everest.candidate.model import Candidate, Position, Strength
from everest.candidate.reflection_heard import is_listened_for
from everest.evidence import Evidence, Fact
from everest.opening.model import Opening

LONG_AGO, OLDEST = 0.08, 3
"""How much less a deed of each earlier post counts against its nearness to the tasks, and from which post on all alike."""


@dataclass(frozen=True, slots=True)
class Deed(Slot):
    """A thing done, as after "I" (``text``) and as after "I've" (``perfect``)."""

    perfect: str = ""


def _deed(clause: Clause, evidence: Evidence, n: int) -> Deed:
    return Deed(
        digits_spoken(clause.past), (evidence,), f"did{n}", own=True, perfect=digits_spoken(clause.perfect)
    )


def _short(done: list[tuple[Deed, Position | None]]) -> tuple[Slot, ...]:
    """Whole sentences about a deed that leave breath for more: "At Harlow, I cut waiting times"."""
    return tuple(
        _with_employer(slot, position, lead="At {}, I ")
        for slot, position in done
        if _employer(position) and len(slot.text.split()) <= 11 and "," not in slot.text
    )


def person_slots(candidate: Candidate, opening: Opening, tasks: list[str]) -> dict[str, tuple[Slot, ...]]:
    """Fill the slots that speak of the person."""
    done = _done(candidate, tasks)
    return {
        "did": tuple(slot for slot, _ in done),
        "have_done": tuple(
            Slot(slot.perfect, slot.grounds, slot.key, own=True)
            for slot, _ in done
            if not _DATED.search(slot.text)
        ),
        "did_short": _short(done),
        "did_at": tuple(_with_employer(slot, position, lead="At {}, I ") for slot, position in done if _employer(position)),
        "did_as": tuple(_with_title(slot, position) for slot, position in done if _title(position)),
        "result": tuple(slot for slot, _ in done if _RESULT.match(slot.text)),
        "now": _now(candidate),
        "was": _was(candidate),
        "strength": _strengths(candidate),
        "strength_ing": tuple(slot for slot in _strengths(candidate) if re.match(r"(?:never )?[a-z]+ing ", slot.text)),
        "enjoy_ing": tuple(slot for slot in _enjoys(candidate) if re.match(r"[a-z]+ing ", slot.text)),
        "tool": _tools(candidate, opening),
        "strength_proof": _proofs(candidate),
        "enjoy": _enjoys(candidate),
        "degree": _degree(candidate),
        "subject": tuple(replace(slot, text=slot.text.removeprefix("studying ")) for slot in _degree(candidate)),
        "skill": _skills(candidate, opening),
        "value": _values(candidate, opening),
        "lead_did": tuple(slot for slot, _ in done if _LED.match(slot.text)),
    }  # fmt: skip


_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|that) (?:year|season|winter|summer|spring|fall)\b"
    r"|\b(?:a|an|per|each|every|twice a) (?:day|night|hour|week|month|quarter|year|shift)\b",
    re.IGNORECASE,
)
"""A time gone by: "I've closed … in 2025" is not said."""


_LED = re.compile(
    r"(?:led|managed|trained|mentored|coached|supervised|hired|precepted|promoted|directed|oversaw)\b.*\b(?:team|staff|people|"
    r"apprentices?|students|nurses|cooks|managers?|graduates|cashiers|associates|accountants|engineers|crews?|kitchen|"
    r"caseworkers|analysts|employees|volunteers|interns?|assistants?|technicians|teachers|agents|specialists|clerks)\b"
)


_RESULT = re.compile(
    r"(?:cut|reduced|increased|raised|built|launched|grew|saved|won|created|closed|opened|lowered|introduced|improved|designed|"
    r"redesigned|automated|started|doubled|halved|rebuilt|shortened|delivered|developed|established|solved|fixed|earned)\b"
)


def _done(candidate: Candidate, tasks: list[str]) -> list[tuple[Deed, Position | None]]:
    read: list[tuple[Clause, Evidence, Position | None, bool]] = []
    for achievement in candidate.achievements[:40]:
        clause = resume_clause(achievement.text, verb=achievement.verb) or (
            resume_clause(f"{achievement.verb} {achievement.object}", verb=achievement.verb)
            if achievement.verb
            else None
        )
        if clause is None or len(clause.base.split()) < 3:
            continue
        position = None
        if achievement.position is not None and 0 <= achievement.position < len(candidate.positions):
            position = candidate.positions[achievement.position]
        read.append((clause, achievement.evidence, position, achievement.number is not None))
    if not read:
        for position in candidate.positions[:4]:
            for bullet in position.bullets[:8]:
                clause = resume_clause(bullet.value)
                if clause is not None and len(clause.base.split()) >= 3:
                    read.append((clause, bullet.evidence, position, False))
    near = nearness([clause.base for clause, *_ in read], tasks) if tasks else [[0.0] for _ in read]
    scored = []
    for n, (clause, evidence, position, counted) in enumerate(read):
        score = (
            max(near[n], default=0.0)
            + 0.15 * (counted and bool(quantities_in(clause.past)))
            - LONG_AGO * min(OLDEST, candidate.positions.index(position) if position else 0)
            - 0.01 * n
        )
        scored.append((score, n, _deed(clause, evidence, n), position))
    scored.sort(key=lambda item: (-item[0], item[1]))
    kept: list[tuple[Deed, Position | None]] = []
    for _, _, slot, position in scored:
        if not any(slot.text == other.text for other, _ in kept):
            kept.append((slot, position))
    return kept[:6]


def _employer(position: Position | None) -> Fact | None:
    return position.employer if position is not None else None


def _title(position: Position | None) -> Fact | None:
    from everest.answer.material import spoken_title

    if position is None or position.title is None or not spoken_title(position.title.value):
        return None
    return position.title


def _with_employer(slot: Slot, position: Position | None, *, lead: str) -> Slot:
    from everest.answer.material import spoken_name

    employer = _employer(position)
    assert employer is not None
    name = spoken_name(employer.value)
    if name.lower() in slot.text.lower():
        return Slot(f"I {slot.text}", slot.grounds, slot.key, own=True)
    return Slot(
        lead.format(name) + slot.text, (*slot.grounds, employer.evidence), slot.key, own=True, names=(name,)
    )


def _with_title(slot: Slot, position: Position | None) -> Slot:
    from everest.answer.material import spoken_title
    from everest.language.forms import with_article

    title = _title(position)
    assert title is not None
    said = with_article(spoken_title(title.value))
    return Slot(
        f"As {said}, I {slot.text}", (*slot.grounds, title.evidence), slot.key, own=True, names=(said,)
    )


def _now(candidate: Candidate) -> tuple[Slot, ...]:
    from everest.answer.material import spoken_name, spoken_title
    from everest.language.forms import with_article

    for position in candidate.positions[:1]:
        if position.title is None or not (said := spoken_title(position.title.value)):
            continue
        grounds = [position.title.evidence]
        text = with_article(said)
        names = [text]
        if position.employer is not None:
            text += f" at {spoken_name(position.employer.value)}"
            grounds.append(position.employer.evidence)
            names.append(spoken_name(position.employer.value))
        return (Slot(text, tuple(grounds), "now", names=tuple(names)),)
    return ()


def _was(candidate: Candidate) -> tuple[Slot, ...]:
    """The kind of post held most recently, without the employer."""
    from everest.answer.material import spoken_title
    from everest.language.forms import with_article

    for position in candidate.positions[:1]:
        if position.title is not None and (said := spoken_title(position.title.value)):
            return (Slot(with_article(said), (position.title.evidence,), "was", names=(with_article(said),)),)
    return ()


def _strengths(candidate: Candidate) -> tuple[Slot, ...]:
    ordered = sorted(candidate.reflection.strengths, key=lambda s: -((s.enjoyment or 3) + (s.strength or 3)))
    found = []
    for n, strength in enumerate(ordered):
        said = spoken_strength(strength)
        if said:
            found.append(Slot(said, (strength.evidence,), f"strength{n}", own=True))
    return tuple(found)


def _proofs(candidate: Candidate) -> tuple[Slot, ...]:
    ordered = sorted(candidate.reflection.strengths, key=lambda s: -((s.enjoyment or 3) + (s.strength or 3)))
    found = []
    for n, strength in enumerate(ordered):
        said, proof = spoken_strength(strength), told(strength)
        if said and proof:
            found.append(Slot(f"{said}: {proof}", (strength.evidence,), f"strength{n}", own=True))
    return tuple(found)


def spoken_strength(strength: Strength) -> str | None:
    """Read the name of a strength as something one can bring; None for the first words of a story, or a sentence."""
    if is_listened_for(strength.name):
        return strength.name.lower()
    said = nominal(strength.name) if strength.is_named else None
    return None if said is None or _A_SENTENCE.search(said) else said


_A_SENTENCE = re.compile(r"^(?:(?!how\b|what\b)\S+ ){0,3}(?:I|me|we|us)\b|…")
"""Someone speaks near its beginning, or it is cut: "people trust me" can't follow "One thing I bring is"."""


def told(strength: Strength) -> str:
    """Return the first sentence of the story as it can be said: "I ran the desk alone the night …"; empty if none can."""
    text = re.split(r"(?<=[a-z0-9%])[.!?](?:\s|$)", strength.proof.strip())[0].strip(" .")
    if _SAID_BY_ME.match(text) and len(text.split()) <= 26:
        return text
    clause = resume_clause(text) if text else None
    return f"I {clause.past}" if clause else ""


_SAID_BY_ME = re.compile(
    r"I(?:'ve|'m)? |(?:At|In|On|During|After|When|Once|Last)\b[^,;:]{2,40},? I(?:'ve|'m)? "
)
"""A sentence about what one did, which may begin with when or where: "At the clinic I rewrote …"."""


def _enjoys(candidate: Candidate) -> tuple[Slot, ...]:
    found = []
    for n, fact in enumerate(candidate.reflection.enjoys):
        said = nominal(
            re.sub(r"^(?:i (?:really )?(?:enjoy|love|like)\s+)", "", fact.value.strip(), flags=re.I)
        )
        if said:
            found.append(Slot(said, (fact.evidence,), f"enjoy{n}", own=True))
    return tuple(found)


def nominal(text: str) -> str | None:
    """Read a phrase as something one can enjoy or bring: a gerund clause or a noun phrase."""
    text = re.sub(r"^to\s+", "", text.strip())
    first = text.split(" ")[0].lower() if text else ""
    if first.endswith("ing") and len(text.split()) > 1:
        return noun_phrase(text, limit=14)
    clause = own_clause(text, limit=12) if len(text.split()) > 2 else None
    return clause.gerund if clause and clause.base.lower().startswith(first) else noun_phrase(text, limit=10)


def _degree(candidate: Candidate) -> tuple[Slot, ...]:
    from everest.language.forms import as_clause_object

    for education in candidate.education[:2]:
        subject = education.field_of_study
        if subject is not None and len(subject.value.split()) <= 5:
            said = as_clause_object(subject.value).strip(" .,")
            return (Slot(f"studying {said}", (subject.evidence,), "degree"),)
    return ()


def _skills(candidate: Candidate, opening: Opening) -> tuple[Slot, ...]:
    wanted = {skill.lower() for requirement in opening.requirements for skill in requirement.skills}
    text = opening.text.lower()
    mixed = any(skill.value[:1].islower() for skill in candidate.skills)
    found = []
    for n, skill in enumerate(candidate.skills):
        said = (
            skill.value.strip()
            if mixed and len(skill.value.split()) < 4
            else noun_phrase(skill.value, limit=4)
        )
        if (
            said
            and len(said) > 1
            and (
                skill.value.lower() in wanted or re.search(rf"\b{re.escape(skill.value.lower())}(?!\w)", text)
            )
        ):
            found.append(Slot(said, (skill.evidence,), f"skill{n}"))
    return tuple(found[:4])


def _tools(candidate: Candidate, opening: Opening) -> tuple[Slot, ...]:
    """Skills with a name of their own ("Epic", "SQL") that the opening writes the same way inside a line."""
    return tuple(
        Slot(skill.value, (skill.evidence,), f"tool{n}")
        for n, skill in enumerate(candidate.skills)
        if re.fullmatch(r"[A-Z][\w+#./-]*", skill.value)
        and re.search(rf"\w,? {re.escape(skill.value)}(?![\w-])", opening.text)
    )[:2]


def _values(candidate: Candidate, opening: Opening) -> tuple[Slot, ...]:
    """Values the company states and the person also named; nothing else may be called shared."""
    mine = " ".join(candidate.reflection.must_have).lower()
    found = []
    for n, value in enumerate(opening.values):
        said = noun_phrase(value.value, limit=4)
        if said and mine and any(word in mine for word in said.split() if len(word) > 4):
            found.append(Slot(said, (value.evidence,), f"value{n}"))
    return tuple(found)

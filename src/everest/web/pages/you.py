"""The first camp: the résumé as it was read, and what the person says of themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response

from everest.candidate import heard_in, mentor_questions, plot, remarks, value_cards
from everest.candidate.conversation import LEVELS, Conversation, Prompt, called, prompts
from everest.candidate.model import Candidate
from everest.candidate.reflection_heard import TITLES, HeardIn
from everest.candidate.reflection_stories import is_story
from everest.errors import BadInput
from everest.preparation import Preparation, as_read
from everest.preparation.codec import to_json
from everest.web.marking import Mark, segments
from everest.web.pages import handling
from everest.web.pages.facts import Facts, facts_of
from everest.web.uploads import Task

router = APIRouter(include_in_schema=False)
ROWS = 3
"""Strengths asked for at once."""
PILES = {"must_have": "must have", "nice_to_have": "nice to have", "not_important": "not important"}


@router.get("/p/{id_}/you")
def you(request: Request, id_: str) -> Response:
    """Show what was read and said of the candidate."""
    made = handling.current(request, id_)
    return shown(request, made, facts_of(request, made))


def shown(
    request: Request, made: Preparation, facts: Facts, *, status: int = 200, trouble: str = ""
) -> Response:
    """Show the page with these facts, one of which may stand open; ``trouble`` is with what was heard."""
    reflection = made.candidate.reflection
    read = as_read(made)
    page = handling.camp_page(
        request,
        made,
        "you",
        facts=facts,
        read=read,
        marked_text=segments(read.text, _marks(read)),
        heard=_by_sort(heard_in(reflection)),
        trouble=trouble,
        called=called,
        points=plot(reflection),
        remarks=remarks(reflection) if handling.conversation_of(request, made).said else (),
        mentor=mentor_questions(reflection),
        conversation=handling.conversation_of(request, made),
        cards={card.name: card.card for card in value_cards()},
        asks={prompt.id: prompt.ask for prompt in prompts("full") if prompt.kind == "text"},
    )
    page.status_code = status
    return page


@router.post("/p/{id_}/you/resume")
async def bring_resume(
    request: Request, id_: str, file: UploadFile | None = None, text: Annotated[str, Form()] = ""
) -> Response:
    """Read a résumé in place of the one before."""
    made = handling.current(request, id_)
    upload = await handling.given(file, text, "résumé")
    back = f"/p/{made.id}/you"
    keep = handling.keeper(handling.store_of(request), made.id, back, role="resume", upload=upload)
    return handling.working(request, Task("resume", resume=upload, made=to_json(made)), keep, back=back)


@router.get("/p/{id_}/you/reflect")
def reflect(request: Request, id_: str, form: str = "") -> Response:
    """Go to the next open question of the guided reflection."""
    made = handling.store_of(request).get(id_)
    conversation = handling.conversation_of(request, made)
    if form in {"short", "full"} and form != conversation.form:
        from dataclasses import replace

        conversation = replace(conversation, form=form)  # type: ignore[arg-type]  # checked above
        handling.keep_conversation(request, made, conversation)
    following = conversation.next()
    return handling.to(
        f"/p/{made.id}/you/reflect/{following.id}" if following else f"/p/{made.id}/you#reflection"
    )


@router.get("/p/{id_}/you/reflect/{question}")
def ask(request: Request, id_: str, question: str) -> Response:
    """Put one question of the guided reflection."""
    return _asked(request, handling.store_of(request).get(id_), _prompt(question))


@router.post("/p/{id_}/you/reflect/{question}")
async def say(request: Request, id_: str, question: str) -> Response:
    """Keep what was said to a question, or that it was skipped; go on, back or out."""
    made = handling.store_of(request).get(id_)
    prompt = _prompt(question)
    form = await request.form()
    act = str(form.get("act", "next"))
    conversation = handling.conversation_of(request, made)
    if act == "skip":
        conversation = conversation.skip(question)
    else:
        value = _value(prompt, form, conversation)
        try:
            if value not in (None, "", [], {}):
                conversation = conversation.say(question, value)
        except BadInput as trouble:
            return _asked(request, made, prompt, trouble=str(trouble), said=value)
        if value in (None, "", [], {}) and act == "next":
            conversation = conversation.skip(question)
    handling.keep_conversation(request, made, conversation)
    handling.store_of(request).save_field(made.id, f"draft.{question}", "")
    return handling.to(_goes_to(made, conversation, prompt, act))


@router.post("/p/{id_}/you/plot")
async def place(request: Request, id_: str) -> Response:
    """Place strengths by how strong they are and how much they are enjoyed."""
    made = handling.store_of(request).get(id_)
    form = await request.form()
    conversation = handling.conversation_of(request, made)
    told: list[dict[str, Any]] = [
        dict(entry) if isinstance(entry, dict) else {"name": str(entry)}
        for entry in conversation.said.get("strengths", [])
    ]
    for number, strength in enumerate(told):
        for axis in LEVELS:
            level = str(form.get(f"{axis}.{number}", ""))
            if level.isdigit() and 1 <= int(level) <= 5:
                strength[axis] = int(level)
    if told:
        handling.keep_conversation(request, made, conversation.say("strengths", told))
    return handling.to(f"/p/{made.id}/you#plot")


@router.get("/p/{id_}/you/interests")
def interests(request: Request, id_: str, length: int = 30) -> Response:
    """Show the interest profiler."""
    from everest.occupations import interest_items, score_interests

    made = handling.store_of(request).get(id_)
    answers = json.loads(handling.store_of(request).fields(made.id).get("interests", "{}"))
    try:
        profile = score_interests(answers) if answers else None
    except BadInput:
        profile = None
    long = length == 60 or len(answers) > 30
    items = interest_items(60 if long else 30)
    return handling.camp_page(
        request, made, "interests", items=items, answers=answers, profile=profile, trouble=""
    )


@router.post("/p/{id_}/you/interests")
async def keep_interests(request: Request, id_: str) -> Response:
    """Keep and score the answers to the interest profiler."""
    from everest.occupations import interest_items, score_interests

    made = handling.store_of(request).get(id_)
    form = await request.form()
    answers = {
        item.key: int(str(form[item.key]))
        for item in interest_items(60)
        if str(form.get(item.key, "")).isdigit()
    }
    short = {item.key for item in interest_items(30)}
    try:
        score_interests(answers)
    except BadInput as trouble:
        return handling.camp_page(
            request,
            made,
            "interests",
            items=interest_items(60 if any(key not in short for key in answers) else 30),
            answers=answers,
            profile=None,
            trouble=str(trouble),
        )
    handling.store_of(request).save_field(made.id, "interests", json.dumps(answers))
    return handling.to(f"/p/{made.id}/you/interests")


def _asked(
    request: Request, made: Preparation, prompt: Prompt, *, trouble: str = "", said: Any = None
) -> Response:
    conversation = handling.conversation_of(request, made)
    order = [p.id for p in prompts(conversation.form)]
    fields = handling.store_of(request).fields(made.id)
    return handling.camp_page(
        request,
        made,
        "reflect",
        prompt=prompt,
        number=order.index(prompt.id) + 1 if prompt.id in order else 0,
        count=len(order),
        minutes=conversation.minutes_left(),
        said=_as_put(prompt, said if said is not None else conversation.said.get(prompt.id)),
        draft=fields.get(f"draft.{prompt.id}", ""),
        first=order[:1] == [prompt.id],
        cards=value_cards(),
        piles=PILES,
        rows=max(ROWS, len(conversation.said.get("strengths", []))),
        trouble=trouble,
    )


def _prompt(question: str) -> Prompt:
    from everest.errors import NotFound

    for prompt in prompts("full"):
        if prompt.id == question:
            return prompt
    raise NotFound("There is no such question.", todo="Go back to your reflection.")


def _as_put(prompt: Prompt, said: Any) -> Any:
    """Return what was said as the form puts it: a strength told as a story stands where stories are told."""
    if prompt.kind != "strengths":
        return said
    entries = [entry if isinstance(entry, dict) else {"name": str(entry)} for entry in said or ()]
    return [
        {**entry, "name": "", "proof": entry["name"]}
        if is_story(entry["name"]) and not entry.get("proof")
        else entry
        for entry in entries
    ]


def _strengths(form: Any, before: Any) -> list[dict[str, Any]]:
    """Read the strengths of a form; where only a story was told, it stands in place of the name, to be heard.

    One whose words were given before keeps its levels.
    """
    told = []
    for n in range(sum(key.startswith("name.") for key in form)):
        name, proof = (str(form.get(f"{key}.{n}", "")).strip() for key in ("name", "proof"))
        if name or proof:
            told.append({"name": name, "proof": proof} if name else {"name": proof})
    levels: dict[str, dict[str, Any]] = {
        entry["name"]: {axis: entry[axis] for axis in LEVELS if axis in entry}
        for entry in before
        if isinstance(entry, dict)
    }
    return [{**entry, **levels.get(entry["name"], {})} for entry in told]


def _by_sort(heard: Sequence[HeardIn]) -> dict[str, list[HeardIn]]:
    groups = {title: [item for item in heard if item.sort == sort] for sort, title in TITLES.items()}
    return {title: items for title, items in groups.items() if items}


def _value(prompt: Prompt, form: Any, conversation: Conversation) -> Any:
    if prompt.kind == "strengths":
        return _strengths(form, conversation.said.get("strengths", []))
    if prompt.kind == "cards":
        piles: dict[str, list[str]] = {name: [] for name in PILES}
        for card in value_cards():
            pile = str(form.get(card.name, ""))
            if pile in piles:
                piles[pile].append(card.name)
        return piles if any(piles.values()) else {}
    words = str(form.get("said", "")).strip()
    if prompt.kind == "yes_no":
        return {"yes": True, "no": False}.get(words)
    if prompt.kind == "list":
        return [line.strip() for line in words.splitlines() if line.strip()]
    return words


def _goes_to(made: Preparation, conversation: Any, prompt: Prompt, act: str) -> str:
    order = [p.id for p in prompts(conversation.form)]
    base = f"/p/{made.id}/you"
    at = order.index(prompt.id) if prompt.id in order else -1
    if act == "back" and at > 0:
        return f"{base}/reflect/{order[at - 1]}"
    if act in {"next", "skip"} and at + 1 < len(order):
        return f"{base}/reflect/{order[at + 1]}"
    return f"{base}#reflection"


def _marks(candidate: Candidate) -> list[Mark]:
    marks = []
    for job in candidate.positions:
        for fact, note in ((job.title, "title"), (job.employer, "employer"), (job.dates, "dates")):
            if fact:
                marks.append(_mark(fact.evidence, "job", note))
        marks += [_mark(bullet.evidence, "done", "what you did") for bullet in job.bullets]
    for study in candidate.education:
        for fact in (study.degree, study.institution):
            if fact:
                marks.append(_mark(fact.evidence, "study", "education"))
    marks += [_mark(fact.evidence, "skill", "skill") for fact in (*candidate.skills, *candidate.languages)]
    marks += [_mark(fact.evidence, "study", "certificate") for fact in candidate.certificates]
    return marks


def _mark(evidence: Any, kind: str, note: str) -> Mark:
    return Mark(evidence.start, evidence.end, kind, note)

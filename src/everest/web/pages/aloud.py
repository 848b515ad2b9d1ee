"""The fifth camp: the mock interview, the takes, and what changes from one to the next."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import Response

from everest.assistant import Settings, settings_from_environment
from everest.errors import BadInput, NotFound
from everest.preparation import Preparation
from everest.preparation import Take as Stored
from everest.rehearsal import (
    Interview,
    Mode,
    Tone,
    aftermath,
    answer,
    begin,
    break_in,
    breaks_at,
    closing,
    corrected,
    disclosure,
    from_json,
    improved,
    make_take,
    plan,
    points_of,
    progress_svg,
    reminders,
    series,
    spoken,
    timeline_svg,
    to_html,
    to_json,
    told,
    typed,
    voices,
    with_comments,
    worded,
    words_said,
)
from everest.web.marking import Mark, segments
from everest.web.pages import handling
from everest.web.pages.answer import reviewed
from everest.web.uploads import listen

if TYPE_CHECKING:
    from everest.rehearsal.model import Take, Transcript

router = APIRouter(include_in_schema=False)
FIELD = "draft.interview"
FIRST, LATER = 60, 30
"""Seconds planned for the first answer, and for one to a follow-up."""
SOUNDS = {
    "webm": "audio/webm",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "mp4": "audio/mp4",
}
WORDS = {
    Mode.WARM_UP: "Warm-up, with hints",
    Mode.REAL: "As it will be",
    Mode.STRESS: "Harder than it will be",
}


@router.get("/p/{id_}/aloud")
def show(request: Request, id_: str) -> Response:
    """Show the interview under way, the takes, and the progress over them."""
    made = handling.current(request, id_)
    takes = _takes(request, made)
    interview, model = _interview(request, made), _assistant()
    firsts = [take for take in takes if not take.turns]
    charts = [progress_svg(one) for one in series(firsts) if sum(v is not None for v in one.values) > 1]
    return handling.camp_page(
        request,
        made,
        "aloud",
        interview=interview,
        voice=next((voice.name for voice in voices()), ""),
        sent=disclosure(model) if model else "",
        breaks_at=breaks_at(interview) if interview else None,
        takes=list(reversed(takes)),
        improved=improved(firsts),
        charts=charts,
        modes=WORDS,
        tones=list(Tone),
        plan=_plan(request, made, takes),
    )


@router.post("/p/{id_}/aloud/begin")
def open_interview(
    request: Request,
    id_: str,
    mode: Annotated[Mode, Form()] = Mode.REAL,
    tone: Annotated[Tone, Form()] = Tone.FRIENDLY,
    assisted: Annotated[str, Form()] = "",
) -> Response:
    """Begin a mock interview; the first question comes in new words each time."""
    made = handling.current(request, id_)
    seed = len(_takes(request, made))
    model = bool(assisted) and _assistant() is not None
    _keep(request, made, begin(mode=mode, tone=tone, seed=seed, opening=made.opening, assisted=model))
    return handling.to(f"/p/{made.id}/aloud#interview")


@router.post("/p/{id_}/aloud/end")
def end_interview(request: Request, id_: str) -> Response:
    """Leave a mock interview; the takes stay."""
    made = handling.store_of(request).get(id_)
    handling.store_of(request).save_field(made.id, FIELD, "")
    return handling.to(f"/p/{made.id}/aloud")


@router.post("/p/{id_}/aloud/say")
async def say(
    request: Request,
    id_: str,
    text: Annotated[str, Form(max_length=20_000)] = "",
    sound: UploadFile | None = None,
    keep: Annotated[str, Form()] = "",
    heard: Annotated[str, Form(max_length=20_000)] = "",
) -> Response:
    """Take an answer, typed or recorded: hear it, keep the take, and let the interviewer go on."""
    made = handling.current(request, id_)
    interview = _interview(request, made) or begin(opening=made.opening, question=made.question.text)
    if interview.asked is None:
        raise BadInput("This interview is over.", todo="Begin another.")
    content = await sound.read() if sound is not None and sound.filename else b""
    if not content and not text.strip():
        raise BadInput("Nothing was said.", todo="Record it, choose a recording, or type what you would say.")
    name = (sound.filename or "") if sound else ""
    transcript = await _heard(made, content, name, heard) if content else typed(text)
    take = await asyncio.to_thread(partial(_take, request, made, interview, transcript))
    await asyncio.to_thread(partial(_save, request, made, take, content if content and keep else None, name))
    found = reviewed(made, transcript.text)
    handling.store_of(request).save_field(made.id, "draft.said", "")
    moved = answer(interview, transcript.text, review=found, opening=made.opening)
    model = _assistant() if moved.assisted else None
    if model is not None:
        moved = await asyncio.to_thread(partial(worded, moved, model, opening=made.opening))
    _keep(request, made, moved)
    return handling.to(f"/p/{made.id}/aloud/{take.id}")


@router.post("/p/{id_}/aloud/listening")
def listening(
    request: Request,
    id_: str,
    text: Annotated[str, Form(max_length=20_000)] = "",
    seconds: Annotated[float | None, Form(ge=0, le=3600)] = None,
) -> dict[str, str]:
    """Hear an answer while it is under way; in stress mode the interviewer may break in."""
    made = handling.current(request, id_)
    interview = _interview(request, made)
    if interview is None or breaks_at(interview) is None:
        return {}
    moved = break_in(interview, text, seconds=seconds)
    if moved.asked is None or moved.asked.broke_in is None or _interview(request, made) != interview:
        return {}
    _keep(request, made, moved)
    return {"asks": moved.asked.broke_in.asks}


@router.get("/p/{id_}/aloud/asked.wav")
def speak(request: Request, id_: str) -> Response:
    """Send what the interviewer said last, spoken by a voice of this machine; nothing else can be asked of it."""
    made = handling.current(request, id_)
    interview = _interview(request, made)
    if interview is None or interview.asked is None:
        raise NotFound("Nothing is being asked.", todo="Begin an interview on Aloud.")
    asked = interview.asked
    return Response(spoken(asked.broke_in.asks if asked.broke_in else asked.asks), media_type="audio/wav")


@router.get("/p/{id_}/aloud/practice.ics")
def calendar(request: Request, id_: str) -> Response:
    """Send the practice days and the interview as a calendar file."""
    made = handling.current(request, id_)
    planned = _plan(request, made, _takes(request, made))
    if planned is None:
        raise BadInput("The day of the interview is not known yet.", todo="Set it on your sheet first.")
    day = date.fromisoformat(handling.store_of(request).fields(made.id)["interview"])
    headers = {"Content-Disposition": 'attachment; filename="practice.ics"'}
    return Response(
        reminders(planned, made.title, day), media_type="text/calendar; charset=utf-8", headers=headers
    )


@router.get("/p/{id_}/aloud/{take_id}")
def show_take(request: Request, id_: str, take_id: str) -> Response:
    """Show one take: the words, what was heard, how it was said."""
    made = handling.current(request, id_)
    stored = _stored(request, made, take_id)
    take = from_json(stored.body)
    habits = [Mark(h.start, h.end, h.kind.replace(" ", "-"), h.kind) for h in take.delivery.habits]
    notes = [Mark(c.start, c.end, "comment", f"{c.by}: {c.text}" if c.by else c.text) for c in take.comments]
    found = reviewed(made, take.transcript.text)
    interview, model = _interview(request, made), _assistant()
    return handling.camp_page(
        request,
        made,
        "take",
        trail="aloud",
        take=take,
        has_sound=stored.audio is not None,
        marked_text=segments(take.transcript.text, [*notes, *habits]),
        found=found,
        interview=interview,
        closing=closing(found),
        words=words_said(take),
        drawn=timeline_svg(take),
        told=told(take),
        after=aftermath(take),
        sent=disclosure(model) if model else "",
    )


@router.get("/p/{id_}/aloud/{take_id}/sound")
def play(request: Request, id_: str, take_id: str) -> Response:
    """Send a recording that was kept."""
    made = handling.store_of(request).get(id_)
    stored = _stored(request, made, take_id)
    if stored.audio is None:
        raise NotFound("No recording was kept with this take.", todo="Record another and keep it.")
    return _part(stored.audio, _media(from_json(stored.body)), request.headers.get("range", ""))


@router.post("/p/{id_}/aloud/{take_id}/correct")
def correct(
    request: Request, id_: str, take_id: str, text: Annotated[str, Form(max_length=20_000)] = ""
) -> Response:
    """Mend the words of a take by hand; everything told of them is told anew."""
    made = handling.current(request, id_)
    stored = _stored(request, made, take_id)
    found = listen(stored.audio, "recording", [], text).words if stored.audio and text.strip() else ()
    context = {"points": _points(made), "opening": made.opening, "candidate": made.candidate}
    mended = corrected(from_json(stored.body), text, words=found, **context)
    handling.store_of(request).save_take(
        made.id, Stored(mended.id, mended.made, to_json(mended), stored.audio)
    )
    return handling.to(f"/p/{made.id}/aloud/{take_id}")


@router.post("/p/{id_}/aloud/{take_id}/delete")
def delete(request: Request, id_: str, take_id: str, what: Annotated[str, Form()] = "take") -> Response:
    """Delete a take, or only its recording."""
    made = handling.store_of(request).get(id_)
    stored = _stored(request, made, take_id)
    if what == "sound":
        handling.store_of(request).save_take(made.id, Stored(stored.id, stored.made, stored.body, None))
        return handling.to(f"/p/{made.id}/aloud/{take_id}")
    handling.store_of(request).delete_take(made.id, take_id)
    return handling.to(f"/p/{made.id}/aloud")


@router.post("/p/{id_}/aloud/{take_id}/coach.html")
def for_coach(request: Request, id_: str, take_id: str, sound: Annotated[str, Form()] = "") -> Response:
    """Send one take as a file that opens anywhere; with the recording only if the person says so."""
    made = handling.store_of(request).get(id_)
    stored = _stored(request, made, take_id)
    take = from_json(stored.body)
    content = to_html(take, sound=stored.audio if sound else None, media_type=_media(take))
    headers = {"Content-Disposition": 'attachment; filename="take.html"'}
    return Response(content, media_type="text/html; charset=utf-8", headers=headers)


@router.post("/p/{id_}/aloud/{take_id}/comments")
async def comments(
    request: Request, id_: str, take_id: str, file: UploadFile, by: Annotated[str, Form(max_length=80)] = ""
) -> Response:
    """Put a coach's comments beside the words."""
    made = handling.store_of(request).get(id_)
    stored = _stored(request, made, take_id)
    take = with_comments(from_json(stored.body), await file.read(), by=by)
    handling.store_of(request).save_take(made.id, Stored(take.id, take.made, to_json(take), stored.audio))
    return handling.to(f"/p/{made.id}/aloud/{take_id}")


def _assistant() -> Settings | None:
    """Return the language model the person set up; None where there is none, or its settings are no good."""
    try:
        return settings_from_environment()
    except BadInput:
        return None


def _part(sound: bytes, kind: str, wanted: str) -> Response:
    """Return the bytes wanted ("bytes=0-", "bytes=500-999"): browsers move about in a recording only that way."""
    asked = re.fullmatch(r"bytes=(\d{1,12})-(\d{0,12})", wanted.strip())
    if not asked:
        return Response(sound, media_type=kind, headers={"Accept-Ranges": "bytes"})
    first, last = int(asked[1]), min(int(asked[2] or len(sound)), len(sound) - 1)
    if first > last:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(sound)}"})
    headers = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {first}-{last}/{len(sound)}"}
    return Response(sound[first : last + 1], status_code=206, media_type=kind, headers=headers)


async def _heard(made: Preparation, content: bytes, name: str, said: str) -> Transcript:
    texts = [made.own_answer, *(draft.text for draft in made.answers), made.opening.text, made.candidate.text]
    known = [text for text in texts if text]
    return await asyncio.to_thread(listen, content, name or "recording", known, said)


def _take(request: Request, made: Preparation, interview: Interview, said: Transcript) -> Take:
    asked = interview.asked
    first = len(interview.turns) == 1
    return make_take(
        said,
        question=asked.asks if asked else made.question.text,
        mode=interview.mode,
        points=_points(made) if first else (),
        opening=made.opening,
        candidate=made.candidate,
        earlier=_takes(request, made),
        target_seconds=FIRST if first else LATER,
        turns=interview.turns[:-1],
        broke_in=asked.broke_in if asked else None,
    )


def _save(request: Request, made: Preparation, take: Take, sound: bytes | None, name: str) -> None:
    from dataclasses import replace

    ending = name.rpartition(".")[2].lower()
    kept = replace(take, sound=ending if sound else "")
    handling.store_of(request).save_take(made.id, Stored(kept.id, kept.made, to_json(kept), sound))


def _points(made: Preparation) -> tuple[str, ...]:
    """Return what is to come across: from the draft nearest to a minute."""
    if not made.answers:
        return ()
    return points_of(min(made.answers, key=lambda draft: abs(draft.seconds - 60)))


def _plan(request: Request, made: Preparation, takes: list[Take]) -> Any:
    day = handling.store_of(request).fields(made.id).get("interview", "")
    today = datetime.now(UTC).date()
    if not day or date.fromisoformat(day) < today:
        return None
    return plan(_points(made), [made.question.text], date.fromisoformat(day), today, takes)


def _takes(request: Request, made: Preparation) -> list[Take]:
    return [from_json(stored.body) for stored in handling.store_of(request).takes(made.id)]


def _stored(request: Request, made: Preparation, take_id: str) -> Stored:
    for stored in handling.store_of(request).takes(made.id):
        if stored.id == take_id:
            return stored
    raise NotFound("There is no such take.", todo="Go back to Aloud.")


def _media(take: Take) -> str:
    return SOUNDS.get(take.sound, "application/octet-stream")


def _keep(request: Request, made: Preparation, interview: Interview) -> None:
    handling.store_of(request).save_field(made.id, FIELD, json.dumps(asdict(interview)))


def _interview(request: Request, made: Preparation) -> Interview | None:
    kept = handling.store_of(request).fields(made.id).get(FIELD)
    if not kept:
        return None
    from pydantic import TypeAdapter, ValidationError

    try:
        found: Interview = TypeAdapter(Interview).validate_json(kept)
    except ValidationError:
        return None
    return found

"""Makes a take of what was said, and keeps it as plain data."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from everest.errors import BadInput
from everest.rehearsal.content import contradictions, hold_against
from everest.rehearsal.delivery import deliver
from everest.rehearsal.model import Interruption, Mode, Take, Transcript, Turn, Word

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from everest.candidate.model import Candidate
    from everest.opening.model import Opening
    from everest.rehearsal.audio import Audio


def make_take(  # noqa: PLR0913 - one parameter for each thing a take is held against
    transcript: Transcript,
    *,
    question: str,
    mode: Mode = Mode.REAL,
    points: Sequence[str] = (),
    opening: Opening | None = None,
    candidate: Candidate | None = None,
    earlier: Sequence[Take] = (),
    audio: Audio | None = None,
    target_seconds: int = 60,
    turns: Sequence[Turn] = (),
    broke_in: Interruption | None = None,
    now: datetime | None = None,
) -> Take:
    """Put together all that can be told of one answer said.

    Raises:
        BadInput: if nothing was said.
    """
    from dataclasses import replace

    from everest.review import review

    if not transcript.text.strip():
        raise BadInput(
            "No words were heard.", todo="Check the microphone and the level, or type what you said."
        )
    found = review(transcript.text, question=question, opening=opening, candidate=candidate)
    take = Take(
        id=secrets.token_hex(8),
        made=now or datetime.now(UTC),
        question=question,
        mode=mode,
        transcript=transcript,
        delivery=deliver(transcript, target_seconds=target_seconds, audio=audio),
        content=hold_against(transcript.text, points, found),
        target_seconds=target_seconds,
        turns=tuple(turns),
        broke_in=broke_in,
    )
    return replace(take, content=replace(take.content, contradictions=contradictions(take, earlier)))


def to_data(take: Take) -> dict[str, Any]:
    """Return a take as plain data to keep as JSON."""
    data: dict[str, Any] = _adapter().dump_python(take, mode="json")
    return data


def to_json(take: Take) -> str:
    """Return a take as JSON."""
    return json.dumps(to_data(take), ensure_ascii=False)


def from_data(data: Any) -> Take:
    """Read a take kept by ``to_data``.

    Raises:
        BadInput: if it is none.
    """
    from pydantic import ValidationError

    try:
        take: Take = _adapter().validate_python(data)
    except ValidationError as error:
        raise BadInput("This is not a rehearsal that was kept.", todo="Record it again.") from error
    return take


def from_json(text: str) -> Take:
    """Read a take kept by ``to_json``.

    Raises:
        BadInput: if it is none.
    """
    try:
        return from_data(json.loads(text))
    except json.JSONDecodeError as error:
        raise BadInput("This is not a rehearsal that was kept.", todo="Record it again.") from error


def corrected(take: Take, text: str, *, words: Sequence[Word] = (), **context: Any) -> Take:
    """Return the take with its words mended by hand; times stay as long as the number of words does.

    ``words`` are the mended words with times found anew in the recording (``hear`` with ``said``), if there is one.
    ``context`` is what ``make_take`` takes: points, opening, candidate, earlier, audio.
    """
    from dataclasses import replace

    said = " ".join(text.split())
    transcript = replace(take.transcript, text=said, corrected=True)
    heard = said.split()
    if [word.text for word in words] == heard:
        transcript = replace(transcript, words=tuple(words))
    elif len(heard) == len(take.transcript.words):
        kept = tuple(
            replace(word, text=now, doubt=0.0 if now != word.text else word.doubt)
            for word, now in zip(take.transcript.words, heard, strict=True)
        )
        transcript = replace(transcript, words=kept)
    again = make_take(
        transcript,
        question=take.question,
        mode=take.mode,
        target_seconds=take.target_seconds,
        turns=take.turns,
        broke_in=take.broke_in,
        now=take.made,
        **context,
    )
    return replace(again, id=take.id, comments=take.comments, sound=take.sound, extra=take.extra)


@cache
def _adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(Take)

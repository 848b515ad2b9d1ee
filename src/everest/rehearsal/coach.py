"""One take as one file that opens anywhere, for a coach; and the coach's comments back beside the words."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from html import escape
from typing import Any

from everest.errors import BadInput
from everest.evidence import Span
from everest.rehearsal.model import Comment, Take
from everest.rehearsal.timeline import timeline_svg

_STYLE = (
    ":root{color-scheme:light dark}body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1.2rem}"
    "mark{background:#ffe9b0;color:#222}li{margin:.3rem 0}.soft{opacity:.75}audio{width:100%}"
    "textarea{width:100%;min-height:8rem;font:inherit}"
    "svg{width:100%;height:auto}svg text{font:600 13px sans-serif;fill:currentColor}svg .small{font-weight:400;font-size:12px}"
    ".loud{fill:#24606a;opacity:.35}.pitch,.pace{fill:none;stroke:#5b86b8;stroke-width:2}.pace{stroke:#3b8a5a}"
    ".pitch-dot,.hedge{fill:#5b86b8}.pace-dot{fill:#3b8a5a}.easy{fill:#3b8a5a;opacity:.15}.pause{fill:#888;opacity:.2}"
    ".pause.long{fill:#c8643c;opacity:.3}.axis{stroke:#999}.filler{fill:#a87400}.false-start{fill:#c8643c}"
    ".broke-in{stroke:#a3312a;stroke-width:2;stroke-dasharray:5 4}.playhead{display:none}"
)
MOST_COMMENTS = 200


def to_html(take: Take, *, sound: bytes | None = None, media_type: str = "audio/webm") -> bytes:
    """Return a take as an HTML file: recording if given, transcript, what was heard, how it was said, comments."""
    text = take.transcript.text
    rows = "".join(
        f"<li><strong>{escape(band.name)}</strong>: {band.value:g} {escape(band.unit)}. {escape(band.says)}</li>"
        for band in take.delivery.bands
    )
    points = "".join(
        f"<li>{'Heard' if point.heard else 'Missed'}: {escape(point.point)}"
        + (f"<br><span class=soft>“{escape(point.said)}”</span>" if point.said else "")
        + "</li>"
        for point in take.content.points
    )
    turns = "".join(
        f"<li><strong>{escape(turn.asks)}</strong><br>{escape(turn.said) or '<span class=soft>not answered</span>'}</li>"
        for turn in take.turns
    )
    comments = "".join(
        f"<li>“{escape(text[comment.start : comment.end])}”: {escape(comment.text)}</li>"
        for comment in take.comments
    )
    template = {
        "take": take.id,
        "comments": [{"words": "the words you mean", "text": "what you want to say"}],
    }
    player = ""
    if sound:
        data = base64.b64encode(sound).decode()
        player = f'<audio controls src="data:{escape(media_type, quote=True)};base64,{data}"></audio>'
    broken = ""
    if take.broke_in:
        broken = f"<p><strong>The interviewer broke in:</strong> {escape(take.broke_in.asks)}</p>"
    drawn = timeline_svg(take)
    score = f"{take.content.score} of 100, {take.content.verdict}" if take.content.score is not None else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A take: {escape(take.question)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head><body>'
        f"<h1>“{escape(take.question)}”</h1><p class=soft>{take.made:%B %d, %Y} · {escape(take.transcript.engine)}"
        f"{' · corrected by hand' if take.transcript.corrected else ''} · {score}</p>{player}"
        f"<h2>What was said</h2><p>{_marked(take)}</p>{broken}"
        + (f"<h2>Comments</h2><ul>{comments}</ul>" if comments else "")
        + (f"<h2>The conversation</h2><ol>{turns}</ol>" if turns else "")
        + (f"<h2>Points</h2><ul>{points}</ul>" if points else "")
        + f"<h2>How it was said</h2>{drawn}<ul>{rows}</ul><h2>For a coach</h2>"
        "<p>Copy this, fill it in, save it as a file ending in .json and send it back. It then appears beside the words.</p>"
        f"<textarea readonly>{escape(json.dumps(template, indent=1))}</textarea></body></html>\n"
    ).encode()


def with_comments(take: Take, content: bytes, *, by: str = "") -> Take:
    """Put a coach's comments beside the words they are about; those already there stay.

    Raises:
        BadInput: if the file holds no comments, is for another take, or names words that were not said.
    """
    try:
        data: Any = json.loads(content)
        about, given = data["take"], data["comments"]
        pairs = [(str(entry["words"]), str(entry["text"])) for entry in given][:MOST_COMMENTS]
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(
            "This file holds no comments.", todo="Ask the coach to keep the form of the file."
        ) from error
    if about != take.id:
        raise BadInput("These comments are about another take.", todo="Open that take, then add them.")
    found = [_placed(take.transcript.text, words, text, by) for words, text in pairs]
    new = [comment for comment in found if comment not in take.comments]
    return replace(take, comments=(*take.comments, *new))


def _placed(text: str, words: str, remark: str, by: str) -> Comment:
    at = text.lower().find(words.lower().strip()) if words.strip() else -1
    if at < 0:
        raise BadInput(f"“{words[:60]}” was not said in this take.", todo="Quote the words as they stand.")
    return Comment(remark[:2000], at, at + len(words.strip()), by)


def _marked(take: Take) -> str:
    text, parts, at = take.transcript.text, [], 0
    spans = sorted(
        {(c.start, c.end) for c in take.comments} | {(h.start, h.end) for h in take.delivery.habits}
    )
    for span in (Span(*pair) for pair in spans):
        if span.start < at:
            continue
        parts.append(escape(text[at : span.start]) + f"<mark>{escape(text[span.start : span.end])}</mark>")
        at = span.end
    return "".join(parts) + escape(text[at:])

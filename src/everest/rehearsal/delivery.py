"""How a take was said, by what can be counted. No judgment of emotion, accent or personality.

Ranges: conversational English runs at 120 to 170 words a minute (National Center for Voice and Speech gives 150 as
usual for the United States); silences beyond two seconds are noticed by listeners as breaks (Heldner and Edlund 2010 put
ordinary gaps under one second). Everything else is shown without a range, beside one's own earlier takes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from everest.rehearsal.audio import Audio, loudness_curve, pitch_curve
from everest.rehearsal.model import Band, Delivery, Habit, Transcript

WORDS_A_MINUTE = 140
"""Pace used to tell the length of typed words."""
PACE = (120.0, 170.0)
LONG_PAUSE = 2.0
WINDOW = 10.0
"""Seconds over which the pace is averaged."""

_SOUNDS = r"u+h+m*|u+m+|e+r+m*|a+h+|h+m+|m{2,}"
_PHRASES = r"you know|i mean|sort of|kind of|basically|actually|literally|or something|and stuff|and so on"
_FILLERS = re.compile(rf"\b(?:{_SOUNDS}|like|{_PHRASES})\b", re.IGNORECASE)
_BEAT = 0.15
"""Seconds of silence after a "like" that stands apart; measured on ``benchmarks/evaluate_rehearsal.py``."""
_LIKED = frozenset(
    "would i'd you'd we'd they'd he'd she'd to i you we they don't didn't do did really also feel feels look looks sound "
    "sounds seem something things anything people much more just places skills tools is was it's that's what's not never".split()
)
"""Words before a "like" that means something."""
_MEANT = {
    "you know": (
        r"\b(?:do|did|if|as|what|how|that|let|would|because|before)$",
        r"^(?:how|what|who|where|why|your|about|the)\b",
    ),
    "i mean": (r"\b(?:what|do|that)$", r"^(?:to|that|it|what|by)\b"),
    "sort of": (r"\b(?:a|the|this|that|what|some|any|same|another|every|right|which)$", ""),
}
_MEANT["kind of"] = _MEANT["sort of"]
"""Words before or after which a phrase is meant: "do you know", "I mean to stay", "the kind of work"."""
_HEDGES = re.compile(
    r"\b(?:i guess|i suppose|maybe|perhaps|probably|hopefully|i think maybe|i'm not sure|not really sure|"
    r"i don't know|i would say|a little bit|somewhat|more or less|if that makes sense)\b",
    re.IGNORECASE,
)
_FALSE_STARTS = re.compile(r"\b(?P<start>(?:[\w'’]+\s+){0,2}?[\w'’]+)[\s,.…–-]+(?P=start)\b", re.IGNORECASE)
_MEANT_TWICE = {"very", "really", "had", "that", "no", "so", "far", "long", "many"}


def deliver(transcript: Transcript, *, target_seconds: float = 60.0, audio: Audio | None = None) -> Delivery:
    """Count what can be counted in one take. For typed text only what needs no times."""
    words = re.findall(r"[\w'’%$-]+", transcript.text)
    habits = tuple(sorted(_habits(transcript), key=lambda habit: habit.start))
    seconds = _seconds(transcript, len(words))
    spoken = sum(
        habit.kind == "filler" and bool(re.fullmatch(_SOUNDS, habit.words, re.I)) for habit in habits
    )
    pace = round((len(words) - spoken) / seconds * 60, 1) if transcript.timed and seconds > 1 else None
    longest = max(transcript.pauses, key=lambda pause: pause.seconds, default=None)
    silent = sum(pause.seconds for pause in transcript.pauses)
    return Delivery(
        tuple(_bands(transcript, words, habits, seconds, pace, target_seconds)),
        habits,
        transcript.pauses,
        longest,
        pace,
        tuple(_pace_over_time(transcript)),
        round(1 - silent / seconds, 3) if transcript.timed and seconds else None,
        transcript.loudness or (loudness_curve(audio) if audio else ()),
        transcript.pitch or (pitch_curve(audio) if audio else ()),
    )


def _seconds(transcript: Transcript, words: int) -> float:
    if not transcript.timed:
        return words / WORDS_A_MINUTE * 60
    if transcript.words:
        return transcript.words[-1].end - transcript.words[0].start
    return transcript.seconds


def _bands(
    transcript: Transcript,
    words: list[str],
    habits: tuple[Habit, ...],
    seconds: float,
    pace: float | None,
    target: float,
) -> Iterator[Band]:
    if pace is not None:
        source = "National Center for Voice and Speech: about 150 words a minute in conversation"
        yield Band("pace", pace, "words a minute", *PACE, _pace_words(pace), source)
    yield Band(
        "length", round(seconds, 1), "seconds", 0.6 * target, 1.3 * target, _length_words(seconds, target)
    )
    count = Counter(habit.kind for habit in habits)
    minutes = max(seconds / 60, 0.1)
    fillers = round(count["filler"] / minutes, 1)
    yield Band("fillers", fillers, "a minute", None, None, _counted(count["filler"], "filler"))
    yield Band(
        "false starts",
        count["false start"],
        "in all",
        None,
        None,
        _counted(count["false start"], "false start"),
    )
    yield Band("hedges", count["hedge"], "in all", None, None, _counted(count["hedge"], "hedge"))
    if transcript.timed:
        long = [pause for pause in transcript.pauses if pause.seconds >= LONG_PAUSE]
        source = "Heldner and Edlund 2010: gaps in conversation are mostly under one second"
        says = (
            _counted(len(long), "pause of two seconds or more", "pauses of two seconds or more")
            if long
            else "No pause broke the thread."
        )
        yield Band("long pauses", len(long), "in all", None, 1, says, source)
    sentences = [part for part in re.split(r"[.!?]+", transcript.text) if part.strip()]
    if len(sentences) > 1:
        mean = round(len(words) / len(sentences), 1)
        yield Band("sentence length", mean, "words", None, 25, f"{mean:g} words in a sentence on average.")
    lower = [word.lower() for word in words]
    mine = sum(word in {"i", "i'm", "i'd", "i've", "i'll", "my", "me"} for word in lower)
    ours = sum(word in {"we", "our", "us", "we're", "we've", "team"} for word in lower)
    yield Band("I and we", mine, "times", None, None, f"“I” {mine}, “we” {ours}.")
    repeated = _repeated(lower)
    if repeated:
        yield Band(
            "repetition",
            repeated[0][1],
            "times",
            None,
            None,
            f"“{repeated[0][0]}” came {repeated[0][1]} times.",
        )


def _habits(transcript: Transcript) -> Iterator[Habit]:
    text = transcript.text
    times = _times(transcript)
    for pattern, kind in ((_FILLERS, "filler"), (_HEDGES, "hedge")):
        for found in pattern.finditer(text):
            if kind == "filler" and _is_meant(transcript, found):
                continue
            yield Habit(
                found.group(), kind, found.start(), found.end(), times.get(_number(text, found.start()))
            )
    for found in _FALSE_STARTS.finditer(text):
        words = found.group("start")
        if words.lower() not in _MEANT_TWICE and not re.fullmatch(_SOUNDS, words, re.IGNORECASE):
            yield Habit(
                found.group(),
                "false start",
                found.start(),
                found.end(),
                times.get(_number(text, found.start())),
            )


def _is_meant(transcript: Transcript, found: re.Match[str]) -> bool:
    """Tell a word that carries meaning from one said in passing, by its neighbors and, for "like", by the beat after it."""
    text, words = transcript.text, found.group().lower()
    before, after = text[: found.start()].rstrip(" "), text[found.end() :]
    if words == "like":
        if before.endswith(",") and after.startswith(","):
            return False
        last = (before.split() or [""])[-1].lower().replace("’", "'")
        number = _number(text, found.start())
        heard = transcript.words
        if not transcript.timed or len(text.split()) != len(heard) or number + 1 >= len(heard):
            return True
        return last in _LIKED or heard[number + 1].start - heard[number].end < _BEAT
    rules = _MEANT.get(words)
    if rules is None:
        return False
    left, right = rules
    return bool(
        (left and re.search(left, before, re.IGNORECASE))
        or (right and re.search(right, after.lstrip(" "), re.IGNORECASE))
    )


def _times(transcript: Transcript) -> dict[int, float]:
    """Return the start of each word by its number; a text corrected by hand keeps times while the words still line up."""
    if not transcript.timed or len(transcript.text.split()) != len(transcript.words):
        return {}
    return {number: word.start for number, word in enumerate(transcript.words)}


def _number(text: str, start: int) -> int:
    return len(text[:start].split())


def _pace_over_time(transcript: Transcript) -> Iterator[tuple[float, float]]:
    if not transcript.timed or not transcript.words:
        return
    last, start = transcript.words[-1].end, transcript.words[0].start
    at = start
    while at + WINDOW / 2 < last:
        size = min(WINDOW, last - at)
        count = sum(at <= word.start < at + size for word in transcript.words)
        yield round(at - start, 1), round(count / size * 60, 1)
        at += WINDOW / 2


def _repeated(words: list[str]) -> list[tuple[str, int]]:
    runs = Counter(" ".join(words[n : n + 3]) for n in range(len(words) - 2))
    return [(run, count) for run, count in runs.most_common(3) if count >= 3]


def _pace_words(pace: float) -> str:
    if pace < PACE[0]:
        return "On the slow side. If you were looking for words, practice the order of your points."
    if pace > PACE[1]:
        return "On the fast side. A breath after each point lets it land."
    return "Easy to follow."


def _length_words(seconds: float, target: float) -> str:
    if seconds < 0.6 * target:
        return f"Shorter than the {target:g} seconds planned. Is there a proof or a next step to add?"
    if seconds > 1.3 * target:
        return f"Longer than the {target:g} seconds planned. Which point could wait until they ask?"
    return "About as long as planned."


def _counted(count: int, noun: str, many: str = "") -> str:
    if not count:
        return "None."
    return f"{count} {noun if count == 1 else many or noun + 's'}."

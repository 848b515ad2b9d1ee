"""The embedded engine: pocketsphinx with its shipped acoustic model, and a language model made for this attempt."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from everest.rehearsal.audio import FRAME, RATE, Audio, loudness, silences
from everest.rehearsal.hearing.hesitating import with_hesitations
from everest.rehearsal.hearing.language_model import words_of, write_model
from everest.rehearsal.hearing.pronouncing import pronounce
from everest.rehearsal.model import Word

NAME = "pocketsphinx"
BEAMS = {"beam": 1e-64, "wbeam": 1e-50}
"""Wider searches than the engine's own: still several times faster than speech."""
LONGEST_PIECE = 12.0
"""Seconds of speech decoded at once; a longer stretch is cut at its pauses, or else where it is quietest."""
DITHER = 0.004
"""Noise added before listening, as a share of the level of speech (48 decibels below it). Without it a quarter more
words are misheard in sound whose silences are empty; ``benchmarks/evaluate_rehearsal.py`` holds such sound."""
QUIET = 12
"""Frames over which quietness is judged: the closure of a consonant is shorter."""
FRAMES_A_SECOND = 100


def hear(
    audio: Audio, texts: Sequence[str] = (), told: Callable[[str, float], None] | None = None
) -> tuple[Word, ...]:
    """Return the words heard. ``texts`` are what the person may say: the answer prepared, the posting, the résumé."""
    audio = _dithered(audio)
    with tempfile.TemporaryDirectory() as folder:
        decoder = _decoder(Path(folder), texts)
        heard: list[Word] = []
        for start, end in _pieces(audio):
            heard += _decoded(decoder, audio, start, end)
            if told:
                told("Listening", end / audio.seconds)
    return tuple(heard)


def place(audio: Audio, text: str) -> tuple[Word, ...]:
    """Find when each word of a known text was said, hesitations between them left in; () where it cannot be found.

    The words stay as they are written; a figure said in several words takes the time of all of them.
    """
    from pocketsphinx import Decoder

    tokens = [(token, words_of(token)) for token in text.split()]
    wanted = [word for _, words in tokens for word in words]
    if not wanted:
        return ()
    decoder = Decoder(samprate=RATE, loglevel="FATAL")
    lookup = _general()[0]
    for word in dict.fromkeys(wanted):
        if decoder.lookup_word(word) is None:
            decoder.add_word(word, pronounce(word, lookup), False)
    decoder.set_align_text(" ".join(wanted))
    heard = _decoded(decoder, _dithered(audio), 0.0, audio.seconds)
    return (
        _as_written(tokens, heard, set(wanted))
        if [w.text for w in heard if w.text in set(wanted)] == wanted
        else ()
    )


def _as_written(tokens: list[tuple[str, list[str]]], heard: list[Word], wanted: set[str]) -> tuple[Word, ...]:
    """Give each written word the times of the words it is said in; hesitations stand where they were heard."""
    placed: list[Word] = []
    rest = iter(heard)
    for token, words in tokens:
        run: list[Word] = []
        while len(run) < len(words):
            word = next(rest)
            if word.text in wanted:
                run.append(word)
            elif not run:
                placed.append(word)
        start = run[0].start if run else (placed[-1].end if placed else 0.0)
        placed.append(Word(token, start, run[-1].end if run else start))
    return tuple(placed)


def _decoder(folder: Path, texts: Sequence[str]) -> Any:
    from pocketsphinx import Decoder

    settings = {
        "samprate": RATE,
        "loglevel": "FATAL",
        **BEAMS,
    }
    if not any(text.strip() for text in texts):
        return Decoder(**settings)
    lookup, general, frequent = _general()
    model, spoken = folder / "attempt.lm", folder / "attempt.dict"
    write_model(model, texts, general, frequent)
    own = {word for text in texts for word in words_of(text)}
    lines = [f"{word} {pronounce(word, lookup)}" for word in sorted(own - set(frequent))]
    lines += [line for word in frequent for line in _entries()[word]]
    spoken.write_text("\n".join(lines) + "\n")
    return Decoder(lm=str(model), dict=str(spoken), **settings)


@cache
def _entries() -> dict[str, list[str]]:
    """Return the dictionary's lines by word, with the ways a word can be said."""
    from pocketsphinx import get_model_path

    found: dict[str, list[str]] = {}
    for line in Path(get_model_path("en-us/cmudict-en-us.dict")).read_text().splitlines():
        head = line.partition(" ")[0].partition("(")[0]
        found.setdefault(head, []).append(line)
    return found


@cache
def _general() -> tuple[Callable[[str], str | None], Callable[[Sequence[str]], float], list[str]]:
    from pocketsphinx import NGramModel, get_model_path

    model = NGramModel.readfile(get_model_path("en-us/en-us.lm.bin"))
    entries = _entries()
    base = math.log(1.0001)

    def chance(run: Sequence[str]) -> float:
        return math.exp(model.prob(list(run)) * base)

    def lookup(word: str) -> str | None:
        lines = entries.get(word)
        return lines[0].partition(" ")[2] if lines else None

    words = [word for word in entries if word.replace("'", "").isalpha()]
    ranked = sorted(words, key=lambda word: -chance([word]))[:6000]
    return lookup, chance, ranked


def _dithered(audio: Audio) -> Audio:
    """Add faint noise, always the same: perfect silence, as noise suppression leaves it, misleads the engine."""
    import numpy as np

    speech = (
        10 ** (float(np.percentile(loudness(audio), 95)) / 20) if len(audio.samples) >= RATE * FRAME else 0.0
    )
    noise = np.random.default_rng(0).standard_normal(len(audio.samples), dtype=np.float32)
    return Audio((audio.samples + DITHER * speech * noise).astype(np.float32))


def _pieces(audio: Audio) -> list[tuple[float, float]]:
    """Cut at pauses, so that each piece holds words and none is too long to search well."""
    cuts = [(pause.start + pause.end) / 2 for pause in silences(audio) if pause.seconds >= 0.35]
    edges = [0.0]
    for cut, following in zip(
        [*cuts, audio.seconds], [*cuts[1:], audio.seconds, audio.seconds], strict=False
    ):
        if following - edges[-1] > LONGEST_PIECE or cut == audio.seconds:
            edges.append(cut)
    whole = [(start, end) for start, end in pairwise(edges) if end - start > 0.1]
    levels = loudness(audio) if any(end - start > LONGEST_PIECE for start, end in whole) else None
    return [piece for start, end in whole for piece in _short_enough(start, end, levels)]


def _short_enough(start: float, end: float, levels: Any) -> list[tuple[float, float]]:
    """Cut a stretch without a pause where it is quietest, between a quarter and the whole of the length allowed."""
    import numpy as np

    pieces = []
    while end - start > LONGEST_PIECE:
        first = int((start + LONGEST_PIECE / 4) / FRAME)
        last = int(min(start + LONGEST_PIECE, end - 1.0) / FRAME)
        calm = np.convolve(levels[first:last], np.ones(QUIET) / QUIET, mode="valid")
        cut = (first + int(calm.argmin()) + QUIET / 2) * FRAME
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _decoded(decoder: Any, audio: Audio, start: float, end: float) -> list[Word]:
    decoder.start_utt()
    decoder.process_raw(Audio(audio.samples[int(start * RATE) : int(end * RATE)]).pcm(), full_utt=True)
    decoder.end_utt()
    segments = []
    for part in decoder.seg() or ():
        first, last = part.start_frame / FRAMES_A_SECOND, (part.end_frame + 1) / FRAMES_A_SECOND
        sure = math.exp(max(-50.0, part.prob * math.log(1.0001)))
        text = part.word.partition("(")[0]
        segments.append(
            Word(text, round(start + first, 2), round(start + last, 2), round(1 - min(1.0, sure), 2))
        )
    return list(with_hesitations(segments, audio))

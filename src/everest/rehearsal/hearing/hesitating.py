"""Finds "um" and "uh" among what the engine heard: speech that is no word, beside a silence.

A language model knows no fillers, and taught to expect them everywhere it hears them everywhere. The engine, however,
marks a voiced sound that fits no word as speech without a word; next to a silence such a sound is a hesitation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everest.rehearsal.audio import RATE, Audio, pitch
from everest.rehearsal.model import Word

WORDLESS = "[SPEECH]"
SHORTEST, LONGEST = 0.12, 0.9
"""Seconds a hesitation lasts. Measured on the synthesized set of ``benchmarks/evaluate_rehearsal.py``; below 0.1 s the
engine fills gaps between words."""
VOICED = 0.3
"""Share of it that must have a pitch: breaths and coughs have none."""
DOUBT = 0.4
_SILENT = frozenset(("<sil>", "<s>", "</s>", "[NOISE]"))
_FILLERS = frozenset(("um", "uh", "er", "mm", "hmm", "hm"))
_TAILS = frozenset(("i'm", "am", "of"))
"""What the engine makes of the end of an "um" when a silence follows."""


def with_hesitations(segments: Sequence[Word], audio: Audio) -> Iterator[Word]:
    """Yield the words of all segments the engine returned, silences left out, hesitations named."""
    skipped = False
    for n, segment in enumerate(segments):
        before = segments[n - 1].text if n else "<s>"
        after = segments[n + 1].text if n + 1 < len(segments) else "</s>"
        last = segments[n + 2].text if n + 2 < len(segments) else "</s>"
        if skipped:
            skipped = False
            continue
        if segment.text == WORDLESS:
            tail = after in _TAILS and last in _SILENT
            if {before, after} & _SILENT or tail:
                end = segments[n + 1].end if tail else segment.end
                if _is_hesitation(segment, audio):
                    skipped = tail
                    yield Word("um" if tail or _hums(audio, segment) else "uh", segment.start, end, DOUBT)
        elif segment.text in _FILLERS:
            if segment.end - segment.start >= SHORTEST:
                yield segment
        elif not segment.text.startswith(("<", "[")):
            yield segment


def _is_hesitation(segment: Word, audio: Audio) -> bool:
    if not SHORTEST <= segment.end - segment.start <= LONGEST:
        return False
    tones = pitch(_part(audio, segment.start, segment.end), step=0.02)
    return bool(tones) and sum(tone > 0 for tone in tones) >= VOICED * len(tones)


def _hums(audio: Audio, segment: Word) -> bool:
    """Tell whether the sound ends in an m: its last third holds hardly anything above 800 hertz, unlike its first."""
    import numpy as np

    third = (segment.end - segment.start) / 3
    shares = []
    for start in (segment.start, segment.end - third):
        power = np.abs(np.fft.rfft(_part(audio, start, start + third).samples)) ** 2
        cut = int(len(power) * 800 / (RATE / 2))
        shares.append(float(power[cut:].sum() / (power.sum() + 1e-12)))
    return shares[1] < 0.5 * shares[0]


def _part(audio: Audio, start: float, end: float) -> Audio:
    return Audio(audio.samples[int(start * RATE) : int(end * RATE)])

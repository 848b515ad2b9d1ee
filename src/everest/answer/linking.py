"""How near two phrases are: shared words, and meaning where the encoder is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from everest.answer.clauses import Clause
from everest.candidate.model import Candidate
from everest.evidence import Evidence

_COMMON = frozenset(
    "a an the and or of to in on at by for with from as that which who your my their its our all any new work working team "
    "teams ensure using use other others manage support help provide make be is are was were this these will can into about "
    "across through within including such well their company business role job experience ability skills strong".split()
)


def nearness(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """Give how near each of ``left`` is to each of ``right``, 0..1: 0.65 meaning + 0.35 shared words."""
    if not left or not right:
        return [[0.0] * len(right) for _ in left]
    words_left = [keywords_of(text) for text in left]
    words_right = [keywords_of(text) for text in right]
    shared = [[_overlap(a, b) for b in words_right] for a in words_left]
    meaning = _meaning(left, right)
    if meaning is None:
        return shared
    return [
        [min(1.0, max(0.0, 0.65 * meaning[i][j] + 0.35 * shared[i][j])) for j in range(len(right))]
        for i in range(len(left))
    ]


@lru_cache(maxsize=8192)
def keywords_of(text: str) -> frozenset[str]:
    """Reduce a text to the stems of its telling words."""
    return frozenset(
        _stem(word) for word in re.findall(r"[a-z][a-z+#-]{2,}", text.lower()) if word not in _COMMON
    )


def link_strength(
    tasks: list[tuple[Clause, Evidence]], candidate: Candidate
) -> list[tuple[Clause, Evidence]]:
    """Order tasks by what the person enjoys and has done; what drains them comes last."""
    reflection = candidate.reflection
    likes = [fact.value for fact in reflection.enjoys] + [s.words for s in reflection.strengths]
    done = [achievement.text for achievement in candidate.achievements][:20]
    drains = [fact.value for fact in reflection.drains]
    texts = [clause.base for clause, _ in tasks]
    liked, able, drained = (_best(texts, side) for side in (likes, done, drains))
    score = [a + 0.7 * b - c - 0.03 * n for n, (a, b, c) in enumerate(zip(liked, able, drained, strict=True))]
    order = sorted(range(len(tasks)), key=lambda n: -score[n])
    return [tasks[n] for n in order]


def _best(texts: list[str], side: list[str]) -> list[float]:
    return [max(row, default=0.0) for row in nearness(texts, side)] if side else [0.0] * len(texts)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return (
        len(a & b) / min(len(a), len(b))
        if len(a & b) > (1 if min(len(a), len(b)) > 2 else 0) or a == b
        else 0.4 * len(a & b) / max(1, min(len(a), len(b)))
    )


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ers",
        "er",
        "ies",
        "ed",
        "es",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _meaning(left: Sequence[str], right: Sequence[str]) -> list[list[float]] | None:
    try:
        from everest.language.meaning import available, encode
    except ImportError:
        return None
    if not available():
        return None
    product = encode(list(left)) @ encode(list(right)).T
    return [[float(value) for value in row] for row in product]

"""Numbers as written and as said: "12", "twelve", "$1.2M", "30%"."""

from __future__ import annotations

import re

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBER_WORDS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_UNITS) if value > 1},
    **{word: float(10 * (value + 2)) for value, word in enumerate(_TENS)},
    **{f"{ten}-{unit}": float(10 * (t + 2) + u) for t, ten in enumerate(_TENS) for u, unit in enumerate(_UNITS[:10]) if u},
    "hundred": 100.0, "thousand": 1000.0, "million": 1e6, "billion": 1e9, "dozen": 12.0,
    "half": 0.5, "third": 3.0, "quarter": 4.0, "doubled": 2.0, "tripled": 3.0, "halved": 0.5,
}  # fmt: skip
"""What a number word is worth. "one" is left out: it is a pronoun more often than a number."""

SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
}


def spelled(number: float) -> str:
    """Write a number as said: 5 → "five"; fractions and numbers above twenty in digits."""
    if number != int(number):
        return f"{number:g}"
    return _UNITS[int(number)] if 0 <= number < 20 else f"{int(number)}"


def digits_spoken(text: str) -> str:
    """Write small whole numbers as words, as in speech: "a team of 5" → "a team of five"."""
    pattern = r"(?<![\d.,$€£#/+-])(?P<before>\b[a-z]+ |^)\b(?P<number>[2-9]|10)\b(?![\d.,/%]*[\d%]|\+|-\w)"
    return re.sub(pattern, lambda match: match["before"] + spelled(float(match["number"])), text)

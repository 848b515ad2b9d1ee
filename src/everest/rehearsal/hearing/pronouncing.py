"""How a word that no dictionary holds may be said: cut into known words, or letter by letter by plain rules.

Phones are those of the CMU Pronouncing Dictionary.
"""

from __future__ import annotations

from collections.abc import Callable

Lookup = Callable[[str], str | None]

_RULES = {
    "tion": "SH AH N", "sion": "ZH AH N", "ough": "AO", "augh": "AO", "eigh": "EY", "igh": "AY",
    "tch": "CH", "sch": "SH", "ing": "IH NG", "air": "EH R", "ear": "IH R", "oor": "AO R", "our": "AW R",
    "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "wh": "W", "ck": "K", "qu": "K W", "ng": "NG", "kn": "N",
    "wr": "R", "ee": "IY", "ea": "IY", "oo": "UW", "ou": "AW", "ow": "OW", "oa": "OW", "ai": "EY", "ay": "EY",
    "oi": "OY", "oy": "OY", "au": "AO", "aw": "AO", "ew": "UW", "ie": "IY", "ei": "EY", "ar": "AA R",
    "er": "ER", "ir": "ER", "or": "AO R", "ur": "ER", "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH",
    "f": "F", "g": "G", "h": "HH", "i": "IH", "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "OW",
    "p": "P", "q": "K", "r": "R", "s": "S", "t": "T", "u": "AH", "v": "V", "w": "W", "x": "K S", "y": "IY",
    "z": "Z",
}  # fmt: skip
_LONG = {"a": "EY", "i": "AY", "o": "OW", "u": "UW", "e": "IY"}
_SHORTEST_PART = 3


def pronounce(word: str, lookup: Lookup) -> str:
    """Return the phones of a word, from the dictionary, from its parts, from its stem, or from its letters."""
    return lookup(word) or _ended(word, lookup) or _cut(word, lookup) or _spelled(word)


def _ended(word: str, lookup: Lookup) -> str | None:
    for ending, phones, restored in (
        ("ing", "IH NG", "e"),
        ("ed", "D", "e"),
        ("s", "Z", ""),
        ("er", "ER", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            known = lookup(stem) or (lookup(stem + restored) if restored else None)
            if known:
                return f"{known} {phones}"
    return None


def _cut(word: str, lookup: Lookup) -> str | None:
    for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, second = lookup(word[:at]), lookup(word[at:]) or _ended(word[at:], lookup)
        if first and second:
            return f"{first} {second}"
    return None


def _spelled(word: str) -> str:
    letters = "".join(sign for sign in word.lower() if sign.isalpha()) or "a"
    phones, at = [], 0
    while at < len(letters):
        silent = letters[at] == "e" and at == len(letters) - 1 and len(letters) > 2
        magic = at + 2 == len(letters) - 1 and letters[-1] == "e" and letters[at] in _LONG
        if silent:
            break
        if magic:
            phones.append(_LONG[letters[at]])
            at += 1
            continue
        size = next(n for n in (4, 3, 2, 1) if letters[at : at + n] in _RULES and at + n <= len(letters))
        phones.append(_RULES[letters[at : at + size]])
        at += size + (letters[at : at + 2] == letters[at] * 2 and size == 1)
    return " ".join(phones)

"""Stories told of oneself: what tells them from the name of a strength, and a few words to call them by."""

from __future__ import annotations

import re

LONGEST_NAME = 12
"""Words; what is longer is told, whatever it begins with."""
_A_STORY = 6
"""Words; as many with something that happened in them are a story."""
_FIRST_PERSON = 3
"""Words; as many are a story where the person speaks of themselves, as in "People trust me"."""
_CLAUSE = 8
"""Words; a first clause of as many is short enough to call a story by."""
_SPEAKER = re.compile(r"\b(?:[Ii]|[Ww]e|me|us)\b")
_PHRASE = re.compile(
    r"(?:[a-z]+ing|to|how|good|great|very|well|an?|the|being|making) (?!.*[.!?]\s+\S)", re.IGNORECASE
)
"""How a name begins that holds "I" or "me" further on: "explaining what I know", "good with people who scare me"."""
_SENTENCES = re.compile(r"[.!?][”\")]?\s+\S")
_HAPPENED = re.compile(
    r"(?:[a-z]+ed|built|led|ran|taught|wrote|rewrote|won|made|kept|found|brought|cut|grew|held|set up|sold|took) "
    r"(?:the|an?|our|my|all|every|two|three|four|five|six|\d+|new|people|them|it)\b"
    r"|(?:our|my|when|once|last|in|on|at|during|after|before|people|customers|clients|patients|colleagues|nobody|everyone|"
    r"they|he|she) .*\b(?:[a-z]{2,}ed|was|were|had|came|fell|got|made|went|took|kept|ran|left|said|told|knew|found|built|"
    r"gave|sent|won|lost|brought|broke|asks?|comes?|sends?|calls?|says?|trusts?)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;:.!?–—](?=\s|$)| (?=(?:and|but|so|because|which|who|when|until|after|before|while|that)\b)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an the my our your his her their its this that these those of to in on at for with from by and or but so as "
    "than into over about i we who which when where because was were is are had has be".split()
)


def is_story(words: str) -> bool:
    """Tell a story, or a sentence about oneself, from the name of a strength."""
    count = len(words.split())
    if count > LONGEST_NAME:
        return True
    if _SENTENCES.search(words):
        return count >= _A_STORY
    if _PHRASE.match(words):
        return False
    if _SPEAKER.search(words):
        return count >= _FIRST_PERSON
    return count >= _A_STORY and bool(_HAPPENED.match(words))


def short_name(story: str) -> str:
    """Return the first few words of a story, to call it by where nothing is heard in it."""
    flat = " ".join(story.split())
    clause = _first_clause(flat)
    words = clause.split()
    if len(words) > _CLAUSE:
        words = _rounded(words[: _CLAUSE - 2])
    return _with_dots(" ".join(words), flat)


def brief(text: str, most: int = 14) -> str:
    """Return a text as it may be quoted in a sentence: whole up to ``most`` words, else its first words."""
    words = text.split()
    if len(words) <= most:
        return " ".join(words)
    return _with_dots(" ".join(_rounded(words[:most])), " ".join(words))


def _first_clause(text: str) -> str:
    """Return the words before the first break that leaves at least three."""
    for match in _BREAK.finditer(text):
        if len(text[: match.start()].split()) >= 3:
            return text[: match.start()]
    return text


def _rounded(words: list[str]) -> list[str]:
    """Return the words without small ones at their end, which would point at what is left out."""
    end = len(words)
    while end > 2 and words[end - 1].lower().strip(",;") in _SMALL:
        end -= 1
    return words[:end]


def _with_dots(words: str, whole: str) -> str:
    kept = words.rstrip(" ,;:.!?–—")
    return kept if len(kept) >= len(whole.rstrip(" .!?")) else f"{kept} …"

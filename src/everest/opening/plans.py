"""Tells culture, short-term plan, long-term plan and none of these apart, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from everest.language import forms
from everest.opening.head import load
from everest.opening.model import StatementKind

_FUTURE = re.compile(
    r"\b(?:will|plans? to|planning to|aims? to|intends? to|expects? to|going to|set to|committed to (?:becoming|reaching|cutting)|about to|due to|scheduled to|on track to|"
    r"target(?:s|ing)?|ambition|goal is|roadmap|upcoming|coming (?:year|months|season|fall|autumn|spring|summer|winter)|working toward|on course|preparing to|"
    r"(?:we|company|team|group)(?:(?:'|’)re| are| is) (?:opening|launching|rolling|building|hiring|moving|expanding|adding|investing|doubling|introducing|testing|piloting|merging|integrating|recruiting|replacing|migrating|upgrading|training|switching|bringing|closing)|"
    r"(?:opens|launches|begins|starts|arrives|moves|goes live|rolls out)\b)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:this (?:year|quarter|month|fall|autumn|spring|summer|winter|season)|next (?:year|quarter|month|fall|autumn|spring|summer|winter|season|twelve months|12 months)|"
    r"by (?:the end of (?:the|this|next) year|year[- ]end|christmas|spring|summer|fall|autumn)|(?:in|over|within) the (?:next|coming) (?:few |six |twelve |\d{1,2} )?(?:months|year\b|weeks|quarters)|"
    r"in the (?:first|second) (?:half|quarter)|soon|shortly|currently|right now|Q[1-4]|already under way|underway|later this|early next|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_FAR = re.compile(
    r"\b(?:long[- ]term|strategy|vision|mission|decade|over the (?:next|coming) (?:\w+ )?(?:years|decade)|in the years (?:to come|ahead)|(?:three|five|ten|twenty|[3-9]|\d\d)[- ]year (?:plan|strategy|program)|"
    r"within (?:three|four|five|seven|ten|\d{1,2}) years|next (?:three|four|five|seven|ten|\d{1,2}) years|generations?|purpose is|exists? to|aspire|become the|net[- ]zero|carbon[- ]neutral|our ambition|north star)\b",
    re.IGNORECASE,
)
_CULTURE = re.compile(
    r"\b(?:we (?:value|believe|care|trust|respect|listen|share|talk|celebrate|encourage|support|welcome|work (?:in|as|closely|together)|put|treat|help each|make decisions|learn|speak|hold|keep our|take (?:pride|care|time)|ask|write things|start|meet|say|do not|don(?:'|’)t|never|always|give|look after|expect|read|admit|own)|"
    r"our (?:values|culture|teams?|people|way of working|principles)\b|values? (?:are|include)|nobody|no one|everyone (?:here|is|can|has|gets)|small teams|family[- ]friendly|open[- ]door|remote[- ]first|feedback|inclusi\w+|integrity|curiosity|humility|kindness|plainly|"
    r"mistakes|blame|autonomy|transparen\w+|at [A-Z]\w+,? (?:we|people|everyone|you))\b",
)
_PAST = re.compile(
    r"\b(?:was founded|founded in|since (?:19|20)\d\d|established in|last year|in (?:19\d\d|20[01]\d)\b|opened in|acquired|grew|launched in|began|started as|were|was|had|has been|won|received|completed|ago|history)\b",
    re.IGNORECASE,
)
_BOILER = re.compile(
    r"\b(?:leading (?:provider|supplier|company|manufacturer)|world[- ]class|is a (?:global|leading|premier)|headquartered|equal opportunity|employees (?:in|across|worldwide)|all rights reserved|cookies?|trademark|forward[- ]looking statements|click|subscribe|contact us|award[- ]winning|benefits include|salary|apply|years? of experience|degree|you will|you(?:'|’)ll|the role|candidates?|applicants?)\b",
    re.IGNORECASE,
)
_WISH = re.compile(r"\b(?:want|hope|dream|toward|ahead|prepar\w+|one day|future)\b", re.IGNORECASE)
_AHEAD = frozenset(["future", "near", "far", "mission", "year near", "year far"])
"""A plan shows one of these marks, or a wish; who only says what they do today has told no plan."""
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_MARKS = (
    ("future", _FUTURE),
    ("near", _NEAR),
    ("far", _FAR),
    ("culture", _CULTURE),
    ("past", _PAST),
    ("boiler", _BOILER),
    ("we", re.compile(r"^we\b", re.IGNORECASE)),
    ("values", re.compile(r"\b(?:values?|principles?|believe|integrity|honesty|respect|trust|fair\w*|safety|deserves?|committed to)\b", re.IGNORECASE)),
    ("mission", re.compile(r"\b(?:mission|vision|ambition|aspire\w*|purpose|strategy|strateg\w+|goal|exist to|long run|decade|generation)\b", re.IGNORECASE)),
    ("day to day", re.compile(r"\b(?:every(?:one|body)?|nobody|no one|anyone|each|together|weekly|daily|meetings?|teams?|feedback|managers?)\b", re.IGNORECASE)),
    ("figure", re.compile(r"\b\d[\d,.]*\b(?! ?(?:months|years))")),
    ("dated", re.compile(r"\b(?:last|yesterday|earlier|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)),
    ("done", re.compile(r"\b\w+(?:ed|ought|on|ew|old)\b")),
)  # fmt: skip
_SUBJECT = re.compile(
    r"^(?:(?:and|but|also|today|now|looking ahead|in addition|finally|meanwhile|so)[,]?\s+)*(?:(?:this|next)\s+\w+,?\s+|by\s+20\d\d,?\s+|in\s+20\d\d,?\s+|over the (?:next|coming) [\w ]+?,\s+)?(?P<subject>we|the company|our \w+(?: \w+)?|[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){0,3})\s+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:(?:will|plans? to|aims? to|intends? to|expects? to|wants? to|hopes? to|(?:is|are|am|(?:'|’)re)(?: now| currently| also)?(?: going to| set to| planning to| about to| preparing to)?)\s+)(?:also\s+|soon\s+)?(?P<verb>[a-z]+)\b\s*(?P<rest>[^.;]*)",
    re.IGNORECASE,
)


_KINDS = {
    "C": StatementKind.CULTURE,
    "V": StatementKind.CULTURE,
    "S": StatementKind.SHORT_TERM,
    "G": StatementKind.LONG_TERM,
}
LETTERS = {
    "C": "culture",
    "V": "values",
    "S": "short-term plan",
    "G": "long-term plan",
    "F": "fact",
    "N": "news",
    "U": "fluff",
}
"""What a company's sentence may be, by the letters of the labelled ones."""

SURE = 0.5
"""The chance from which a sentence counts as culture or as a plan; 0.1 less where that is also its likeliest letter."""


def kinds_of(sentences: Sequence[str], year: int) -> list[tuple[StatementKind | None, float, str]]:
    """Return for each sentence its kind, how sure that is (0..1), and its letter; kind None for facts, news and fluff.

    ``year`` is the present one; it decides which years are near and which are far.
    """
    import numpy as np

    if not sentences:
        return []
    head = load("company")
    marks = [marks_of(text, year) for text in sentences]
    chances = np.exp(head.log_chances(list(sentences), marks))
    found = []
    for text, shown, row in zip(sentences, marks, chances, strict=True):
        by_kind = dict.fromkeys(StatementKind, 0.0)
        for letter, kind in _KINDS.items():
            by_kind[kind] += float(row[head.labels.index(letter)])
        best = max(by_kind, key=lambda kind: by_kind[kind])
        letter = head.labels[int(row.argmax())]
        sure = by_kind[best]
        likely = sure >= (SURE - 0.1 if _KINDS.get(letter) is best else SURE)
        if best is not StatementKind.CULTURE and _AHEAD.isdisjoint(shown) and not _WISH.search(text):
            likely = False
        found.append((best if likely else None, round(sure, 3), letter))
    return found


def marks_of(sentence: str, year: int) -> tuple[str, ...]:
    """Name what a sentence shows of time, of voice and of boilerplate."""
    marks = [name for name, pattern in _MARKS if pattern.search(sentence)]
    ahead = [int(found) - year for found in _YEAR.findall(sentence)]
    marks += ["year near" if 0 <= gap <= 1 else "year far" if gap > 1 else "year past" for gap in ahead]
    if ahead and _FUTURE.search(sentence):
        marks.append(f"future {marks[-1]}")
    if _FUTURE.search(sentence) and _NEAR.search(sentence):
        marks.append("future near")
    if _FUTURE.search(sentence) and _FAR.search(sentence):
        marks.append("future far")
    marks.append(f"length:{min(4, len(sentence.split()) // 5)}")
    return tuple(dict.fromkeys(marks))


def clause_of(sentence: str) -> str:
    """Turn a plan into a gerund clause one can speak of: "opening two depots in 2027"; "" where that would be stiff."""
    words = " ".join(sentence.split())
    subject = _SUBJECT.match(words)
    if not subject:
        return ""
    lead = re.search(
        r"\b(?:this year|next year|by 20\d\d|in 20\d\d)\b", words[: subject.start("subject")], re.IGNORECASE
    )
    found = _VERB.match(words[subject.end() :])
    if not found or found["verb"].lower() in {"be", "not", "a", "the", "one", "an"}:
        return ""
    verb = found["verb"].lower()
    gerund = verb if verb.endswith("ing") else forms.gerund(verb)
    rest = re.split(r",\s|\s(?:and|which|where|while|because|so that|as we)\s", found["rest"].strip())[
        0
    ].strip(" .")
    clause = f"{gerund} {rest}".strip()
    if lead and lead[0].lower() not in clause.lower():
        clause = (
            f"{clause} {lead[0].lower() if lead[0][:2].lower() != 'by' else lead[0][0].lower() + lead[0][1:]}"
        )
    return clause if 3 <= len(clause.split()) <= 16 else ""

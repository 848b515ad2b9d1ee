"""Takes a task apart into acts: "hire and train cooks, order stock" is two, each verbs and what they are done to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from everest.language import forms
from everest.opening.actions import ACTIONS
from everest.opening.skills import is_shouted

_LEAD = re.compile(
    r"^(?:(?:you(?:'|’)?(?:ll| will)?|you|the \w+(?: \w+)? will|they(?: will)?|we need you to|we(?:'|’)ll look to you to|responsible for|responsibilities include|(?:other )?duties(?: will)? include|to|will|also|"
    r"your job is to|be|being|able to|have|the|daily|actively|proactively|effectively|successfully|continuously|regularly|closely|day-to-day|help to|assist (?:in|with)|working [^,]{3,40}, the \w+(?: of \w+)?)\s+)+",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"^.{0,60}?\b(?:you(?:'|’)?(?:ll| will)|you also|the (?:\w+ ){1,4}will)\s+(?:also\s+|be responsible for\s+)?(?=\w)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:(?:the|our|this|a|an|once a \w+|every \w+)\s+)?(?:[\w’'-]+\s+){0,4}?(?P<verb>[a-z]+s)\s+(?=\w)",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.;:!?]|,\s(?:and\s)?(?:including|such as|ensuring|while|so|as well|like|with|without|inside|wherever)\b|\s(?:in order to|so that|to ensure|such as|including|while|by|through|as well as|which|that|before|whenever|when|because|until)\s|\s[-–—(]\s?|\s(?:is|are) (?:also )?(?:your|part|a)\b",
    re.IGNORECASE,
)
_AND = {"and", "or", "&", "and/or", "then"}
_NOUNS = frozenset(
    "support design research record report plan program process test audit control supply market work review forecast change use focus issue order scale load "
    "position post structure shape measure contact model brief document lab water food labor cost art play schedule book house shop floor room staff crew note "
    "group trade stock guest host sign budget".split()
)
_STOP = frozenset(
    "the a an all our your their its new other various multiple every each them it this that these those any two three his her us".split()
)
_PEOPLE = frozenset(
    "team teams staff group groups department departments functions members personnel".split()
)
_NEVER = frozenset(
    "in of on at by for to from with as per up out down off over under into and or not no more less well even both either than about".split()
)


@dataclass(frozen=True, slots=True)
class Act:
    """One or more verbs (base forms) and what they are done to."""

    verbs: tuple[str, ...]
    thing: str


def acts(text: str) -> tuple[Act, ...]:
    """Take a task apart. A text without a verb gives one act without verbs."""
    plain = " ".join(text.strip().strip("•-*·▪ ").split())
    if is_shouted(plain):
        plain = plain.lower()
    plain = _begin(plain)
    stop = next((match.start() for match in _END.finditer(plain) if match.start() > 4), len(plain))
    words = re.sub(r"\(.*?\)", "", plain[:stop]).split()
    if len(words) > 2 and words[0].lower().endswith("ly"):
        words = words[1:]
    if not words or not verb_of(words[0]):
        return (Act((), " ".join(words).strip(" .,")),)
    return tuple(_acts_of(words))


@lru_cache(maxsize=4096)
def verb_of(word: str) -> str:
    """Return the base form of a verb one works with; "" for what is none."""
    bare = re.sub(r"[^\w-]", "", word).lower()
    if not bare or bare in _NEVER or bare in _STOP:
        return ""
    base = forms.base(bare)
    if base in ACTIONS:
        return base
    from lemminflect import getAllLemmas

    return base if "VERB" in getAllLemmas(bare) and not bare.endswith("ed") else ""


def _begin(plain: str) -> str:
    """Leave out who does it: "You will", "The paralegal", "Working beside the manager, the chief of staff"."""
    within = _WITHIN.sub("", plain, count=1)
    led = _LEAD.sub("", within)
    first = led.split(maxsplit=1)[0] if led else ""
    named = re.match(r"the\s", plain, re.IGNORECASE) and within == plain
    if led and verb_of(first) and not (named and led != plain and "will" not in plain[:40]):
        return led
    subject = _SUBJECT.match(plain)
    if subject and forms.base(subject["verb"].lower()) in ACTIONS:
        return plain[subject.start("verb") :]
    return led or plain


def _acts_of(words: list[str]) -> list[Act]:
    found: list[Act] = []
    verbs, at = _verbs_at(words, 0)
    rest: list[str] = []
    while at < len(words):
        before = words[at - 1] if at else ""
        joint = words[at].lower() in _AND
        ahead = at + 1 if joint else at
        comma = before.endswith(",") and bool(rest)
        if rest and (joint or comma) and _starts_act(words, ahead, words[0]):
            found.append(_act(verbs, rest))
            verbs, at = _verbs_at(words, ahead)
            rest = []
            continue
        rest.append(words[at])
        at += 1
    found.append(_act(verbs, rest))
    return [act for act in found if act.verbs]


def _act(verbs: list[str], rest: list[str]) -> Act:
    return Act(tuple(verbs), " ".join(rest).strip(" ,.").removesuffix(" and"))


def _verbs_at(words: list[str], at: int) -> tuple[list[str], int]:
    """Read a list of verbs, "hire, train and schedule"; return their base forms and what comes after."""
    verbs = [verb_of(words[at])]
    place = at + 1
    while place < len(words) - 1:
        joint = words[place].lower() in _AND
        if not joint and not words[place - 1].endswith(","):
            break
        ahead = place + 1 if joint else place
        if ahead >= len(words) - 1 or not verb_of(words[ahead]) or words[ahead].lower() in _STOP:
            break
        if forms.base(words[ahead].lower().strip(",")) not in ACTIONS and not _same_form(
            words[ahead], words[at]
        ):
            break
        verbs.append(verb_of(words[ahead]))
        place = ahead + 1
        if place < len(words) and words[place].lower() == "out":
            place += 1
    return verbs, place


def _starts_act(words: list[str], at: int, first: str) -> bool:
    """Tell whether a second act begins: "delays and propose changes", not "sales and support teams"."""
    if at >= len(words) - 1:
        return False
    word = words[at].strip(",").lower()
    verb, after = verb_of(word), words[at + 1].strip(",").lower()
    if not verb or after in _AND or not _same_form(word, first):
        return False
    if after in _STOP:
        return after not in {"each", "every"} or word not in _NOUNS
    if _is_noun(word) and after in _PEOPLE:
        return False  # "sales and support teams"
    if word == "work" and after in {"with", "closely", "alongside"}:
        return True
    if word in _NOUNS or forms.base(word) in _NOUNS:
        return after.endswith("s") and after not in _NEVER
    if after in _NEVER:
        return verb in ACTIONS and (_form(word) == "s" or after in {"with", "to", "for", "out", "up", "on"})
    return verb in ACTIONS or not _is_noun(word)


def _same_form(word: str, first: str) -> bool:
    """Tell whether two verbs stand in the same form: both bare, both in -s or both in -ing."""
    one, two = (re.sub(r"\W", "", each).lower() for each in (word, first))
    return _form(one) == _form(two)


def _form(word: str) -> str:
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") and forms.base(word) != word else ""


@lru_cache(maxsize=2048)
def _is_noun(word: str) -> bool:
    from lemminflect import getAllLemmas

    return "NOUN" in getAllLemmas(word)

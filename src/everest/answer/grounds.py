"""The check that nothing stands in an answer that nobody said: numbers, names, titles, certificates, plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from everest.answer.model import Claim, Ungrounded
from everest.answer.quantities import quantities_in
from everest.answer.subjects import Side, side_of

PLAN_SHARE = 0.6
"""Share of a company plan's content words that one piece of evidence must hold."""


class Posted(str):
    """Words of the opening or of the company: they bear out what is said of the company, never what is said of "I"."""

    __slots__ = ()


class Wished(str):
    """Words on what is wanted (an aim, a goal, the question asked): they bear out a wish, never a thing done."""

    __slots__ = ()


def check_grounds(text: str, evidence: Sequence[str]) -> tuple[Ungrounded, ...]:
    """Find the numbers, names, employers, titles, certificates and company plans that no evidence speaks for.

    ``evidence`` holds whatever may be relied on. Mark the posting's and the company's words as ``Posted`` and words on what
    is wanted as ``Wished``: then what is said of "I" as a fact rests on the person's own papers only, what is said of the
    company ("you", "your") on its own only, and a wish on either. Where nothing is marked, everything counts for everything.
    """
    known = _Evidence(evidence)
    found: list[Ungrounded] = []
    for finder in (_numbers, _names, _titles, _certificates, _plans):
        for item in finder(text, known):
            if not any(item.start < other.end and other.start < item.end for other in found):
                found.append(item)
    return tuple(sorted(found, key=lambda item: item.start))


class _Known:
    def __init__(self, evidence: Sequence[str]) -> None:
        joined = "\n".join(evidence).replace("’", "'")
        self.lower = joined.lower()
        self.words = set(re.findall(r"[a-z0-9+#']+", self.lower))
        self.stems = {_stem(re.sub(r"'s$", "", word)) for word in self.words}
        self.quantities = quantities_in(joined)
        self.sentences = [
            _content(sentence) for sentence in re.split(r"[.!?\n]+", joined) if sentence.strip()
        ]


class _Evidence:
    """What is known, by whose papers say it."""

    def __init__(self, evidence: Sequence[str]) -> None:
        posted = [text for text in evidence if isinstance(text, Posted)]
        mine = [text for text in evidence if not isinstance(text, Posted | Wished)]
        self.marked = len(mine) < len(evidence)
        every = _known(tuple(str(text) for text in evidence))
        self._sides = {
            Side.ANY: every,
            Side.MINE: _known(tuple(mine)) if self.marked else every,
            Side.THEIRS: _known(tuple(str(text) for text in posted)) if posted else every,
        }

    def at(self, text: str, start: int) -> _Known:
        """Return what may bear out a claim at this place."""
        return self._sides[side_of(text, start)] if self.marked else self._sides[Side.ANY]

    @property
    def theirs(self) -> _Known:
        """Return what the opening and the company say."""
        return self._sides[Side.THEIRS]


@lru_cache(maxsize=16)
def _known(evidence: tuple[str, ...]) -> _Known:
    return _Known(evidence)


def _numbers(text: str, known: _Evidence) -> Iterator[Ungrounded]:
    ahead = tuple(_horizons(text))
    for item in quantities_in(text):
        if any(start <= item.start < end for start, end in ahead):
            continue
        if not any(item.fits(said) for said in known.at(text, item.start).quantities):
            end = _with_what_it_counts(text, item.end) if item.kind == "count" else item.end
            yield Ungrounded(
                Claim.NUMBER,
                text[item.start : end],
                item.start,
                end,
                "No paper that could show it holds this number.",
            )


_COUNTED = re.compile(
    r"[ -](?:(?:new|more|other|different|busy|young|full|whole|\w+-\w+) )?(?P<word>[a-z]{3,})\b"
)


def _with_what_it_counts(text: str, end: int) -> int:
    """Return where "two nurses" ends, so that one reads which two is meant."""
    counted = _COUNTED.match(text, end)
    return counted.end() if counted and counted["word"] not in _FUNCTION_WORDS else end


_AHEAD = re.compile(
    r"\b(?:want|hope|wish|aim|plan|see myself|picture myself|would|will|going to|like to|love to)\b|['’](?:d|ll)\b",
    re.IGNORECASE,
)


def _horizons(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans that say how far ahead one looks, as in "in five years I hope to": wishes, not claims."""
    from everest.language.sentences import split
    from everest.language.time_spans import find

    spans = [span for span in find(text) if span.kind in {"in", "within", "by"}]
    for sentence in split(text) if spans else ():
        if _AHEAD.search(text, sentence.start, sentence.end):
            yield from ((s.start, s.end) for s in spans if sentence.start <= s.start < sentence.end)


_NAME = re.compile(r"\b[A-Z][\w&+#.'’-]*(?:\s+(?:of |the |and |& )?[A-Z][\w&+#.'’-]*)*")


def _names(text: str, known: _Evidence) -> Iterator[Ungrounded]:
    for match in _NAME.finditer(text):
        for word in re.finditer(r"[A-Za-z0-9+#]+(?:['’][A-Za-z]+)?", match[0]):
            start = match.start() + word.start()
            bare = re.sub(r"['’](?:s|m|d|ve|ll|re)$", "", word[0].replace("’", "'"))
            if (
                bare == "I"
                or not bare[0].isupper()
                or (_opens_sentence(text, start) and _ordinary(bare.lower()))
            ):
                continue
            low, side = bare.lower(), known.at(text, start)
            if low not in side.words and low + "'s" not in side.words and _stem(low) not in side.stems:
                yield Ungrounded(
                    Claim.NAME,
                    word[0],
                    start,
                    start + len(word[0]),
                    "This name is in none of your documents.",
                )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \n\"'“‘(")
    return not before or before[-1] in ".!?:"


@lru_cache(maxsize=4096)
def _ordinary(word: str) -> bool:
    from lemminflect import getAllLemmas

    if word in _FUNCTION_WORDS:
        return True
    kinds = getAllLemmas(word)
    return bool(set(kinds) - {"PROPN"})


_TITLE_HEADS = (
    "manager|director|engineer|developer|analyst|nurse|teacher|accountant|coordinator|specialist|supervisor|officer|president|"
    "consultant|technician|administrator|assistant|associate|architect|designer|scientist|lawyer|attorney|paralegal|partner|"
    "chef|electrician|mechanic|planner|buyer|recruiter|representative|executive|principal|professor|physician|therapist|"
    "pharmacist|foreman|superintendent|controller|auditor|editor|writer|strategist|ceo|cfo|cto|coo|ciso"
)
_TITLE = re.compile(rf"\b(?P<mod>[a-z][\w-]* )?(?P<head>(?:{_TITLE_HEADS}))s?\b", re.IGNORECASE)
_RANKS = frozenset(
    "senior junior lead chief vice assistant associate deputy executive principal staff head".split()
)


def _titles(text: str, known: _Evidence) -> Iterator[Ungrounded]:
    for match in _TITLE.finditer(text):
        head, modifier = match["head"].lower(), (match["mod"] or "").strip().lower()
        if head in {"partner", "associate", "executive", "principal", "assistant"} and modifier not in {
            "a",
            "an",
            "the",
        }:
            continue
        side = known.at(text, match.start())
        if not {_stem(head), _stem(f"{head}s")} & side.stems:
            yield _found(Claim.TITLE, match, "This job title is in none of your documents.")
        elif modifier in _RANKS and modifier not in side.words:
            yield _found(Claim.TITLE, match, f"“{modifier}” is a rank that none of your documents names.")


_CERTIFICATE = re.compile(
    r"\b(?:certifi\w+|licen[cs]\w+|credential\w*|diploma|bachelor(?:'s)?|master's|mba|phd|doctorate|degree)\b",
    re.IGNORECASE,
)


def _certificates(text: str, known: _Evidence) -> Iterator[Ungrounded]:
    for match in _CERTIFICATE.finditer(text):
        if _stem(match[0].lower().replace("'s", "")) not in known.at(text, match.start()).stems:
            yield _found(Claim.CERTIFICATE, match, "No document names this certificate or degree.")


_PLAN = re.compile(
    r"\b(?:you|the company|(?!(?:It|That|This|There|Here|What|Where|Who|Day|Work)\b)[A-Z][\w&-]+)(?:'re| are| plans?| want| intend| aim|'s| is| will|'ll)(?: to| going to)? "
    r"(?P<plan>(?:open|launch|expand|build|hire|hiring|opening|launching|expanding|building|acquir|merg|mov|doubl|"
    r"enter|roll|invest|grow|cut|clos|add|replac|creat)\w*\b[^.,;!?]*)"
)


def _plans(text: str, known: _Evidence) -> Iterator[Ungrounded]:
    for match in _PLAN.finditer(text):
        words = _content(match["plan"])
        best = (
            max((len(words & sentence) / len(words) for sentence in known.theirs.sentences), default=0.0)
            if words
            else 1.0
        )
        if best < PLAN_SHARE:
            start = match.start("plan")
            yield Ungrounded(
                Claim.PLAN,
                match["plan"],
                start,
                match.end("plan"),
                "Nothing you gave says that the company plans this.",
            )


def _found(kind: Claim, match: re.Match[str], message: str) -> Ungrounded:
    return Ungrounded(kind, match[0], match.start(), match.end(), message)


def _content(text: str) -> frozenset[str]:
    return frozenset(
        _stem(word)
        for word in re.findall(r"[a-z0-9]+", text.lower())
        if word not in _FUNCTION_WORDS and len(word) > 2
    )


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """Cut endings off, so that "certified" meets "certification" and "managers" meets "manager"."""
    word = word.strip("'")
    for ending in (
        "ications",
        "ication",
        "ations",
        "ation",
        "ified",
        "ifying",
        "ings",
        "ing",
        "ies",
        "ied",
        "ed",
        "es",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet of to in on at by for with from as that which who whom whose what when where why how if "
    "than then this these those i me my mine myself we us our you your yours it its he she they them their is are was were be "
    "been being am do does did done have has had having will would can could shall should may might must not no yes there here "
    "now over under into out up down off about after before while because since until through during between among without "
    "within against more most much many some any each every all both few other another such same own just only also even still "
    "very too well really first next last ever never always often once twice again".split()
)

__all__ = ["Posted", "Wished", "check_grounds"]

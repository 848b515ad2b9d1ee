"""Names that stand side by side with nothing between them: "Charge Nurse Alder Creek Hospital", "BA Education University of Calden"."""

from __future__ import annotations

import re

from everest.candidate.titles import DEGREE, TITLE

STATES = (
    r"Andhra Pradesh|Assam|Bihar|Chandigarh|Chhattisgarh|Delhi|Goa|Gujarat|Haryana|Jharkhand|Karnataka|Kerala|Madhya Pradesh|"
    r"Maharashtra|Odisha|Orissa|Punjab|Rajasthan|Tamil Nadu|Telangana|Uttar Pradesh|Uttarakhand|West Bengal"
)
_PLACE = re.compile(
    rf"(?<![\w,])(?P<place>(?:(?:New|Navi|North|South|East|West|San|Los|Greater|Fort)\s)?[A-Z][\w.]+(?:\s[A-Z]\w+(?=,\s(?:{STATES})))?,\s(?:{STATES}|[A-Z]{{2}})\b)"
)
_PLACE_WITHIN = _PLACE.pattern.replace("|[A-Z]{2})", ")")
_LONGEST = 300
"""Characters; no head of a job or course is longer."""
_FIELD = re.compile(
    r"(?:sciences?|engineering|engg|arts?|commerce|management|technology|administration|studies|education|nursing|design|law|history|"
    r"mathematics|maths|physics|chemistry|biology|economics|accounting|accounts|accountancy|finance|marketing|psychology|therapy|hygiene|mechanics|"
    r"mechanical|electrical|civil|electronics|telecommunications?|computers?|applications?|statistics|philosophy|literature|languages?|"
    r"sociology|politics|journalism|communications?|media|music|medicine|pharmacy|health|care|work|business|it|cse|ece|eee|techniques|systems)",
    re.IGNORECASE,
)
_SCHOOL_WORD = re.compile(
    r"(?:university|college|school|institute|academy|polytechnic|vidyapeeth|vidyalaya|board|campus|convent|coe)[.,]?",
    re.IGNORECASE,
)
_SCHOOL_FIRST = re.compile(
    r"(?:the\s+)?(?:university|college|institute|academy|school|faculty)\s+of\s|state board|board of",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:inc|llc|ltd|limited|plc|gmbh|corp|corporation|company|group|university|college|school|hospital|clinic|bank|institute|studio|"
    r"hotel|restaurant|bistro|cafe|café|logistics|works|foods|farms?|media|press|health|club|store|stores|center|centre|agency|systems|"
    r"labs?|services|solutions|technologies)\b\.?",
    re.IGNORECASE,
)


def split_study(words: str) -> list[tuple[int, int]]:
    """Split degree, field, place and school that stand in one row; one span where there is nothing to split."""
    if len(words) > _LONGEST:
        return [(0, len(words))]
    place = _PLACE.search(words)
    if place and DEGREE.search(words[: place.start()]) and words[place.end() :].strip():
        left = _narrowed(place)
        return _kept(words, [(0, left), (left, place.end("place")), (place.end("place"), len(words))])
    if turned := _degree_start(words):
        return _kept(words, [(0, turned), (turned, len(words))])
    gap = re.search(r"\S(?P<gap>\s{2,})\S", words)
    if gap and (DEGREE.search(words[: gap.start("gap")]) or _SCHOOL_WORD.search(words[gap.end("gap") :])):
        return _kept(words, [(0, gap.start("gap")), (gap.end("gap"), len(words))])
    at = _school_start(words)
    if at and DEGREE.search(words[:at]):
        return _kept(words, [(0, at), (at, len(words))])
    return [(0, len(words))]


def place_within(words: str) -> tuple[int, int] | None:
    """Return where a town with its state stands between names with nothing to part them: "B.A. Pune, Maharashtra Some College"."""
    found = re.search(_PLACE_WITHIN, words) if len(words) <= _LONGEST else None
    if found is None or not (
        DEGREE.search(words[: found.start() + 1]) or _school_start(words[found.end() :].strip() + " ")
    ):
        return None
    return _narrowed(found), found.end("place")


def split_job(words: str) -> tuple[int, bool] | None:
    """Return where a title and an employer meet, and whether the title stands first; None where it can't be told."""
    titles = list(TITLE.finditer(words)) if len(words) <= _LONGEST else []
    if not titles:
        return None
    house = next((match for match in _HOUSE.finditer(words) if match.end() < titles[-1].start()), None)
    if house and titles[-1].end() >= len(words.rstrip(" .")) - 3:
        return house.end(), False
    last = titles[-1]
    for match in titles:
        rest = words[match.end() :].lstrip()
        if rest[:1].isupper() and not TITLE.match(rest) and not re.match(r"(?:I{1,3}|IV|V)\b", rest):
            last = match
            break
    rest = words[last.end() :].strip()
    if not rest[:1].isupper() or len(rest) < 3:
        return None
    return last.end(), True


def _degree_start(words: str) -> int:
    """Return where a degree begins behind the school that offers it; 0 where the school does not stand first."""
    for match in DEGREE.finditer(words):
        before = words[: match.start()].rstrip()
        if before and _SCHOOL_WORD.search(before.split()[-1]) and before[-1] != ",":
            return match.start()
    return 0


def is_field(words: str) -> bool:
    """Tell the name of a field of study by its last word."""
    return bool(words) and _FIELD.fullmatch(words.rsplit(maxsplit=1)[-1]) is not None


def school_start(words: str) -> int:
    """Return where the name of a school begins; 0 where none does, or where it opens the words."""
    return _school_start(words)


def _narrowed(place: re.Match[str]) -> int:
    """Return where a town begins: a word of the field before it ("Engineering Pune, …") is no part of its name."""
    first = re.match(r"(\S+)\s", place["place"])
    if (
        first
        and (_FIELD.fullmatch(first[1]) or DEGREE.fullmatch(first[1]))
        and place["place"].split(",")[0].count(" ")
    ):
        return place.start("place") + first.end()
    return place.start("place")


def _school_start(words: str) -> int:
    if led := _SCHOOL_FIRST.search(words):
        return (
            _back(words, led.start())
            if re.match(r"school|college|institute|academy", led[0], re.I)
            else led.start()
        )
    parts = list(re.finditer(r"\S+", words))
    learned = [match.span() for match in DEGREE.finditer(words)]
    named = [
        part
        for part in parts[1:]
        if _SCHOOL_WORD.fullmatch(part[0]) and not any(a <= part.start() < b for a, b in learned)
    ]
    return _back(words, named[0].start()) if named else 0


def _back(words: str, at: int) -> int:
    """Walk back over the capital words of a school's name to the last word of degree or field."""
    begun = at
    for part in reversed(list(re.finditer(r"\S+", words[:at]))):
        bare = part[0].strip(".,")
        beside = not words[part.end() : at].strip() and at == begun
        if (
            (_FIELD.fullmatch(bare) and not beside)
            or DEGREE.fullmatch(part[0])
            or not re.match(r"[A-Z&]", part[0])
            or part[0][-1] == ","
        ):
            return at
        at = part.start()
    return at


def _kept(words: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in spans if words[a:b].strip(" ,")]

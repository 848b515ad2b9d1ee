"""The skills that a requirement wants, the atlas's names first, then names and fields it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.opening import places
from everest.opening.skills import is_everyday, is_shouted, skills_in

_LANGUAGES = frozenset(
    "Spanish French German Mandarin Cantonese Chinese Japanese Korean Portuguese Italian Arabic Hindi Russian Vietnamese Tagalog Polish Swahili Somali Hmong Haitian Creole Bilingual ASL".split()
)
_NO_SKILL = frozenset(
    "A An The Fluent Current Valid Strong Advanced Basic Solid Excellent Working Proven Prior Active Conversational Demonstrated Hands-on Hands-On Practical Extensive Deep Good Great Recent Previous Direct Proficient Intermediate Expert Familiar Skilled Confident Some Any One Two Three Four Five Six Seven Eight Nine Ten Bachelor Master Associate BA BS BSC MA MS MSC MBA PHD GED DOT JD AA AS RN LPN BSN MSN MSW USA US UK EU ID AM PM I II III IV GS HR Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December American Act State University College School OK TB PDF Mr Mrs Dr".split()
) | frozenset(name for full in places.STATES.values() for name in full.split()) | frozenset(places.STATES)  # fmt: skip
_NAME = re.compile(r"(?<![\w’'])[A-Z][\w+#&/’'.-]*(?:\s+[A-Z][\w+#&/’'.-]*)*")
_FIELD = re.compile(
    r"\b(?:years?(?:'|’)?\s+(?:of\s+)?(?:\w+\s+)?(?:experience\s+)?(?:in|of|with)|experience (?:in|with|of|using)|knowledge of|background in|understanding of|skilled? (?:in|at)|trained in|working knowledge of|proficien\w+ (?:in|with)|"
    r"familiar\w* with|comfortable with|courses? in|certificate in|command of|expert in|you know|fluency in|fluent in)\s+(?:(?:the|a|an|modern|state|related|strong|basic|advanced|professional|some)\s+)*(?P<first>[a-zA-Z][\w&/ -]{2,40}?)"
    r"(?:\s+(?:or|and)\s+(?P<second>[a-zA-Z][\w&/ -]{2,30}?))?(?=\s+(?:experience|is|are|work|management experience|center|system|systems|principles|regulations|standards|programs?|required|preferred|well|on|at|in|with|to|for|from|while|or|and|such|like|you|,)\b|[.,;:()]|$)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"^(?:\w+ly|in|this|that|your|our|working|using|how|what|people|others|children|teams?|more|least|all|new|customers?|similar|related|related field|role|field|management|leadership role|professional|a|years?|industry|office|production|grade|same|experience|each|every|their|its|it|them|the|and/or|relevant|focus|ability|study|core|multiple|lead\w*|building|improving|developing|motivating|influencing|partner\w*|projects?|managing|actioning|practices)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 3


def wanted_skills(text: str) -> tuple[str, ...]:
    """Return the skills that a line asks for: usual names where they are known, else the posting's own words."""
    known = skills_in(text)
    taken = [(start, end) for _, start, end in known]
    found = [name for name, _, _ in known]
    for start, end in (*_names(text), *_fields(text)):
        if all(end <= a or start >= b for a, b in taken):
            taken.append((start, end))
            found.append(text[start:end])
    return tuple(dict.fromkeys(found))


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Find names of tools, certificates and languages by the way that they are written."""
    if is_shouted(text):
        return
    for match in _NAME.finditer(text):
        for words, start in _kept(match):
            bare = words.strip(".’'")
            capitals = sum(letter.isupper() or letter.isdigit() for letter in bare)
            odd = capitals >= 2 and " " not in bare
            named = bare in _LANGUAGES or odd or (not is_everyday(bare.lower()))
            if named and len(bare) > 1 and not re.search(r"[’'](?:re|ve|d|ll|t|m)$", bare):
                yield start, start + len(bare)


def _kept(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Cut what is no skill out of a run of capitals ("Current Minnesota RN license")."""
    run: list[re.Match[str]] = []
    for token in [*re.finditer(r"\S+", match[0]), None]:
        if (
            token is not None
            and token[0].strip(".,’'s") not in _NO_SKILL
            and token[0].strip(".") not in _NO_SKILL
        ):
            run.append(token)
            continue
        if run:
            first, last = run[0].start(), run[-1].end()
            yield match[0][first:last], match.start() + first
        run = []


def _fields(text: str) -> Iterator[tuple[int, int]]:
    """Find fields of work named after "experience in" and the like."""
    for match in _FIELD.finditer(text):
        for group in ("first", "second"):
            words = (match[group] or "").strip()
            if words and len(words.split()) <= _MOST_WORDS and not _LOOSE.match(words):
                yield match.start(group), match.start(group) + len(words)

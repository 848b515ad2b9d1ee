"""What a question points at, as marks for the learned head: whose aims, which time, which tense."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from everest.content import load

_ASK = r"(?:tell|show|give|walk|talk|take|describe|share|explain|outline|state|discuss|indicate|elaborate(?: on| upon)?|hear|know|ask|sketch|address)"
_WHOM = r"(?:me|us|the (?:panel|committee|board|team)|with (?:me|us))"
_LEAD = re.compile(
    rf"^(?:(?:so|ok|okay|right|well|now|and|um|uh|great|thanks|hi there|hello|please|kindly|finally|lastly|alright|let's see)[\s,.:!]+)*"
    rf"(?:(?:could|can|would|will) you (?:please |perhaps |briefly )?(?={_ASK})|(?:i'd|we'd|i would|we would) (?:like|love) (?:you )?to (?={_ASK}))?"
    rf"(?:please |kindly )?(?:{_ASK} {_WHOM}? ?(?:through |about |on |a (?:bit|little) about |a bit more about )?(?=(?:your|what|where|which|how|why)\b))?",
    re.IGNORECASE,
)

_SPELLED = {
    "u": "you", "ur": "your", "r": "are", "yrs": "years", "yr": "year", "wher": "where", "whre": "where",
    "wat": "what", "whats": "what's", "wheres": "where's", "wanna": "want to", "gonna": "going to", "abt": "about",
    "b4": "before", "2day": "today", "carreer": "career", "carrer": "career", "asperations": "aspirations",
    "aspirtions": "aspirations", "goles": "goals", "yourselve": "yourself", "your self": "yourself", "5": "five",
    "10": "ten", "3": "three", "2": "two", "15": "fifteen", "20": "twenty", "plz": "please", "pls": "please",
}  # fmt: skip
_MISSPELLED = re.compile(
    rf"\b(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\b(?![.&]\w)", re.IGNORECASE
)

_YOU = r"(?:do|would|will|are|can|could|did|might) (?:you|u)"
_AIM = (
    r"(?:goals?|aspirations?|asperations?|ambitions?|objectives?|plans?|dreams?|hopes?|vision|aims?|targets?)"
)
_WORK = r"(?:career|professional(?:ly)?|profession|working life|work[- ]?wise|job[- ]?wise|line of work|trade|field)"
_PLACE = r"(?:this|our|the|your) (?:\w+ )?(?:industry|market|sector|company|firm|team|department|business|school|hospital|library|charity|product|brand|world|profession)"
_THIS_JOB = r"(?:this|the|our) (?:\w+ )?(?:job|role|position|post|opening|opportunity|vacancy)"
_MARKS = {
    "you-ahead": rf"\b{_YOU}\b.*\b(?:see yourself|like to|love to|want|wanna|hope|hoping|plan|planning|aim|aiming|aspire|picture|imagine|dream|intend|expect)\b",
    "you-see-yourself": r"\byou(?:rself)?\b.{0,20}\b(?:see|picture|imagine|find|envision) (?:your ?self|you)\b|\b(?:see|picture|imagine) your ?self\b",
    "your-aims": rf"\b(?:your|ur|you) (?:\w+[ -]){{0,3}}{_AIM}\b",
    "your-career-aims": rf"\b{_WORK} {_AIM}\b|\b{_AIM}\b.*\b(?:in|for|of) (?:your|the) {_WORK}\b",
    "your-career": r"\byour (?:\w+ )?(?:career|working life|work life|profession(?:al)? (?:life|path|future|journey)|path|future|life)\b",
    "told-past": r"\b(?:a time|an example|an? (?:occasion|situation) (?:when|that|you|in which|where)|have you ever|did you|when you (?:were|had|first|started|left)|last (?:job|role|year|position|boss|place|company|manager|week|quarter)|previous|in the past|so far|to date)\b",
    "past-you": r"\b(?:did|have|were|had|was) (?:you|your)\b(?!.*\b(?:want to be|set|planned|apply|considered|thought)\b)|\bhow have your\b",
    "past-thing": r"\byou(?:'ve| have)? (?:\w+ )?(?:set|made|led|reached|achieved|hit|shipped|managed|helped|learned|failed|worked|solved|missed|handled|dealt|built|grew|earned)\b",
    "superlative": r"\b(?:greatest|biggest|proudest|worst|best|hardest|most|favou?rite|toughest)\b",
    "years-back": r"\b(?:past|last) (?:few |\w+ )?years?\b|\byears? ago\b|\bhow many years\b|\bbetween \d{4} and\b",
    "years-ahead": r"\b(?:in|next|within|from now|years? (?:on|out|time|hence|later|down)|ahead|by 20\d\d|in 20[3-9]\d)\b.*\byears?\b|\byears? (?:from now|on|out|later|hence|down|ahead|from today)\b|\b20[3-9]\d\b|\bdecades?\b",
    "later": r"\b(?:one day|some ?day|eventually|ultimately|in the (?:end|long run|future)|long[- ](?:term|run|range|haul)|down the (?:road|line)|later on|over time|in time|at some point|years to come|coming years)\b",
    "after-this": rf"\bafter (?:this|that|{_THIS_JOB})\b|\bwhat(?:'s| is| comes| would come)? next\b|\bwhat then\b|\bnext (?:step|move|role|job|rung|stage|chapter|position|promotion)\b|\bgo from\b|\bfrom here\b",
    "from-rank": r"\b(?:go from|move up|step up|promoted|promotion|move into|become a|lead a team|manager|management|supervisor|supervision)\b",
    "this-job": rf"\b{_THIS_JOB}\b|\b(?:internship|apprenticeship|placement|traineeship|scheme)\b",
    "here": r"\b(?:with|for|at|join(?:ing|ed)?) us\b|\bhere\b|\bour (?:company|team|organi[sz]ation|firm|practice|clinic)\b",
    "why-house": r"^(?:so,? |and |tell (?:me|us) )?(?:why|what (?:attract|appeal|interest|draw|drew|excite|is it you admire|do you (?:like|admire))\w*)\b(?!.*\b(?:career|goal|job|role|position|post|opening|step|move|path|plans?|opportunity)\b).*\b(?:us|here|ours?|company|firm|school|hospital|organi[sz]ation|business|brand|bank|[A-Z]\w+)\b",
    "why-trade": r"^(?:so,? )?why\b(?!.*\b(?:job|role|position|post|opening|move|step|now|career|goals?|plans?|opportunity)\b)",
    "why-job": rf"\b(?:why|what|which|apply|applied|applying)\b.*\b(?:{_THIS_JOB}|apply|applied|applying)\b",
    "no-you": r"^(?!.*\b(?:you|your|yourself|ur|u)\b)",
    "they-ahead": r"\b(?:see|think|expect|believe|imagine)\b (?:(?:the|our|this|that) (?:\w+ ){0,3}|[A-Z]\w* |\w+ing )(?!.*\byourself\b).*\b(?:go|going|in|over|to|will|be|change|develop)\b",
    "others-aims": rf"\b(?:{_PLACE}|our|its|their|the team|the department|the company|unit testing|customers?|pupils?|staff|students?)(?:'s?)? (?:\w+[ -]){{0,3}}{_AIM}\b|\b(?:the )?(?:\w+ )?{_AIM} (?:of|for|is) (?!your\b|you\b)(?:a|an|the|this|our|\w+ing)\b",
    "set-for-others": r"\b(?:set|help|coach|advise|motivate|develop|track|keep) (?:\w+ ){0,3}(?:team|staff|pupils?|students?|people|others|someone|colleagues?|customers?|member|child|clients?)\b",
    "case": r"\bwhat (?:would|do|should) (?:you|we) (?:do|say)\b(?!.*\b(?:career|nothing stood|for a living|no limits|pay|money|with your life)\b)|\bhow (?:do|would) you (?:handle|deal|react|respond|go about|make sure|ensure|keep|design|explain|stay|calm)\b",
    "story": r"\b(?:tell|describe|give|recall|share|think of)\b.{0,20}\b(?:a|an|the|one|someone|something)\b (?:\w+ ){0,2}(?:time|example|instance|occasion|situation|conflict|customer|mistake|decision|project|goal|target|person|someone|challenge|whose|week|patient|pupil|accomplishment|lesson)\b",
    "yourself": r"\b(?:about|describe|introduce) yourself\b|\bbackground\b|\br[eé]sum[eé]\b|\bwork history\b",
    "pay-or-hours": r"\b(?:salary|pay|paid|wage|earn|money|benefits|remuneration|schedule|shifts?|nights?|weekends?|saturdays?|overtime|notice|available|availability|relocate|travel|vacation|holidays?|summer|week|visa|references?|start (?:work|with)|when can you)\b",
    "traits": r"\b(?:strengths?|weakness(?:es)?|qualit(?:y|ies)|skills?|style|habit|good at|trait)\b",
    "ask-us": r"\b(?:questions?|know|ask|add|tell) .{0,12}\b(?:us|me|team|else|company)\b",
    "about-house": r"\bknow about (?:us|our|this|the)\b|\bwhat (?:do|should|would) (?:we|our|the)\b",
    "free-hand": r"\b(?:dream|ideal|perfect|wildest)\b.{0,15}\b(?:job|role|position|career|work)\b|\bjob of your dreams\b|\b(?:any|whatever|which|every) (?:job|door|career|work)\b|\bno limits\b|\bmoney (?:were|was|is|didn)\b|\bpay didn\b|\blottery\b|\bmagic wand\b",
    "dream-other": r"\b(?:dream|ideal|perfect) (?!job|role|position|career|work\b|occupation|next)\w+",
    "career": rf"\b{_WORK}\b",
    "first-year": r"\b(?:first|coming) (?:\w+ )?(?:year|months?|days|weeks|quarter)\b|\byear one\b|\bprobation\b|\b(?:twelve|six|three|12) months\b|\b(?:one|a) year\b",
    "stay": r"\b(?:stay|staying|remain|around for|long haul|long run|be with us|still be|gone|leave|off again|how long|permanent|lasting|grow old|rest of your career|future (?:with|at|in))\b",
    "get-from": r"\b(?:get|gain|take|learn|want|expect|hope|looking|offer|give|teach|do) .{0,25}\b(?:out of|from|for you|away|you)\b|\bin it for you\b",
    "fit": r"\b(?:fit|fits|align\w*|match\w*|line up|support\w*|serve\w*|tie|connect\w*|suit\w*|consistent|in line|bring you closer|get(?:s)? you there|help(?:s)? you|helping you|step (?:on|toward)|come into|make(?:s)? sense|take you)\b",
    "near-and-far": r"\b(?:short|near|immediate|this year|next year|now|one[- ]year|first)\b.*\b(?:long|far|eventual\w*|ultimate|ten|decade|later|in the end|last|beyond|bigger)\b",
    "success": r"\b(?:success\w*|succeed\w*|made it|legacy|remembered|yardstick|arrived|look(?:ing)? back|mark (?:do|would|you)|impact)\b",
    "success-other": r"\bsuccess\w* (?!(?:mean|look|for you|in your|career|future|is\b))(?:of|project|campaign|lesson|launch|restaurant|at|new)|\b(?:the|a|an) (?:\w+ )?(?:project|campaign|lesson|launch|restaurant|hire|role) .{0,12}success",
    "drive": r"\b(?:drives?|driven|motivat\w+|passion\w*|purpose|meaning|inspir\w+|care about|excite[sd]?|gets? you)\b",
    "heading": r"\b(?:where|what|which)\b.*\b(?:head(?:ed|ing)|going|leading|lead|direction|path|way)\b",
    "grow": r"\b(?:grow\w*|develop\w*|progress\w*|advance\w*|evolv\w+|better at|specialize|responsibilit\w+|trusted with|skills)\b",
    "aspire": r"\b(?:aspir\w+|asper\w+|ambiti\w+|become|hopes?|dream\w*|known (?:for|as)|how (?:high|far)|climb)\b",
    "achieve": r"\b(?:achieve\w*|accomplish\w*|reach|goals?|objectives?|targets?|aim\w*|after in)\b",
}  # fmt: skip
_KEEP_CASE = {"why-house", "they-ahead"}
_COMPILED = {
    name: re.compile(pattern, 0 if name in _KEEP_CASE else re.IGNORECASE) for name, pattern in _MARKS.items()
}


def marks_of(text: str) -> tuple[str, ...]:
    """Name the marks that ``text`` carries: those above, any two of them, and each pattern of the content file."""
    plain = core(text)
    found = [name for name, pattern in _COMPILED.items() if pattern.search(plain)]
    found += [f"{one} + {other}" for one, other in combinations(found, 2)]
    near = variants_by_words(plain)
    found += [f"words:{name}" for name in near]
    found += [f"words-first:{near[0]}"] if near else ["words:none"]
    whole = plainly(text)
    found += [f"not:{number}" for number, pattern in enumerate(_elsewhere()) if pattern.search(whole)]
    found += [f"{first} {word}" for first, word in _beginnings(plain)]
    return tuple(found)


def core(text: str) -> str:
    """Leave out a polite beginning, and write out what is typed in haste ("wat r ur goals").

    >>> core("So, could you tell us about your career goals?")
    'your career goals?'
    """
    plain = _MISSPELLED.sub(lambda found: _SPELLED[found.group().lower()], plainly(text))
    rest = plain[(_LEAD.match(plain) or re.match("", plain)).end() :]  # type: ignore[union-attr]
    return rest if len(rest.split()) > 1 else plain


def variants_by_words(text: str) -> tuple[str, ...]:
    """List the variants whose patterns match, in the order of the content file."""
    plain = plainly(text)
    return tuple(name for name, patterns in _patterns().items() if any(p.search(plain) for p in patterns))


def sounds_elsewhere(text: str) -> bool:
    """Tell whether the wording matches one that asks for something other than aspirations."""
    plain = plainly(text)
    return any(pattern.search(plain) for pattern in _elsewhere())


def plainly(text: str) -> str:
    """Straighten quotes and close up white space."""
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


def _beginnings(plain: str) -> list[tuple[str, str]]:
    words = re.findall(r"[a-z']+", plain.lower())[:3]
    return [("begins", " ".join(words[:size])) for size in (2, 3) if len(words) >= size]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    return {
        name: [re.compile(pattern, re.IGNORECASE) for pattern in entry["patterns"]]
        for name, entry in load("questions")["variants"].items()
    }


@lru_cache(maxsize=1)
def _elsewhere() -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in load("questions")["not_about"]["patterns"]]

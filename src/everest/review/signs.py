"""Signs that an answer holds what an interviewer waits for; rules on what is missing look for them."""

from __future__ import annotations

import re

from everest.review.reading import Reading

ENOUGH_WORDS = 25
"""An answer of fewer words is too short to blame for one missing thing; ``too-short`` or ``room-for-more`` says so instead."""

AIM = re.compile(
    r"\b(?:want|wants|wanted|hope|hopes|hoping|aim|aims|aiming|aspir\w+|plan|plans|planning|would like|'d (?:like|love|be|want|take|run|lead|go|stay)|goals?|"
    r"dream\w*|see (?:myself|it|me)|picture|looking (?:to|for)|working toward|next step|ambition\w*|intend|direction|eventually|ultimately|long[- ]term|'ll|will|"
    r"would|become|becoming|grow|growing|ready (?:to|for)|head(?:ed|ing)|in (?:\w+ ){1,2}years?|years? from now|within|by then|one day|some day|future|from there)\b"
)
LINK = re.compile(
    r"\b(?:you|your|yours|you're|you've|here|us|this (?:role|job|position|team|company|opportunity|place|ward|opening|shop|school|office|one)|the (?:company|role|position|post))\b"
)
NAMED = re.compile(
    r"(?<=[a-z,;] )(?:[A-Z][\w&.-]+ ){0,3}[A-Z][\w&.-]+['’]s? (?:[a-z-]+ )?"
    r"(?:mission|culture|spirit|values|vision|growth|reputation|commitment|approach|focus|work|teams?|plans?|products?|programs?|expansion|customers|clients|patients|way of)\b"
)
"""An employer called by its name, within a sentence: "Halden's collaborative spirit"."""
STAYING = re.compile(
    r"\b(?:stay\w*|here|with you|long[- ]term|for (?:years|good|the long)|grow (?:with|within|inside|here)|this (?:team|company|place|ward|school|shop)|settle\w*|roots|join(?:ing)?|build\w*|years? (?:here|with))\b"
)
PROOF = re.compile(
    r"\d|\bi(?:'ve| have| was| led| built| ran| cut| trained| managed| handled| worked| wrote| taught| started| made| fixed| kept| won| grew| learned| studied| finished| passed|"
    r" spent| helped| run| lead| work| teach| manage| know| enjoy| like| love| did| came| saw| took| care)\b|\b(?:experience|background|years (?:as|of|in|on|at)|good at|known for|strengths?|skills?|"
    r"trained|degree|graduat\w+|my (?:\w+ )?(?:work|thesis|team|project|time|shift|route|crew|class|patients|customers|record|reviews?))\b"
)
NEAR = re.compile(
    r"\b(?:by (?:the )?(?:\w+ )?(?:next|end|christmas|easter|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"this year|next (?:year|month|spring|summer|fall|autumn|winter)|months?|year (?:one|two|three|four|1|2|3)|(?:in|within) (?:a|one|two) years?|certificat\w+|licen[cs]e|exams?|course|degree|pass|finish|complete|level \d)\b"
)
FAR = re.compile(
    r"\b(?:long[- ]term|long run|eventually|ultimately|one day|some day|in the end|in time|aspir\w+|dream\w*|vision|for good|known (?:as|for)|the kind of|(?:someone|somebody|people|person) who|so that|because|"
    r"purpose|matters?|legacy|my (?:whole |working )?(?:career|life)|(?:five|ten|four|six|seven|eight) years|whose|shape|beyond|direction|see myself|grow into|toward|what i (?:want|hope|like|love|enjoy))\b"
)
DREAM = re.compile(
    r"\b(?:dream\w*|aspir\w+|vision|calling|purpose|known (?:as|for)|remember\w* as|whose work|a world|for good|generation|legacy|some(?:one|body) (?:that|who)|the kind of|help build|"
    r"change (?:how|the way)|every (?:child|patient|family|person)|no (?:child|patient|family|one)|ultimately|long[- ]term|one day|eventually|in the end)\b"
)
STEP = re.compile(
    r"\b(?:first|next|then|start\w*|begin\w*|steps?|learn\w*|courses?|certif\w*|licen[cs]\w*|exams?|degree|train(?:ing|ed)?|stud(?:y|ying)|shadow\w*|months?|years?|within|by the|short[- ]term|"
    r"from there|practice|apply|take on|mentor\w*|finish\w*|complet\w*|deepen\w*|improv\w*|develop\w*)\b"
)


def is_long_enough(reading: Reading) -> bool:
    """Tell whether the answer has room for what is missed in it."""
    return reading.words >= ENOUGH_WORDS


def company_words(reading: Reading) -> tuple[str, ...]:
    """Return the words of the company's name by which an answer may call it, in lower case."""
    name = reading.opening.company.name if reading.opening else None
    name = name or (reading.opening.employer if reading.opening else None)
    if name is None:
        return ()
    low = name.value.lower()
    return tuple(word for word in low.split() if len(word) > 3) or (low,)

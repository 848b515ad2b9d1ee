"""The words that stand before the verb in postings, résumés and what people write of their aims."""

from __future__ import annotations

import re

POSTING_LEADS = (
    r"(?:in this (?:role|position|job),?\s+|as (?:a|an|our|the) [^,.]{3,40}?,?\s+)?you(?:'ll| will| would|'d)?\s+(?:also\s+)?(?:be (?:responsible for|expected to|asked to|able to|in charge of)\s+)?",
    r"(?:the )?(?:successful |ideal )?(?:candidate|applicant|person|incumbent|employee|postholder|jobholder)\s+(?:will|shall|must|should)\s+(?:be (?:responsible for|expected to|required to|able to)\s+)?",
    r"(?:the )?(?:key |main |primary )?(?:responsibilities|duties|tasks)(?: will)? (?:include|are|is)\s+",
    r"your (?:role|job|task|main task)(?: is| will be) to\s+",
    r"(?:you are |you're |be |is |are )?(?:directly |solely |primarily |fully )?(?:responsible|accountable) for\s+",
    r"(?:we (?:need|want|are looking for|seek) (?:someone|a person|somebody) (?:to|who can|who will)\s+)",
    r"(?:the )?ability to\s+", r"(?:must|will|should|shall|can)\s+(?:be able to\s+)?", r"be able to\s+",
    r"to\s+", r"help us (?:to )?",
)  # fmt: skip

RESUME_LEADS = (
    r"i\s+(?:have |had |was |am )?(?:also\s+)?",
    r"(?:was |am )?(?:directly |solely |primarily |fully )?(?:responsible|accountable) for\s+",
    r"(?:duties|responsibilities|tasks) (?:included?|involved?)\s+",
    r"(?:was )?(?:tasked with|charged with|in charge of|entrusted with)\s+",
    r"role (?:included|involved)\s+",
)

OWN_LEADS = (
    r"(?:in|over|within) (?:the next )?(?:\w+|\d+) (?:years?|months?)(?: from now)?,?\s+",
    r"(?:in the long (?:run|term)|long[- ]term|longer term|eventually|ultimately|some ?day|one day|in time),?\s+",
    r"(?:i'd|i would|i) (?:really |also |eventually |ultimately |some ?day )?(?:like|love|want|hope|plan|aim|aspire|intend|wish)(?:ing)? to\s+",
    r"i'm (?:hoping|aiming|planning|working|looking)(?: toward| towards)?(?: to)?\s+",
    r"my (?:\w+ )?(?:aspiration|goal|aim|dream|hope|plan|ambition|direction) is(?: to)?\s+",
    r"i see myself (?:as )?", r"to\s+",
)  # fmt: skip


def without_lead(text: str, leads: tuple[str, ...]) -> str:
    """Cut the words before the verb off: "you will be responsible for", "I want to"."""
    for _ in range(3):
        before = text
        for lead in leads:
            text = re.sub(rf"^{lead}", "", text, count=1, flags=re.IGNORECASE)
        if text == before:
            break
    return text

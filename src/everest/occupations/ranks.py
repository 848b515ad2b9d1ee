"""Where a job title stands inside an organization."""

from __future__ import annotations

import re

from everest.standing import Rank

# First match wins: words that lift a title stand before words that are part of a trade's name.
_RANKS: tuple[tuple[Rank, str], ...] = (
    (Rank.TRAINEE, r"intern|internship|trainee|apprentice|student|co-op|working student"),
    (Rank.INDIVIDUAL, (r"(?:executive|administrative|personal|legal|medical|teaching|research|nursing) assistant(?: to .*)?"
                      r"|assistant to .*|chief of staff|account (?:manager|executive|director)|product manager"
                      r"|project manager|program manager|case manager|community manager|customer success manager"
                      r"|lead generation.*|staff (?:nurse|accountant|attorney)|property manager")),
    (Rank.CHIEF, (r"chief\b.{0,40}\bofficer|c[efotimpsrd]o|ciso|chro|president(?! of)|(?:co-?)?founder|owner"
                 r"|managing partner|general counsel|chief executive|president of .*")),
    (Rank.VICE_PRESIDENT, r"(?:[se]?vp|avp|vice[- ]president)"),
    (Rank.DIRECTOR, r"director|head of .*|head,.*|global head|partner|principal of .*|superintendent|(?:police|fire) chief|chief of police|editor[- ]in[- ]chief"),
    (Rank.MANAGER, r"manager|mgr|supervisor|foreman|forewoman|superintendent|charge nurse|head (?:nurse|chef)|executive chef|manager of .*|school principal|head ?(?:teacher|master|mistress)"),
    (Rank.LEAD, r"lead(?!\s+gen)|leader|team lead|principal|staff (?:software |site |data |product |ml |machine |security )?(?:engineer|scientist|designer|developer|analyst).*|distinguished|iv|v|l[67]"),
    (Rank.SENIOR, r"senior|sr|snr|iii|3|expert|l5"),
    (Rank.ENTRY, r"junior|jr|entry[- ]level|graduate|new grad|associate(?! (?:director|professor|attorney|vice))|assistant(?! (?:professor|director|manager|principal|vice))|i|1|helper|beginner"),
)  # fmt: skip
_COMPILED = [
    (rank, re.compile(rf"(?<![\w&])(?:{pattern})(?![\w&])", re.IGNORECASE)) for rank, pattern in _RANKS
]
_DEPUTY = re.compile(
    r"\b(?:assistant|associate|deputy)\s+(?:\w+\s+)?(?:manager|director|vice|principal)\b", re.IGNORECASE
)
_SENIOR = re.compile(r"\b(?:senior|sr|snr|iii)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:senior|sr|lead|group|principal)\.?\s+(?:product|project|program|account)\s+manager", re.IGNORECASE
)


def read_rank(title: str) -> Rank:
    """Return the rank that a job title names; ``INDIVIDUAL`` when it names none.

    A product, project or account manager counts as an individual contributor: the word names a trade there, not
    people led.
    """
    plain = re.sub(r"[._]", "", title)
    if _LEADS.search(plain):
        return Rank.SENIOR
    found = next((rank for rank, pattern in _COMPILED if pattern.search(plain)), Rank.INDIVIDUAL)
    if found is Rank.INDIVIDUAL:
        return Rank.SENIOR if _SENIOR.search(plain) else found
    return Rank(found - 1) if found >= Rank.MANAGER and _DEPUTY.search(plain) else found

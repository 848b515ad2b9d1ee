"""Places as postings write them: "Duluth, MN", "Pittsburgh, Pennsylvania, United States", "Remote (US)"."""

from __future__ import annotations

import re

STATES = dict(
    pair.split("=")
    for pair in (
        "AL=Alabama;AK=Alaska;AZ=Arizona;AR=Arkansas;CA=California;CO=Colorado;CT=Connecticut;DE=Delaware;FL=Florida;GA=Georgia;HI=Hawaii;ID=Idaho;"
        "IL=Illinois;IN=Indiana;IA=Iowa;KS=Kansas;KY=Kentucky;LA=Louisiana;ME=Maine;MD=Maryland;MA=Massachusetts;MI=Michigan;MN=Minnesota;"
        "MS=Mississippi;MO=Missouri;MT=Montana;NE=Nebraska;NV=Nevada;NH=New Hampshire;NJ=New Jersey;NM=New Mexico;NY=New York;NC=North Carolina;"
        "ND=North Dakota;OH=Ohio;OK=Oklahoma;OR=Oregon;PA=Pennsylvania;RI=Rhode Island;SC=South Carolina;SD=South Dakota;TN=Tennessee;TX=Texas;"
        "UT=Utah;VT=Vermont;VA=Virginia;WA=Washington;WV=West Virginia;WI=Wisconsin;WY=Wyoming;DC=District of Columbia;PR=Puerto Rico;"
        "ON=Ontario;QC=Quebec;BC=British Columbia;AB=Alberta;MB=Manitoba;SK=Saskatchewan;NS=Nova Scotia"
    ).split(";")
)
"""States and provinces by their postal codes."""

_COUNTRIES = (
    "USA|U.S.A.|US|United States(?: of America)?|UK|United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand|Germany|France|Spain|Italy|"
    "Netherlands|Switzerland|Austria|India|Singapore|Japan|China|Brazil|Mexico|Poland|Sweden|Norway|Denmark|Finland|Belgium|Portugal|Israel|United Arab Emirates|South Africa|South Korea|Philippines"
).replace(".", r"\.")
_REGION = rf"(?:{'|'.join(STATES)})(?![A-Za-z])|(?:(?i:{'|'.join(STATES.values())}))\b"
_TOWN = r"[A-Z][\w.’'-]*(?:[ ][A-Z][\w.’'-]*){0,3}"
_FULL = re.compile(
    rf"(?<![\w&’'])(?P<place>{_TOWN},\s*(?:(?:{_REGION})(?:\s+\d{{5}})?(?:,\s*(?:{_COUNTRIES})\b)?|(?:{_COUNTRIES})\b)|{_TOWN}\s+-\s+(?:{_COUNTRIES.replace('|US|', '|')})\b)"
)
_WAY = re.compile(
    r"\b(?:remote|work from home|hybrid|on[- ]site)\b(?:\s*\((?:us|usa|uk|eu|canada|anywhere)[^)]*\))?",
    re.IGNORECASE,
)
_AFTER_IN = re.compile(
    rf"\b(?:in|based in|near|office in)\s+(?P<place>{_TOWN}(?:,\s*(?:{_REGION}))?)(?=[.,;:!\n)]|\s+(?:is|are|to|who|for|with|and)\b|$)"
)
_NO_TOWN = re.compile(
    r"^(?:The|Our|This|A|An|January|February|March|April|May|June|July|August|September|October|November|December|English|Spanish|French|Excel|Python|Java|SQL|Computer|Business|Engineering|Nursing|Salesforce|Word|Microsoft|Google|Adobe|QuickBooks|Jira|Science|Education|Accounting|Finance)\b"
)


def find(text: str) -> tuple[int, int] | None:
    """Return where the first full place ("Duluth, MN") stands; None where there is none."""
    match = _FULL.search(text)
    if match is None:
        return None
    start, end = match.span("place")
    code = re.match(rf",\s*(?:{'|'.join(STATES)})\b", text[end:])
    if code:  # "Lowe Talent, New York, NY": the state's name is the town's here
        start, end = start + text[start:end].rindex(",") + 1, end + code.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, end


def find_after_in(text: str, *, bare: bool = False) -> tuple[int, int] | None:
    """Return a place named in a sentence ("a nurse in Duluth, MN"); with ``bare`` also a town alone."""
    for match in _AFTER_IN.finditer(text):
        sure = "," in match["place"] or (
            bare and _SEATED.search(text[max(0, match.start() - 70) : match.start("place")])
        )
        if sure and not _NO_TOWN.match(match["place"]):
            return match.span("place")
    return None


_SEATED = re.compile(
    r"\b(?:based in|located in|office in|near|(?:hiring|looking for|seeking|needed|wanted|positions?|openings?)\b[^.!?\n]*\bin|(?:is|are) hiring in)\s+$|^(?:[^.!?\n]+ )?in\s+$",
    re.IGNORECASE,
)


def find_way(text: str) -> tuple[int, int] | None:
    """Return where "remote", "hybrid" or "on-site" stands."""
    match = _WAY.search(text)
    return match.span() if match else None

"""Skills and tools that a line of a posting really names.

The atlas knows products called "Impact", "Cloud" and "Exchange"; a posting that wants "an impact on cloud
architecture" names none of them. A product whose name is an everyday word counts only where it is written as
products are: with its maker, or among the few that people call by the short name.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MAKERS = frozenset(
    "microsoft adobe google apple oracle ibm atlassian autodesk intuit apache amazon sap esri cisco corel hp dell".split()
)
_KNOWN_SHORT = frozenset(
    "Excel Word Outlook PowerPoint Access Office Teams Azure Dynamics SharePoint OneDrive Visio Illustrator Photoshop InDesign Acrobat "
    "Android Angular React Tableau Python Java Spark Hadoop Kafka Jira Confluence Revit Maya Unity Canvas Slack Epic Swift Ruby Rust "
    "Linux Selenium Git Puppet Chef Oracle SAP Blackboard Docker Scala Perl Tomcat Hive Cassandra Lightroom Premiere Salesforce".split()
)
_ANY_CASE = frozenset(
    "python java linux git docker kubernetes jira tableau android azure photoshop powerpoint".split()
)
_TOO_WIDE = frozenset(
    "shape vision survey productivity switch inventory migration maintenance specification web".split()
)
_PHRASES = re.compile(
    r"(?:word of|word-of|office (?:hours?|manag|admin|setting|environment|space|staff))", re.IGNORECASE
)


def skills_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return (usual name, start, end) of each skill, kind of knowledge or tool that ``text`` names, in order."""
    from everest.occupations import skill_names

    shouted = is_shouted(text)
    return tuple(
        found for found in skill_names(text) if _is_meant(found[0], text, found[1], found[2], shouted=shouted)
    )


def is_shouted(text: str) -> bool:
    """Tell whether a text is written in capitals throughout, so that capitals say nothing in it."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    return len(words) >= 2 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def is_everyday(words: str) -> bool:
    """Tell whether all the words stand in a dictionary, so that they may be no name."""
    return all(_senses(word) for word in re.findall(r"[A-Za-z]+", words))


def _is_meant(name: str, text: str, start: int, end: int, *, shouted: bool) -> bool:
    words = text[start:end]
    kind = _products().get(name.lower())
    if kind is None:
        return True
    if kind == "sort" and words.lower() != name.lower():
        kind = "product"
    if _PHRASES.match(text, start):
        return False
    if kind == "sort":  # "Compliance software": the everyday noun names the work, the adjective nothing
        return any("NOUN" in _senses(word) and "ADJ" not in _senses(word) for word in words.lower().split())
    if words.lower() in _ANY_CASE:
        return True
    if any(not _senses(word) for word in re.findall(r"[a-z]{2,}", words.lower())):
        return _as_written(words, name, shouted=shouted)
    if words.lower().split()[0] in _MAKERS and " " in words:
        return True
    return not shouted and words in _KNOWN_SHORT and not _opens_a_sentence(text, start, end)


def _as_written(words: str, name: str, *, shouted: bool) -> bool:
    """A name that is no everyday word may be in any case, unless short or said without its maker."""
    maker = name.split(maxsplit=1)[0].lower()
    bare = maker in _MAKERS and not words.lower().startswith(maker)
    return (len(words) > 3 and not bare) or not words.islower() or shouted


def _opens_a_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether the capital may be that of a sentence that goes on with small words ("React calmly")."""
    if text[:start].strip() and not re.search(r"[.!?:]\s*$", text[:start]):
        return False
    following = re.match(r"\s+([a-z]+)", text[end:])
    if following is None or "VERB" not in _senses(text[start:end]):
        return False
    return following[1] not in {"and", "or", "experience", "skills", "knowledge", "developer"}


@lru_cache(maxsize=4096)
def _senses(word: str) -> frozenset[str]:
    from lemminflect import getAllLemmas

    found = set(getAllLemmas(word.lower()))
    if word.lower() in _SMALL:
        found = {"OTHER"}
    return frozenset(found)


_SMALL = frozenset(
    "a an and after as at by for from in into of on or the to up with you your we our it".split()
)


@lru_cache(maxsize=1)
def _products() -> dict[str, str]:
    """Name in the atlas -> "sort" (a sort of software, called by its purpose) or "product"."""
    from everest.occupations import atlas

    kinds: dict[str, str] = {}
    for full in atlas().technologies:
        plain = re.sub(r"\s+", " ", full)
        short = re.sub(r"\s+software$", "", plain, flags=re.IGNORECASE)
        bare = re.sub(r"\s*\([^)]+\)", "", short)
        named = short.split()[0].lower() in _MAKERS or short.isupper() or plain.endswith("Software")
        kind = "product" if named or short == plain or short.lower() in _TOO_WIDE else "sort"
        kinds.setdefault(short.lower(), kind)
        kinds.setdefault(bare.lower(), kind)
    return kinds

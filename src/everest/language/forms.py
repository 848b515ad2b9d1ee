"""Forms of words: verbs, plurals, articles, and pasted titles brought into a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

_CONSONANT_SOUND = re.compile(
    r"(?:one|once|eu|ewe|ubiq|uk|u\.|uni(?!n|mp|nt|d)|use|usu|usa|utili|uter|ute)", re.IGNORECASE
)
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
_SPOKEN_ACRONYMS = frozenset(
    [
        "NASA",
        "NATO",
        "SWAT",
        "SAP",
        "SAS",
        "LAN",
        "RAM",
        "ROM",
        "MOOC",
        "NASDAQ",
        "FEMA",
        "HIPAA",
        "STEM",
        "SCRUM",
        "SOX",
        "SIEM",
    ]
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "with",
    ]
)
_NAMES = frozenset(
    [
        "python",
        "java",
        "javascript",
        "typescript",
        "excel",
        "powerpoint",
        "salesforce",
        "tableau",
        "oracle",
        "google",
        "microsoft",
        "amazon",
        "linux",
        "windows",
        "apple",
        "azure",
        "kubernetes",
        "docker",
        "jira",
        "figma",
        "photoshop",
        "outlook",
        "sharepoint",
        "english",
        "spanish",
        "french",
        "german",
        "chinese",
        "mandarin",
        "american",
        "european",
        "federal",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "i",
        "hubspot",
        "quickbooks",
        "scrum",
        "workday",
        "github",
    ]
)


def base(verb: str) -> str:
    """Return the dictionary form: "led" and "leading" give "lead"."""
    return _keep_case(verb, _lemma(verb.lower()))


def gerund(verb: str) -> str:
    """Return the -ing form of any form of a verb."""
    return _inflect(verb, "VBG")


def past(verb: str) -> str:
    """Return the simple past of any form of a verb."""
    return _inflect(verb, "VBD")


def third_person(verb: str) -> str:
    """Return the form after "he" or "she"."""
    return _inflect(verb, "VBZ")


@lru_cache(maxsize=4096)
def plural(noun: str) -> str:
    """Return the plural of the last word of ``noun``; what is plural already stays."""
    head, _, last = noun.rpartition(" ")
    if not last or last.lower() in _UNCOUNTED or _is_plural(last.lower()):
        return noun
    from lemminflect import getInflection  # type: ignore[import-untyped,unused-ignore]

    if last.isupper() and len(last) > 1:
        changed = f"{last}s"
    else:
        changed = next(iter(getInflection(last.lower(), "NNS")), f"{last.lower()}s")
    return f"{head} {_keep_case(last, changed)}".strip()


def with_article(noun_phrase: str) -> str:
    """Put "a" or "an" before a singular noun phrase by its sound: "an MBA", "a user", "an honest look"."""
    phrase = noun_phrase.strip()
    if not phrase or re.match(r"(?:an?|the|my|our|your|this|that|one|some|any)\s", phrase, re.IGNORECASE):
        return phrase
    return f"{'an' if _sounds_like_vowel(phrase) else 'a'} {phrase}"


def as_clause_object(text: str) -> str:
    """Bring pasted words into the middle of a sentence.

    Title Case is lowered; names of tools, acronyms, words with inner capitals or digits, and names after a
    lower-case beginning stay as they are.
    """
    words = text.strip().rstrip(".;,").split(" ")
    capitals = sum(word[:1].isupper() for word in words if word.lower() not in _SMALL)
    mainly_title = capitals > 1 and capitals >= 0.7 * sum(word.lower() not in _SMALL for word in words)
    shouted = text.isupper() and len(words) > 3
    lowered = []
    for place, word in enumerate(words):
        lower = shouted or ((place == 0 or mainly_title) and not _is_name(word))
        lowered.append(word.lower() if lower and word.lower() not in _NAMES else word)
    return " ".join(lowered)


_UNCOUNTED = frozenset(
    [
        "staff",
        "software",
        "information",
        "research",
        "equipment",
        "training",
        "feedback",
        "work",
        "data",
        "news",
        "people",
        "police",
    ]
)


def _is_name(word: str) -> bool:
    bare = word.strip("()[]\"',;:\u201c\u201d")
    if bare in ("A", "An", "The"):
        return False
    return (
        any(c.isdigit() for c in bare)
        or any(c.isupper() for c in bare[1:])
        or bare.lower() in _NAMES
        or bare == "I"
    )


@lru_cache(maxsize=4096)
def _lemma(verb: str) -> str:
    from lemminflect import getLemma  # type: ignore[import-untyped,unused-ignore]

    if verb in _IRREGULAR_BASE:
        return _IRREGULAR_BASE[verb]
    return str(next(iter(getLemma(verb, "VERB")), verb))


_IRREGULAR_BASE = {
    "led": "lead",
    "oversaw": "oversee",
    "left": "leave",
    "found": "find",
    "ground": "grind",
    "saw": "see",
}
_IRREGULAR = {
    ("lead", "VBD"): "led", ("oversee", "VBD"): "oversaw", ("cost", "VBD"): "cost", ("cut", "VBD"): "cut",
    ("put", "VBD"): "put", ("set", "VBD"): "set", ("be", "VBD"): "was", ("be", "VBZ"): "is", ("fit", "VBD"): "fit",
    ("spearhead", "VBD"): "spearheaded", ("focus", "VBG"): "focusing", ("focus", "VBD"): "focused",
    ("focus", "VBZ"): "focuses", ("travel", "VBG"): "traveling", ("travel", "VBD"): "traveled",
    ("model", "VBG"): "modeling", ("model", "VBD"): "modeled", ("label", "VBG"): "labeling",
    ("label", "VBD"): "labeled", ("onboard", "VBD"): "onboarded", ("broadcast", "VBD"): "broadcast",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _inflect(verb: str, tag: str) -> str:
    head, _, rest = verb.partition(" ")
    lemma = _lemma(head.lower())
    form = _IRREGULAR.get((lemma, tag))
    if form is None:
        from lemminflect import getInflection  # type: ignore[import-untyped,unused-ignore]

        form = next(iter(getInflection(lemma, tag)), None) or _regular(lemma, tag)
    form = _keep_case(head, form)
    return f"{form} {rest}" if rest else form


def _regular(lemma: str, tag: str) -> str:
    if tag == "VBZ":
        return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    stem = lemma.removesuffix("e")
    return stem + ("ing" if tag == "VBG" else "ed")


def _is_plural(noun: str) -> bool:
    from lemminflect import getLemma  # type: ignore[import-untyped,unused-ignore]

    lemma = next(iter(getLemma(noun, "NOUN")), noun)
    return lemma != noun and not noun.endswith(("ss", "us", "is"))


def _keep_case(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() and model[1:].islower() else word


def _sounds_like_vowel(phrase: str) -> bool:
    word = re.split(r"[\s/-]", phrase.lstrip("\"'\u201c("), maxsplit=1)[0]
    if re.match(r"8|11(?!\d)|18(?!\d)", word):
        return True
    if len(word) > 1 and word.isupper() and word.isalpha() and word not in _SPOKEN_ACRONYMS:
        return word[0] in _LETTERS_WITH_VOWEL
    if len(word) == 1 and word.isupper():
        return word in _LETTERS_WITH_VOWEL
    if _CONSONANT_SOUND.match(word):
        return False
    return bool(re.match(r"[aeiou]|hour|honest|honor|honour|heir", word, re.IGNORECASE))

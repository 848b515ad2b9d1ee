"""Which lines of a résumé are headings, in whatever words and type they are set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from everest.candidate.titles import DEGREE, TITLE

_NAMES: dict[str, str] = {
    "experience": r"(?:(?:professional|work|employment|relevant|career|related|clinical|teaching|research|industry|field|other|additional|previous|prior|key|on campus|leadership|internship|military|civilian|volunteer|legal|business|technical|selected|paid|practical|vocational|consulting|nursing|management|sales|international|earlier|early|recent|freelance|community|service)\s+)*(?:experiences?|employment|history|work history|positions(?: held)?|appointments|internships?|involvement|roles|engagements|work)(?:\s+(?:history|summary|details|highlights|and involvement|experience|to date|record))?|career(?: history| summary| path| to date| experience)?|(?:professional|work|career|employment) background|academic (?:appointments|positions|employment|experience)|employment(?: record)?|where i(?:'|’)?(?: ?ve| have)? (?:worked|taught|served|been|cooked)|jobs?|my jobs|company details|volunteering|volunteer work|positions? of responsibility|military service|service record|teaching|"
    r"berufserfahrung(?:en)?|(?:beruflicher )?werdegang|berufliche (?:erfahrung(?:en)?|laufbahn|tätigkeiten|stationen)|berufspraxis|praktika|praktische erfahrung(?:en)?|ehrenamt|expériences?(?: professionnelles?)?|parcours professionnel|emplois|stages|experiencia(?: profesional| laboral)?|trayectoria(?: profesional)?|esperienz[ae](?: professional[ie]| lavorativ[ae])?",
    "education": r"(?:(?:academic|my|formal)\s+)?(?:education(?:al)?(?: details| background| history| qualifications?| record)?|academics?|academic (?:background|qualifications?|credentials|record|history)|qualifications?|studies|schooling|degrees?|schools?|learning)(?:\s*(?:&|and|/)\s*(?:training|qualifications?|certifications?|certificates|licenses?|licences?|licensure|professional development|credentials|education|honou?rs))?|where i(?:'|’)?(?: ?ve)?(?: have)? studied|training (?:and|&) (?:education|qualifications?)|"
    r"(?:schulische |akademische |berufliche )?ausbildung|bildung(?:sweg)?|schulbildung|studium|aus- und weiterbildung|formations?(?: académique)?|études|diplômes|educación|formación(?: académica)?|estudios|istruzione(?: e formazione)?|formazione",
    "skills": r"(?:(?:technical|core|key|professional|computer|relevant|it|soft|hard|other|additional|main|clinical|special|top|personal|research|digital|job related|transferable|practical|laboratory|my|software|areas of|interpersonal|language and)\s+)*(?:skills?|competenc(?:ies|e)|expertise|technologies|tools|proficienc(?:ies|y)|strengths?|toolbox|tech stack|capabilities|abilities|skill set|know-how)(?:\s*(?:&|and)\s*[a-z ]+|\s+(?:details|summary|set|profile))?|what i work with|areas of (?:expertise|strength|knowledge)|(?:what )?i(?:'|’)?(?:m| am) good at|what i (?:know|do well)|specialt(?:y|ies)|(?:technical|computer|software|it) (?:knowledge|summary)|"
    r"(?:(?:besondere|weitere|fachliche|sonstige) )?(?:(?:edv|it|fach|computer)[- ]?)?(?:kenntnisse|fähigkeiten|kompetenzen)|compétences(?: [a-zé]+)?|savoir-faire|competencias|habilidades|aptitudes|conocimientos|competenze(?: [a-z]+)?|capacità",
    "certificates": r"(?:(?:professional|relevant|my)\s+)?(?:licenses?|licences?|licen[cs]ure|certifications?|certificates?|credentials|training|courses?|professional development)(?:\s*(?:&|and|,|/)\s*(?:licenses?|licences?|certifications?|certificates?|training|courses?|credentials))*|weiterbildung(?:en)?|fortbildung(?:en)?|zertifikate|certificaciones|certificazioni",
    "languages": r"(?:foreign )?languages?(?: skills| proficiency| known| i speak|s? spoken)?|what i speak|mother tongue(?:\(s\))?|sprachen|sprachkenntnisse|langues|idiomas|lingue",
    "projects": r"(?:(?:personal|selected|key|side|academic|open[- ]source|notable|relevant|recent)\s+)?projects?|open[- ]source(?: (?:work|contributions))?|projekte|projets|proyectos|progetti|portfolio",
    "summary": r"(?:(?:professional|executive|career|personal|work)\s+)?(?:summary|profile|objective|statement|overview|highlights?)(?: of qualifications)?|about(?: me)?|objective|bio(?:graphy)?|who i am|introduction|(?:kurz)?profil|über mich|zusammenfassung|à propos|perfil|resumen|profilo",
    "other": r"(?:honou?rs?\s*(?:&|and|/|-)\s*)?(?:awards?|honou?rs?|achievements?|accomplishments?|recognition|(?:selected )?publications?|references?|referees|interests?|research interests|hobbies|hobbies (?:&|and) interests|interests (?:&|and) hobbies|activities|affiliations|professional (?:affiliations|memberships)|memberships?|patents|(?:selected )?presentations|talks|conferences|grants|fellowships|(?:bar )?admissions?|(?:(?:solo|group|selected|juried) )?exhibitions|performances|residencies|press|personal (?:details|information|data|particulars)|contact(?: (?:info|information|details|me))?|declaration|social|links|additional information|extracurricular(?: activities)?|find me online|speaking|coursework|relevant coursework|driving licen[cs]e|"
    r"persönliche (?:daten|angaben)|hobbys?|interessen|referenzen|veröffentlichungen|publikationen|centres d['’]intérêt|loisirs|références|datos personales|intereses|referencias|dati personali|interessi)(?:\s*(?:&|and|/)\s*(?:awards|honou?rs|grants|recognition|presentations))?",
}
_HEADINGS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _NAMES.items()}
_CLOSED = {
    name: re.compile(pattern.replace(" ", " ?").replace(r"\s+", r"\s*"), re.IGNORECASE)
    for name, pattern in _NAMES.items()
}
"""The same with no space between the words: "WORKHISTORY"."""
_LOOSE = (
    ("languages", re.compile(r"\blanguages?\b", re.IGNORECASE)),
    (
        "skills",
        re.compile(r"\b(?:skills?|competenc(?:y|ies)|expertise|technolog(?:y|ies)|toolkit|proficienc)", re.I),
    ),
    ("experience", re.compile(r"\b(?:experience|employment|work history|career|worked)\b", re.I)),
    ("education", re.compile(r"\b(?:education|academic|studie[sd]|qualifications?|schooling)\b", re.I)),
    ("certificates", re.compile(r"\b(?:certifications?|certificates?|licen[cs]es?)\b", re.I)),
    ("projects", re.compile(r"\bprojects\b", re.I)),
    ("summary", re.compile(r"\b(?:summary|profile|objective|about me)\b", re.I)),
)
_MARKS = re.compile(r"^[#\s*_•▪|:=~-]+|[\s*_:|=~-]+$")

Type = tuple[float, bool, bool, bool]
"""Size, whether bold, whether marked as a heading, whether all in capitals."""


@lru_cache(maxsize=4096)
def section_of(words: str) -> str | None:
    """Return the section a heading opens, or None for what is no heading in known words."""
    bare = _MARKS.sub("", words).strip()
    plain = _unspaced(bare)
    if len(plain) > 48:
        return None
    patterns = _HEADINGS if plain == bare else _CLOSED
    return next((name for name, pattern in patterns.items() if pattern.fullmatch(plain)), None)


def loose_section_of(words: str) -> str | None:
    """Return the section that words set like a heading open, known only by the word that matters ("My Legal Experience")."""
    plain = _unspaced(_MARKS.sub("", words))
    if not 1 <= len(plain.split()) <= 6 or re.search(r"[\d@,|]", plain):
        return None
    return next((name for name, pattern in _LOOSE if pattern.search(plain)), None)


def named_section(label: str) -> str | None:
    """Return the section of a label before a colon ("Skills: Excel, SQL")."""
    names = ("skills", "languages", "certificates", "summary")
    return next((name for name in names if _HEADINGS[name].fullmatch(label.strip())), None)


def type_of_headings(found: Iterable[Type]) -> Type | None:
    """Return the type that the headings in known words are set in; None where it sets nothing apart."""
    counted = Counter(found).most_common(1)
    return counted[0][0] if counted and counted[0][0][1:] != (False, False, False) else None


def _unspaced(text: str) -> str:
    """Close up letters set apart: "S K I L L S"; where words end is no longer known then."""
    letters = text.split()
    if len(letters) < 4 or sum(len(letter) == 1 for letter in letters) < 0.8 * len(letters):
        return text
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class Inner:
    """A heading inside running text, and the section it opens."""

    start: int
    end: int
    name: str


_INNER = re.compile(
    r"(?<![&/-])(?<!\bof )(?<!\bin )(?<!\band )(?<!\bthe )(?<!\bwith )(?<!\bmy )(?P<words>"
    r"(?:professional|work|employment|relevant|clinical|teaching|industry|job|internship|volunteer|academic|educational|education|technical|core|"
    r"key|computer|it|soft|personal|software|other|language|career|executive|skill|company|project|additional|top|main|research)\s?"
    r"(?:experience|history|background|qualifications?|details|profile|credentials|skills?|competenc(?:ies|y)|proficienc(?:ies|y)|expertise|"
    r"strengths|summary|objective|overview|projects|knowledge)|education (?:and|&) training|licen[cs]es? (?:and|&) certifications?|areas of expertise|about me|"
    r"hobbies(?: (?:and|&) interests)?|academic appointments|where i(?:['’]?ve)? (?:worked|studied)|what i['’]?m good at|who i am|languages i speak|experience|employment|education|qualifications?|skills|languages|certifications?|certificates|projects|summary|"
    r"profile|objective|references|interests|awards|achievements|publications|training|volunteering|declaration)(?![a-z])",
    re.IGNORECASE,
)


def inner_headings(text: str) -> tuple[Inner, ...]:
    """Find headings inside running text: written large, nothing in small letters behind them, each section once."""
    found: list[tuple[Inner, bool]] = []
    for match in _INNER.finditer(text):
        words = match["words"]
        name = section_of(words)
        if name is None or not _is_large(text, match):
            continue
        strong = " " in words or (words.isupper() and len(words) > 3 and not text.isupper())
        glued = match.start() > 0 and text[match.start() - 1].isalpha()
        if (glued and (" " not in words or words.isupper())) or not _opens(text, match, strong=strong):
            continue
        found.append((Inner(match.start(), match.end(), name), strong))
    named = {inner.name for inner, strong in found if strong}
    kept: list[Inner] = []
    for inner, strong in found:
        again = any(other.name == inner.name for other in kept)
        if strong or inner.name == "other" or not (inner.name in named or again):
            kept.append(inner)
    return tuple(kept)


def _is_large(text: str, match: re.Match[str]) -> bool:
    """Tell words written as a heading is: each with a capital, or the first alone and a capital behind them."""
    words = match["words"]
    if " " in words and words[0].isupper() and re.match(r"\s+(?:since\s|[A-Z\d•*])", text[match.end() :]):
        return True
    return all(part[0].isupper() for part in words.split() if part.lower() not in {"and", "of", "me", "&"})


def _opens(text: str, match: re.Match[str], *, strong: bool) -> bool:
    """Tell a heading from the same words in a sentence or a title ("Education Coordinator")."""
    after = text[match.end() : match.end() + 40]
    if re.match(r"-", after):
        return False
    if re.match(r"\s*(?::|[-=_]{3})", after) or not after.strip():
        return True
    if not re.match(
        r"\s*[.–—-]?\s*[\"“(]?[A-Z\d•▪◦‣●○➢✓■§\uf0b7ØñÞ*]|\s+(?:company|since|from)\b|\s+[-–—*]\s", after
    ):
        return False
    if strong:
        return True
    before = text[: match.start()].rstrip()
    follows = after.split()
    if DEGREE.match(after.lstrip()):
        return not before.endswith(",")
    titled = TITLE.fullmatch(re.sub(r"\W+$", "", follows[0])) if follows else None
    return not titled and not before.endswith(",")

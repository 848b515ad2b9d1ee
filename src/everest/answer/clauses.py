"""Turns résumé bullets and posting lines into clauses that can be spoken inside a sentence.

A clause keeps the words of its source. What changes is form: verbs are inflected, pasted Title Case is
lowered, the posting's "our" becomes the speaker's "your", and what is too long to say in one breath is cut at
the end of a phrase.
"""

from __future__ import annotations

import re
from functools import lru_cache

from everest.answer.clause import Clause
from everest.answer.leads import OWN_LEADS, POSTING_LEADS, RESUME_LEADS, without_lead
from everest.answer.trimming import trimmed, words_of

MAX_WORDS = 14
"""Longest clause, in words: about six seconds aloud at 140 words a minute."""


def posting_clause(text: str, *, verb: str = "", limit: int = MAX_WORDS) -> Clause | None:
    """Read a line of a posting as something the speaker would do; None where it is not a task."""
    cleaned = without_lead(_clean(text), POSTING_LEADS)
    clause = _parsed(cleaned, hint=verb, limit=limit)
    return None if clause is None else _turned(clause)


def _turned(clause: Clause) -> Clause:
    also = _turned(clause.also) if clause.also else None
    return Clause(clause.verbs, turned_around(clause.rest), also, clause.joint)


def resume_clause(text: str, *, verb: str = "", limit: int = MAX_WORDS) -> Clause | None:
    """Read a résumé bullet as something the speaker did; None where it names no act."""
    joined = _RESULT.sub(_beside, text)
    clause = _parsed(without_lead(_clean(joined), RESUME_LEADS), hint=verb, limit=limit)
    if joined == text or clause is None or _SAID.search(clause.base):
        return clause
    return _parsed(without_lead(_clean(text), RESUME_LEADS), hint=verb, limit=limit)


_RESULT = re.compile(r";\s+(?P<what>[a-z][a-z'’-]*(?: [a-z'’-]+){0,3}) (?P<way>up|down)\b(?=[^;.]*\d)")
_SAID = re.compile(r", with [^,]+ (?:up|down)\b.*\d")
"""A result that was not cut away."""


def _beside(match: re.Match[str]) -> str:
    """Join a result that stands for itself: "… a day; recall rate up from 61%" → "… a day, with the recall rate up from 61%"."""
    bare = not match["what"].endswith("s") and match["what"].split()[0] not in {"the", "our", "my", "all"}
    return f", with {'the ' if bare else ''}{match['what']} {match['way']}"


def own_clause(text: str, *, limit: int = 22) -> Clause | None:
    """Read what the person wrote of an aim ("I want to run a bakery", "to run a bakery") as a clause."""
    cleaned = re.sub(r",? (?:some ?day|one day|eventually)$", "", _clean(text), flags=re.IGNORECASE)
    if match := re.match(
        r"i (?:can )?see myself (?:as |becoming |being )(?=(?:the|a|an|someone)\b)", cleaned, re.IGNORECASE
    ):
        cleaned = f"become {cleaned[match.end() :]}"
    cleaned = without_lead(cleaned, OWN_LEADS)
    return _parsed(cleaned, hint="", limit=limit)


def noun_phrase(text: str, *, limit: int = 8, posted: bool = False) -> str | None:
    """Read a skill, field or value as a noun phrase in lower case, names and acronyms kept.

    ``posted`` marks words of the opening's, which are turned around; the person's own stay as they are.
    """
    from everest.language.forms import as_clause_object

    cleaned = _clean(text)
    cleaned = re.sub(
        r"^(?:strong|excellent|good|proven|solid|great|demonstrated|deep|some|basic)\s+",
        "",
        cleaned,
        flags=re.I,
    )
    if not cleaned or _UNSPEAKABLE.search(cleaned) or len(words_of(cleaned)) > limit:
        return None
    said = cleaned if _is_name(cleaned) else as_clause_object(cleaned)
    return turned_around(said) if posted else said


def _is_name(text: str) -> bool:
    return bool(re.search(r"[a-z][A-Z]|[A-Z]{2}|[+#./]", text)) and len(text.split()) <= 3


def turned_around(text: str) -> str:
    """Turn a posting's words around so that the candidate can say them: our → your, you → me, your → my."""
    return re.sub(r"\b(we're|we|us|our|ours|you|your|yours|yourself)\b", _turn, text, flags=re.I)


_TURNS = {
    "we're": "you're", "we": "you", "us": "you", "our": "your", "ours": "yours",
    "you": "me", "your": "my", "yours": "mine", "yourself": "myself",
}  # fmt: skip


def _turn(match: re.Match[str]) -> str:
    return _TURNS[match[0].lower()]


_UNSPEAKABLE = re.compile(r"[@<>{}|_\\=]|https?:|www\.|\?\?|[\u00c2\u00c3\ufffd]|\d{3}[-.\s]\d{3}")


def _clean(text: str) -> str:
    text = text.replace("’", "'").replace("\u00a0", " ")
    text = re.sub(r"^[\s\-–—•*·▪◦‣●○\d.)]+(?=[A-Za-z\"'(])", "", text)
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", text)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.split(r"(?<=[a-z0-9%)])[.!?;](?:\s+|$)|\s[–—-]+\s|: ", text, maxsplit=1)[0]
    text = re.sub(r"\s*&\s*(?=[a-z])|(?<=[a-z]) & ", " and ", text)
    return text.strip(' .,;:-–—"')


def _parsed(text: str, *, hint: str, limit: int) -> Clause | None:
    if not text or _UNSPEAKABLE.search(text):
        return None
    tokens = text.split(" ")
    while (
        len(tokens) > 1
        and re.fullmatch(r"[A-Za-z]+ly|also|then|always|help to", tokens[0])
        and not _is_verb(tokens[0], tokens[1:])
    ):
        tokens = tokens[1:]
    verbs, used = _leading_verbs(tokens, hint)
    if not verbs:
        return None
    rest, second, joint = _second_act(tokens[0], " ".join(tokens[used:]))
    if verbs == ["help"] and rest.split(" ")[0].lower() in _MOSTLY_VERBS:
        rest = f"to {rest[0].lower()}{rest[1:]}"
    clause = _closed(verbs, rest, limit)
    left = limit - len(words_of(clause.base)) - 1 if clause else 0
    if clause is None or not second or left < 3 or clause.rest != _whole(rest):
        return clause
    also = _parsed(second, hint="", limit=left)
    return Clause(clause.verbs, clause.rest, also, joint)


def _whole(rest: str) -> str:
    return _spoken(rest).strip(" ,.;:")


def _spoken(rest: str) -> str:
    """Lower pasted Title Case; words of a plain sentence stay as they were written."""
    from everest.language.forms import as_clause_object

    words = re.findall(r"[A-Za-z][\w'-]*", rest)
    capital = sum(word[0].isupper() and not word.isupper() for word in words)
    shouted = sum(word.isupper() and len(word) > 1 for word in words)
    if shouted * 3 > len(words) * 2 and len(words) > 3:
        return rest.lower()
    if capital * 2 < len(words):
        return rest
    return re.sub(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)+\b", lambda match: match[0].lower(), as_clause_object(rest))


_SECOND_ACT = re.compile(
    r"(?:(?P<comma>,?) (?:and|or|then|but)(?: (?P<when>in time|over time|later|eventually|one day|someday|ultimately|finally))?"
    r"(?: (?:also|then|to))?|,) (?P<verb>[A-Za-z]+)(?= (?P<next>\S+))"
)


def _second_act(first: str, rest: str) -> tuple[str, str, str]:
    """Split "children and record their progress" where a second verb, in the form of the first, begins."""
    for match in _SECOND_ACT.finditer(rest):
        word, following = match["verb"].lower(), match["next"].lower().strip(",.")
        if _inside_infinitive(rest[: match.start()]):
            continue
        ends = _plural_end(rest[: match.start()]) or _plural_end(
            " ".join(rest[match.end("verb") :].split()[:4])
        )
        if (
            not _starts_act(word, following, first, plural=ends)
            or " between " in f" {rest[: match.start()]} ".lower()
        ):
            continue
        joint = f"{match['comma']} and {match['when']}".strip() if match["when"] else "and"
        return rest[: match.start()].strip(" ,"), rest[match.start("verb") :], joint
    return rest, "", "and"


def _starts_act(word: str, following: str, first: str, *, plural: bool) -> bool:
    kinds = _parts_of_speech(word)
    if "VERB" not in kinds or word in _NOT_VERBS or not _same_form(first, word):
        return False
    if word.endswith("ing") and kinds & {"NOUN"} and following not in _DETERMINERS:
        return False
    if "NOUN" in kinds and word not in _MOSTLY_VERBS and following in {"for", "with", "on", "to"}:
        return False
    return (
        kinds <= {"VERB", "AUX"}
        or following in _DETERMINERS
        or (
            word in _MOSTLY_VERBS
            and (word not in _ALSO_NOUNS or word in _RARELY_NOUNS or (plural and following not in _GROUPS))
        )
    )


def _inside_infinitive(before: str) -> bool:
    """Tell whether a joined verb may belong to "to forecast costs and explain …", which is well formed as it stands."""
    match = re.search(r"\bto ([a-z]+)\b", before)
    return match is not None and "VERB" in _parts_of_speech(match[1]) and match[1] not in _NOT_VERBS


def _plural_end(text: str) -> bool:
    words = text.split()
    return (
        bool(words) and bool(re.search(r"[^s]s,?$", words[-1])) and words[-1] not in {"sales", "its", "his"}
    )


_GROUPS = frozenset("teams team staff groups group functions departments services and or".split())


_DETERMINERS = frozenset(
    "the a an our your my their its his her all any each every this that these those new on to for with it them".split()
)

_RARELY_NOUNS = frozenset(
    "keep find follow hire solve treat read help move guide teach train set answer track plan check review".split()
)

_ALSO_NOUNS = frozenset(
    "act address audit check contact contract control design document draft drive edit file find fix follow forecast guide help "
    "hire influence install interview keep lead market measure monitor move offer order plan present process produce "
    "program project purchase raise read record research run schedule set ship show solve source start stock study supply "
    "support test track train treat turn use visit watch win work report review repair sort pick care coach mentor partner "
    "answer estimate load stay".split()
)


def _closed(verbs: list[str], rest: str, limit: int) -> Clause | None:
    rest = trimmed(_spoken(rest), limit - len(verbs))
    if not rest and verbs[-1] in _NEEDS_OBJECT:
        return None
    if not rest and len(verbs) == 1 and verbs[0] not in _STANDS_ALONE:
        return None
    return Clause(tuple(verbs), rest)


def _leading_verbs(tokens: list[str], hint: str) -> tuple[list[str], int]:
    """Read "Design, build and test" off the front: base forms, and how many tokens they took."""
    first = _verb(tokens[0], tokens[1:], hint)
    if not first:
        return [], 0
    verbs, at = [first], 1
    if not tokens[0].endswith((",", "/")) and "/" not in tokens[0] and not _joins(tokens, 1):
        return verbs, at
    pending = at
    while pending < len(tokens):
        token = tokens[pending]
        if token.lower() in {"and", "or", "and/or", "then"}:
            pending += 1
            continue
        verb = _verb(token, tokens[pending + 1 :], "")
        if not verb or not _same_form(tokens[0], token):
            break
        verbs.append(verb)
        pending += 1
        at = pending
        if not token.endswith(",") and not _joins(tokens, pending):
            break
    return verbs, at


def _joins(tokens: list[str], at: int) -> bool:
    return at < len(tokens) - 1 and tokens[at].lower() in {"and", "or", "and/or"}


def _same_form(first: str, other: str) -> bool:
    def ending(token: str) -> str:
        word = token.strip(",").lower()
        return "" if word == _lemma(word) else "ing" if word.endswith("ing") else "ed"

    return ending(first) == ending(other)


def _verb(token: str, after: list[str], hint: str) -> str:
    if re.fullmatch(r"[A-Z]{2,}", token.strip(",.")) and not " ".join(after[:3]).isupper():
        return ""
    word = token.strip(",.").lower()
    if "/" in word:
        word = word.split("/")[0]
    if (
        hint
        and _lemma(word) == hint.lower()
        and not (
            _adjective(word)
            or (after and after[0].lower() in {"for", "of", "at"} and word in _ALSO_NOUNS and word != "care")
        )
    ):
        return hint.lower()
    if not re.fullmatch(r"[a-z][a-z'-]*[a-z]", word) or not _is_verb(word, after):
        return ""
    return _lemma(word)


def _adjective(word: str) -> bool:
    """Tell whether a word in its bare form is likelier an adjective ("perfect attendance")."""
    return "ADJ" in _parts_of_speech(word) and _lemma(word) == word and word not in _MOSTLY_VERBS


@lru_cache(maxsize=8192)
def _lemma(word: str) -> str:
    from everest.language.forms import base

    return "leave" if word == "left" else base(word)


@lru_cache(maxsize=8192)
def _parts_of_speech(word: str) -> frozenset[str]:
    from lemminflect import getAllLemmas

    return frozenset(getAllLemmas(word))


_FOLLOWS_VERB = re.compile(
    r"^(?:the|a|an|our|your|my|their|its|his|her|all|any|each|every|this|that|these|those|new|with|on|in|to|for|as|at|by|of"
    r"|from|up|out|into|over|across|between|about|and|or|both|multiple|several|daily|weekly|monthly|high|\d.*|\w+ly|\w+s|\w+ing)$"
)


def _is_verb(word: str, after: list[str]) -> bool:
    """Tell whether a word at the head of a line is its verb and not a noun ("design reviews", "design review")."""
    word = word.lower().strip(",.")
    kinds = _parts_of_speech(word)
    if "VERB" not in kinds and "AUX" not in kinds:
        return word in _STANDS_ALONE
    if word in _NOT_VERBS:
        return False
    lemma = _lemma(word)
    if "ADJ" in kinds and lemma == word and word not in _MOSTLY_VERBS:
        return bool(after) and after[0].lower() in _DETERMINERS
    if after and after[0].lower() in {"for", "of", "at"} and word in _ALSO_NOUNS and lemma == word:
        return word in {"care", "plan", "work"}
    if lemma != word:
        return (
            not word.endswith("s") or "NOUN" not in kinds or word in {"manages", "leads", "plans", "supports"}
        )
    if kinds <= {"VERB", "AUX"} or word in _MOSTLY_VERBS:
        return True
    if not after:
        return False
    following = after[0].lower().strip(",.")
    if following in {"of", "experience", "skills", "in", "at"} and word not in _MOSTLY_VERBS:
        return False
    return bool(_FOLLOWS_VERB.match(following)) or len(after) > 1


_NOT_VERBS = frozenset(
    "experience knowledge customer sales team people staff business data software product services project account human "
    "microsoft bachelor master degree certificate certified excellent strong proven data-driven detail quality training "
    "marketing engineering accounting nursing teaching banking branding consulting advertising purchasing machine learning "
    "financial retail front back content media email social technical used following during regarding including based key "
    "responsible able excel word office english first total it can may might must will would should could".split()
)

_MOSTLY_VERBS = frozenset(
    "achieve act adapt add administer advise analyze answer apply approve brief arrange assess assemble assist assure attend audit "
    "author become begin book bring build calculate care carry check clean close coach collaborate collect communicate "
    "compile complete conduct configure consult contact contribute control convert coordinate counsel craft create cut "
    "debug define delegate deliver demonstrate deploy design detect determine develop devise diagnose direct document draft "
    "drive earn edit educate enable engage ensure escalate establish evaluate examine execute expand facilitate file "
    "find fix follow forecast foster gather generate give greet grow guide handle help hire identify implement improve "
    "increase influence inform initiate inspect install instruct integrate interpret interview investigate join keep launch "
    "lead learn liaise lift listen load maintain make manage market measure mentor monitor motivate move negotiate observe "
    "obtain offer onboard open operate optimize order organize oversee own participate partner perform pick plan prepare present "
    "prevent prioritize process produce program promote propose protect provide pull purchase raise read receive recommend "
    "reconcile record recruit redesign reduce refine repair replace report represent research resolve respond restock "
    "review revise run schedule secure select sell serve set ship shape show solve source specialize start stay stock "
    "streamline strengthen study supervise supply support take teach test track train translate treat triage troubleshoot "
    "tune turn tutor understand update upgrade use verify visit watch weld win work write".split()
)

_STANDS_ALONE = frozenset({"teach", "weld", "write", "cook", "code", "sell", "onboard", "upskill"})
_NEEDS_OBJECT = frozenset({"provide", "ensure", "manage", "perform", "conduct", "maintain", "be", "have"})

__all__ = [
    "MAX_WORDS",
    "Clause",
    "noun_phrase",
    "own_clause",
    "posting_clause",
    "resume_clause",
    "turned_around",
]

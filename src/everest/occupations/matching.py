"""From a person's words, skills, interests and values to occupations, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from everest.errors import BadInput
from everest.occupations.atlas import Atlas, atlas
from everest.occupations.likelihood import chances, title_scores, word_scores, words_of
from everest.occupations.model import Filters, OccupationMatch
from everest.occupations.naming import skill_names
from everest.occupations.reasons import SCALES, Voice, reasons

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["match_person", "skill_names"]

PARTS = {
    "traits": 1.0, "meaning": 1.2, "words": 0.5, "titles": 0.6, "chances": 0.15, "skills": 0.8, "interests": 1.0, "values": 0.5,
    "drains": 0.8,
}  # fmt: skip
"""How much each part weighs; all are standardized over the occupations before."""
_CONTENT = re.compile(
    r"(?!(?:with|that|this|good|great|very|really|like|love|want|would|have|always)\b)[a-z+#]{4,}",
    re.IGNORECASE,
)
_MUCH_SAID = 6
"""From so many words about work on, what they mean counts in full."""
_ALIKE = 2
"""At most so many matches of one SOC minor group ("29-1") are shown, so that the first screen is wide."""


@dataclass(frozen=True, slots=True)
class _Trait:
    shown: str
    needs: tuple[tuple[str, str], ...]
    tells_subject: bool = False
    """Whether the words name a field of work too ("rights", "design")."""

    @property
    def is_character(self) -> bool:
        """Tell whether the words say what someone is like, and nothing of the work's subject."""
        return not self.tells_subject and any(domain == "styles" for domain, _ in self.needs)


def match_person(
    text: str,
    *,
    skills: Sequence[str] = (),
    interests: Mapping[str, float] | None = None,
    values: Sequence[str] = (),
    drains: str = "",
    limit: int = 10,
    filters: Filters | None = None,
) -> tuple[OccupationMatch, ...]:
    """Return the occupations that a person's own words speak for, best first.

    ``interests`` gives 0..1 (or any one scale) for names of the six RIASEC interests or their first letters;
    ``values`` are names of O*NET work values or words for them; ``drains`` is what tires the person.
    Each match quotes the words that speak for it and against it. Empty if the filters leave no
    occupation. Raises ``BadInput`` if nothing is given.
    """
    import numpy as np

    if not (text.strip() or skills or interests or values):
        raise BadInput(
            "There is nothing to match: say what you are like, what you can do or what you care for."
        )
    source = atlas()
    voices = _voices(source, text, tuple(skills), tuple(values), drains)
    total = np.zeros(len(source.codes))
    for domain_voices, weight in _grouped(voices):
        total += weight * _standard(np.sum([voice.scores for voice in domain_voices], axis=0))
    said = " ".join([_without_character(text), *skills])
    total += _meaning_scores(source, said, drains)
    words = word_scores(source, said)
    if words.any():
        total += PARTS["words"] * _standard(words)
    if content := len(words_of(said)):
        total += PARTS["titles"] * min(1.0, content / _MUCH_SAID) ** 2 * _standard(title_scores(said))
    total += PARTS["chances"] * chances(source)
    if interests:
        total += PARTS["interests"] * _interest_scores(source, interests)
    total[~_allowed(source, filters)] = -np.inf
    left = total[np.isfinite(total)]
    if not len(left):
        return ()
    best = _varied(source, total, limit)
    scale, middle = float(np.std(left)) or 1.0, float(np.mean(left))
    return tuple(
        OccupationMatch(
            source.codes[n],
            source.titles[n],
            float(1 / (1 + np.exp(-(total[n] - middle) / scale + 1))),
            *_reasons(source, n, voices, interests, said),
        )
        for n in best
    )


@lru_cache(maxsize=1)
def _traits() -> dict[str, _Trait]:
    import yaml

    raw = yaml.safe_load((files("everest.occupations") / "traits.yaml").read_text("utf-8"))
    traits = {}
    for entry in raw:
        needs = tuple((domain, name) for domain in SCALES for name in entry.get(domain, ()))
        for word in entry["words"]:
            traits[word] = _Trait(entry["words"][0], needs, bool(entry.get("subject")))
    return traits


@lru_cache(maxsize=1)
def _trait_pattern() -> re.Pattern[str]:
    words = sorted(_traits(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _without_character(text: str) -> str:
    """Blank out words for what a person is like: they weigh as traits, and tell nothing of the work's subject."""
    return _trait_pattern().sub(
        lambda match: " " if _traits()[match.group().lower()].is_character else match.group(), text
    )


def _standard(values: NDArray[Any]) -> NDArray[np.float64]:
    import numpy as np

    spread = float(np.std(values)) or 1.0
    return np.asarray((values - np.mean(values)) / spread, np.float64)


@lru_cache(maxsize=128)
def _column(source: Atlas, domain: str, name: str) -> NDArray[np.float64]:
    """Standardized figures of one element over all occupations; unknown counts as average."""
    import numpy as np

    column = source.array(f"{domain}_{SCALES[domain]}")[:, source.scale(domain).index(name)].astype(float)
    column[column == 0] = np.mean(column[column > 0])
    return _standard(column)


def _voices(
    source: Atlas, text: str, skills: tuple[str, ...], values: tuple[str, ...], drains: str
) -> list[Voice]:
    voices = _trait_voices(source, text, drains=False) + _trait_voices(source, drains, drains=True)
    names = {name.lower(): name for name in source.scale("values")}
    for value in values:
        if value.lower() in names:
            voices.append(
                Voice(
                    value,
                    "values",
                    _column(source, "values", names[value.lower()]),
                    needs=(("values", names[value.lower()]),),
                )
            )
        else:
            voices += _trait_voices(source, value, drains=False)
    for skill in skills:
        scores = _skill_scores(source, skill)
        if scores is not None:
            voices.append(Voice(skill, "skills", scores, needs=_rated_need(source, skill)))
    return voices


def _trait_voices(source: Atlas, text: str, *, drains: bool) -> list[Voice]:
    import numpy as np

    voices, seen = [], set()
    for match in _trait_pattern().finditer(text):
        trait = _traits()[match.group().lower()]
        if trait.shown in seen:
            continue
        seen.add(trait.shown)
        columns = [_column(source, domain, name) for domain, name in trait.needs]
        denied = _is_denied(text, match.start())
        sign = -1.0 if drains or denied else 1.0
        scores = sign * _standard(np.mean(columns, axis=0))
        voices.append(Voice(match.group(), "traits", scores, drains, trait.needs, denied))
    return voices


def _is_denied(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:not|never|hate|dislike|don['\u2019]t (?:like|want|enjoy))\s+(?:\w+\s+){0,2}$",
            text[:start],
            re.IGNORECASE,
        )
    )


@lru_cache(maxsize=512)
def _skill_scores(source: Atlas, skill: str) -> NDArray[np.float64] | None:
    """How much occupations use a skill: by its rated name, or as a technology."""
    import numpy as np

    low = skill.lower()
    for domain in ("skills", "knowledge"):
        for name in source.scale(domain):
            if name.lower() == low:
                return _column(source, domain, name)
    rows = source.array("technology")
    names = {
        n
        for n, name in enumerate(source.technologies)
        if re.search(rf"(?<!\w){re.escape(low)}(?!\w)", name.lower())
    }
    if not names:
        return None
    used = np.zeros(len(source.codes))
    for place, number, marks in rows[np.isin(rows[:, 1], list(names))].tolist():
        used[place] = max(used[place], 1.0 + (marks > 1), float(number >= 0))
    return _standard(used)


def _varied(source: Atlas, total: NDArray[np.float64], limit: int) -> list[int]:
    """Return the best rows, few of each kin; the rest of a kin follows when nothing else is left."""
    import numpy as np

    first: list[int] = []
    later: list[int] = []
    taken: dict[str, int] = {}
    for row in np.argsort(-total, kind="stable").tolist():
        if not np.isfinite(total[row]) or len(first) == limit:
            break
        kin = source.codes[row][:4]
        taken[kin] = taken.get(kin, 0) + 1
        (first if taken[kin] <= _ALIKE else later).append(row)
    return (first + later)[:limit]


def _grouped(voices: list[Voice]) -> list[tuple[list[Voice], float]]:
    groups: dict[str, list[Voice]] = {}
    for voice in voices:
        groups.setdefault("drains" if voice.drains else voice.about, []).append(voice)
    return [(group, PARTS[about]) for about, group in groups.items()]


@lru_cache(maxsize=1)
def _work_vectors(source: Atlas) -> NDArray[np.float32]:
    import numpy as np

    return np.asarray(
        (source.array("work_vectors").astype(np.float32) + source.array("title_vectors")) / 600, np.float32
    )


def _meaning_scores(source: Atlas, text: str, drains: str) -> NDArray[np.float64]:
    import numpy as np

    from everest.language.meaning import encode

    liked, tiring = encode([text, drains])
    total = np.zeros(len(source.codes))
    if content := len(_CONTENT.findall(text)):
        total += PARTS["meaning"] * min(1.0, content / _MUCH_SAID) * _standard(_work_vectors(source) @ liked)
    if drains.strip():
        total -= PARTS["drains"] * _standard(_work_vectors(source) @ tiring)
    return total


def _interest_scores(source: Atlas, interests: Mapping[str, float]) -> NDArray[np.float64]:
    """Correlate the person's profile with each occupation's."""
    import numpy as np

    profile = _profile(source, interests)
    table = source.array("interests_oi").astype(float)
    table -= table.mean(1, keepdims=True)
    lengths = np.linalg.norm(table, axis=1) * (float(np.linalg.norm(profile - profile.mean())) or 1.0)
    return _standard(table @ (profile - profile.mean()) / np.maximum(lengths, 1e-9))


def _profile(source: Atlas, interests: Mapping[str, float]) -> NDArray[np.float64]:
    import numpy as np

    names = source.scale("interests")
    letters = {name[0]: n for n, name in enumerate(names)}
    profile = np.zeros(len(names))
    for key, value in interests.items():
        if not key or key[0].upper() not in letters:
            raise BadInput(f"“{key}” is not one of the six interests.", todo=f"Use {', '.join(names)}.")
        profile[letters[key[0].upper()]] = value
    return profile


def _allowed(source: Atlas, filters: Filters | None) -> NDArray[np.bool_]:
    import numpy as np

    kept = source.array("interests_oi").any(1)
    if filters is None:
        return np.asarray(kept)
    zones, pay = source.array("zone"), source.array("pay")
    if filters.highest_zone is not None:
        kept = kept & (zones > 0) & (zones <= filters.highest_zone)
    if filters.lowest_zone is not None:
        kept = kept & (zones >= filters.lowest_zone)
    if filters.least_pay is not None:
        kept = kept & (pay[:, 0] >= filters.least_pay)
    if filters.least_growth is not None:
        kept = kept & (pay[:, 6] >= filters.least_growth)
    if filters.fields:
        kept = kept & np.array([code.startswith(filters.fields) for code in source.codes])
    return np.asarray(kept)


def _rated_need(source: Atlas, skill: str) -> tuple[tuple[str, str], ...]:
    low = skill.lower()
    return tuple(
        (domain, name)
        for domain in ("skills", "knowledge")
        for name in source.scale(domain)
        if name.lower() == low
    )


def _reasons(
    source: Atlas, number: int, voices: list[Voice], interests: Mapping[str, float] | None, text: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    why, against = reasons(source, number, voices, text)
    if interests:
        wanted = _profile(source, interests)
        names, own = source.scale("interests"), source.array("interests_oi")[number]
        liked, asked = int(wanted.argmax()), int(own.argmax())
        if liked == asked:
            why.append(f"Your strongest interest, {names[liked].lower()}, is the strongest in this work too.")
        elif wanted[asked] <= sorted(wanted)[1]:
            against.append(
                f"This work is above all {names[asked].lower()}, which is among your weaker interests."
            )
    return tuple(why[:5]), tuple(against[:3])

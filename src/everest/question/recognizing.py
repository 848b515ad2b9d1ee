"""Recognizing the question in any wording."""

from __future__ import annotations

from dataclasses import dataclass

from everest.content import load
from everest.errors import BadInput
from everest.question import head
from everest.question.marks import plainly
from everest.question.model import Question

LONGEST = 2000
"""Characters; a question longer than this is read to here."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of asking: its slug, what an answer must cover, why it is asked, and wordings of it."""

    slug: str
    asks: tuple[str, ...]
    why: str
    horizon_years: float | None
    phrasings: tuple[str, ...]


def recognize(text: str) -> Question:
    """Tell whether ``text`` asks about aspirations, and in which variant.

    Several sentences may be given ("Thanks for coming. Where do you see yourself in five years?"): the one that
    asks for aspirations most clearly decides. ``confidence`` is 0..1.

    Raises:
        BadInput: if there are no words in the text.
    """
    if not any(character.isalpha() for character in text):
        raise BadInput(
            "There is no question here.", where="question", todo="Type the question as it was asked."
        )
    whole = plainly(text[:LONGEST])
    sentences = _sentences(whole)
    rows = head.features(sentences)
    about = head.about()
    chances = about.probabilities(rows)[:, about.labels.index("yes")]
    best = int(chances.argmax())
    likely = float(chances[best])
    if likely < 0.5:
        return Question(
            text, False, None, (), str(load("questions")["not_about"]["why"]), round(1 - likely, 3)
        )
    which = head.variant()
    variant = phrasings()[which.labels[int(which.log_chances(rows[best : best + 1])[0].argmax())]]
    return Question(
        text,
        True,
        variant.slug,
        variant.asks,
        variant.why,
        round(likely, 3),
        _horizon(sentences[best], variant),
    )


def phrasings() -> dict[str, Variant]:
    """Return every variant by its slug, in the order of the content file."""
    return {
        slug: Variant(
            slug, tuple(entry["asks"]), entry["why"], entry["horizon_years"], tuple(entry["phrasings"])
        )
        for slug, entry in load("questions")["variants"].items()
    }


def _sentences(text: str) -> list[str]:
    """Split off the sentences that could be the question; a lone or unpunctuated text stays whole."""
    from everest.language.sentences import split

    parts = [text[span.start : span.end].strip() for span in split(text)]
    asked = [part for part in parts if len(part.split()) > 1]
    if len(parts) < 2 or not asked:
        return [text]
    return [text, *asked] if len(text.split()) <= 40 else asked


def _horizon(sentence: str, variant: Variant) -> float | None:
    from everest.language import time_spans

    named = [span.years for span in time_spans.find(sentence)]
    return max(named) if named else variant.horizon_years

"""The words every room speaks: where something was said, and what could not be read.

Offsets are half-open and count Unicode code points of the source text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation: ``text_of(source)[start:end] == quote``.

    ``source`` names the document: ``"resume"``, ``"posting"``, ``"company:about.html"``,
    ``"reflection:strengths"``, ``"person"`` (typed in by hand) or ``"answer"``.
    """

    quote: str
    start: int
    end: int
    source: str

    @staticmethod
    def of(text: str, start: int, end: int, source: str) -> Evidence:
        """Quote ``text[start:end]``."""
        return Evidence(text[start:end], start, end, source)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value read out of a document, with the words it was read from.

    ``confidence`` is 0..1; below ``SURE`` the value is shown as uncertain and asked about.
    """

    value: str
    evidence: Evidence
    confidence: float = 1.0


SURE = 0.6
"""Facts of lower confidence are asked about, never used silently."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Trouble inside a document that did not stop the work."""

    text: str
    source: str
    start: int | None = None
    end: int | None = None
    todo: str = ""

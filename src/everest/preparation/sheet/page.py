"""A page as blocks, before it becomes Markdown, HTML, PDF or DOCX."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``muted`` is set smaller and grayer."""

    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list: what it is, and a smaller note beneath."""

    items: tuple[tuple[str, str], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer: its label and its sentences, each with its purpose ("" hides it)."""

    label: str
    sentences: tuple[tuple[str, str], ...]
    why: str = ""


Block = Heading | Paragraph | Items | Spoken


@dataclass(frozen=True, slots=True)
class Page:
    """A titled run of blocks; ``one_page`` asks the PDF to fit a single sheet."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    footer: str = ""
    one_page: bool = False

"""The page as Markdown."""

from __future__ import annotations

import re

from everest.preparation.sheet.page import Block, Heading, Items, Page, Paragraph, Spoken

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def render_page(page: Page) -> bytes:
    """Return the page as UTF-8 Markdown."""
    lines = [f"# {_safe(page.title)}", "", f"*{_safe(page.subtitle)}*", ""]
    for block in page.blocks:
        lines += [*_block(block), ""]
    lines += ["---", "", f"*{_safe(page.footer)}*", ""]
    return "\n".join(lines).encode()


def _block(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return [f"## {_safe(text)}"]
        case Paragraph(text, muted):
            return [f"*{_safe(text)}*" if muted else _safe(text)]
        case Items(items, numbered):
            return [
                line
                for number, item in enumerate(items, 1)
                for line in _item(item, f"{number}." if numbered else "-")
            ]
        case Spoken(label, sentences, why):
            spoken = [
                f"> {_safe(text)}" + (f" *({purpose})*" if purpose else "") for text, purpose in sentences
            ]
            return [
                f"**{_safe(label)}**",
                "",
                *_joined(spoken),
                *(["", f"Why it works: {_safe(why)}"] if why else []),
            ]


def _item(item: tuple[str, str], mark: str) -> list[str]:
    text, note = item
    return [f"{mark} {_safe(text)}", *([f"  *{_safe(note)}*"] if note else [])]


def _joined(lines: list[str]) -> list[str]:
    return [part for line in lines for part in (line, ">")][:-1]


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

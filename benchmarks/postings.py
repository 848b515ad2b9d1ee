"""Our own fictional postings, a label on each line, rendered in the shapes that postings come in.

The files in benchmarks/data/postings hold ``=== shape | title | employer | place`` and then one statement a line: a letter,
``+`` where it goes on in the paragraph before, the words; ``{…}`` marks a skill. Letters: X head of the posting,
H heading, T task, M must, N nice to have, B benefit or pay, A about the company, L legal, O how to apply,
K the themes that the key functions should name (alternatives after ``/``; themes apart by ``;``).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "postings"
COMPANIES = Path(__file__).parent / "data" / "companies"
YEAR = 2026
"""The year that the companies' sentences were written in."""

KINDS = {"T": "task", "M": "requirement", "N": "nice to have", "B": "benefit", "A": "about", "L": "legal"}


@dataclass(frozen=True)
class Marked:
    """One labelled statement."""

    label: str
    text: str
    joined: bool
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Posted:
    """One labelled posting."""

    shape: str
    title: str
    employer: str
    place: str
    lines: tuple[Marked, ...]
    themes: tuple[tuple[str, ...], ...]


def load(name: str) -> list[Posted]:
    """Read ``train``, ``heldout`` or ``fresh``."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return [_posted(part) for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]]


def company_sentences(name: str) -> list[tuple[str, str]]:
    """Return (letter, sentence) of ``train`` or ``heldout``."""
    lines = (COMPANIES / f"{name}.txt").read_text("utf-8").splitlines()
    return [(line[0], line[2:].strip()) for line in lines if line[:1] not in {"", "#"}]


def render(posted: Posted, *, headings: bool = True, shape: str = "", bullets: bool = True) -> str:
    """Write a posting out as text, or as the page of a job board where its shape is ``html``."""
    lines = [line for line in posted.lines if headings or line.label != "H"]
    if (shape or posted.shape) == "html":
        return _page(lines)
    out: list[str] = []
    before = ""
    for line in lines:
        if line.joined and out:
            out[-1] += " " + line.text
            continue
        if line.label == "H" or (before == "X" and line.label != "X"):
            out.append("")
        out.append(line.text if bullets else plain(line.text))
        before = line.label
    return "\n".join(out)


def plain(text: str) -> str:
    """Return a statement without its bullet or number."""
    return re.sub(r"^(?:[-*•]|\d\.)\s+", "", text)


def _posted(part: str) -> Posted:
    head, *rest = part.strip().split("\n")
    shape, title, employer, place = (cell.strip() for cell in head.split("|"))
    lines, themes = [], ()
    for row in rest:
        label, _, words = row.partition(" ")
        if label == "K":
            themes = tuple(tuple(t.strip() for t in theme.split("/")) for theme in words.split(";"))
        elif label:
            skills = tuple(re.findall(r"\{([^}]+)\}", words))
            lines.append(Marked(label[0], re.sub(r"[{}]", "", words), label.endswith("+"), skills))
    return Posted(shape, title, employer, place, tuple(lines), themes)


def _page(lines: list[Marked]) -> str:
    body, items = [], []
    for line in [*lines, Marked("end", "", joined=False, skills=())]:
        words = html.escape(plain(line.text))
        if line.label in "TMNBL" and line.text.startswith(("-", "*", "•")):
            items.append(f"<li><span>{words}</span></li>")
            continue
        if items:
            body.append(f"<ul>{''.join(items)}</ul>")
            items = []
        tag = "h1" if line.label == "X" and not body else "h3" if line.label == "H" else "p"
        body.append(f"<{tag}>{words}</{tag}>" if words else "")
    return (
        "<!doctype html><html><head><title>Careers</title><style>p{margin:0}</style></head><body>"
        "<nav><a href='/'>Home</a><a href='/jobs'>All jobs</a></nav><main>"
        f"{''.join(body)}</main><footer>Cookie settings. Privacy notice.</footer></body></html>"
    )

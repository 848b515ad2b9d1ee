"""One page on a company, in Markdown: what is known with its source, what is still missing, room for one's own notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everest.opening.model import Company, CompanyStatement, Opening, ResearchItem, StatementKind
from everest.opening.questions import questions_to_ask

_TITLES = (
    (StatementKind.CULTURE, "How they work and what they value"),
    (StatementKind.SHORT_TERM, "What they plan this year and next"),
    (StatementKind.LONG_TERM, "Where they want to be in the long run"),
)
_MOST = 4
_LONGEST = 40


def notes_sheet(company: Company, *, opening: Opening | None = None) -> str:
    """Write the sheet; it fits on one page. With ``opening`` it ends with questions worth asking.

    Quotations keep the company's words, escaped so that no page can put markup or a link into the sheet.
    """
    name = (
        company.name.value if company.name else opening.employer.value if opening and opening.employer else ""
    )
    lines = [f"# Notes on {_plain(name)}" if name else "# Notes on the company", ""]
    for kind, title in _TITLES:
        lines += [f"## {title}", "", *_section(getattr(company, kind.value), company.research, kind), ""]
    lines += ["## My own notes", "", "- Who I talked to, and when: ______", "- What surprised me: ______", "- Why I would want to be part of it: ______", ""]  # fmt: skip
    if opening is not None:
        lines += ["## Questions worth asking", ""]
        lines += [f"{number}. {_plain(ask.text)}" for number, ask in enumerate(questions_to_ask(opening), 1)]
        lines.append("")
    lines += ["## Sources", "", *_sources(company)]
    return "\n".join(lines).rstrip() + "\n"


def _section(
    said: tuple[CompanyStatement, ...], research: tuple[ResearchItem, ...], kind: StatementKind
) -> Iterator[str]:
    for item in said[:_MOST]:
        told = [_source(item.evidence.source)]
        if item.date and item.date not in item.text:
            told.append(_plain(item.date))
        if item.confidence < 0.6:
            told.append("uncertain: read it in its place")
        yield f"- “{_plain(_short(item.text))}” ({', '.join(told)})"
    if len(said) > _MOST:
        yield f"- and {len(said) - _MOST} more in the sources"
    if not said:
        yield "Nothing was found yet."
        yield from (f"- {item.question} Look here: {item.where}" for item in research if item.kind is kind)
        yield "- Found: ______ (where, when: ______)"


def _sources(company: Company) -> Iterator[str]:
    if not company.texts:
        yield "None yet."
    for label, text in company.texts.items():
        yield f"- {_source(label)}, {len(text.split())} words"
    for notice in company.notices:
        yield f"- {_plain(notice.text)}"


def _source(label: str) -> str:
    if label == "posting":
        return "the posting"
    name = label.removeprefix("company:")
    return f"pasted text {name}" if name.isdigit() else _plain(name.removesuffix(".html"))


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _LONGEST else f"{' '.join(words[:_LONGEST])} …"


def _plain(text: str) -> str:
    """Escape what Markdown or HTML would take as more than words."""
    one_line = " ".join(text.split())
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", one_line)

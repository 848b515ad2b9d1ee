"""Reads a rule page: front matter, prose, and cases that run as tests.

In a case, «…» marks what must be flagged and «» marks an omission. A line that starts with → is the mended
answer; a line in parentheses gives the reason; ``given question: …`` sets the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from everest.errors import RulePageError

_PAGE = re.compile(r"\A---\n(?P<head>.*?)\n---\n+# (?P<title>[^\n]+)\n(?P<body>.*)\Z", re.DOTALL)
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_MARK = re.compile("«(.*?)»")
_LEVELS = ("error", "warning", "advice")
_KNOWN = {
    "settled_by",
    "code",
    "level",
    "since",
    "message",
    "suggestion",
    "needs",
    "phrases",
    "unless",
    "scope",
    "unless_found",
    "flaw",
    "weight",
    "replace",
    "rewrite",
    "insert",
    "fills",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One example answer, and what the rule must make of it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    mended: str = ""
    reason: str = ""
    given: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule means, as its author wrote it.

    ``scope`` names what excuses a phrase: "negated", "reported", "past". ``weight`` is the chance, 0..1, that the
    phrase alone sinks the answer. ``settled_by`` names what lets the rule judge alone, without the learned heads, once it is given. ``unless_found`` names rules, or a level of rules, whose finding already says as much. ``flaw`` is the name under which the learned heads know it. ``replace``, ``rewrite``, ``insert`` and ``fills``
    say what may take the place of the words; see ``rewriting``.
    """

    code: str
    name: str
    title: str
    level: str
    since: str
    message: str
    suggestion: str
    why: str
    mend: str
    needs: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("negated", "reported")
    unless_found: tuple[str, ...] = ()
    flaw: str = ""
    weight: float = 0.0
    replace: dict[str, str] = field(default_factory=dict)
    rewrite: str = ""
    insert: str = ""
    fills: dict[str, str] = field(default_factory=dict)
    flagged: tuple[Case, ...] = ()
    left_alone: tuple[Case, ...] = ()


def read_page(path: Path) -> Page:
    """Read one rule page.

    Raises:
        RulePageError: if a required key, section or case is missing, or a key is unknown.
    """
    import yaml

    match = _PAGE.match(path.read_text(encoding="utf-8"))
    if not match:
        raise RulePageError("no front matter or title", where=str(path), todo="Start the page with ---.")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    head: dict[str, Any] = yaml.load(match["head"], Loader=loader)  # noqa: S506  # the safe loader in C
    parts = _SECTION.split(match["body"])
    sections = dict(zip(parts[1::2], (p.strip() for p in parts[2::2]), strict=True))
    if unknown := set(head) - _KNOWN:
        raise RulePageError(f"unknown key: {', '.join(sorted(unknown))}", where=str(path), todo="Remove it.")
    try:
        if head["level"] not in _LEVELS:
            raise ValueError(f"level {head['level']}")  # noqa: TRY301  # told like the other lacks
        for key in ("needs", "settled_by", "phrases", "unless", "scope", "unless_found"):
            if key in head:
                head[key] = tuple(head[key] or ())
        head["since"] = str(head["since"])
        return Page(
            name=path.stem,
            title=match["title"].strip(),
            why=sections["Why an interviewer minds"],
            mend=sections["How to mend it"],
            flagged=_cases(sections["Flagged"]),
            left_alone=_cases(sections["Left alone"]),
            **head,
        )
    except (KeyError, TypeError, ValueError) as error:
        todo = "Compare it with another page in this folder."
        raise RulePageError(f"missing or unknown: {error}", where=str(path), todo=todo) from error


def _cases(section: str) -> tuple[Case, ...]:
    return tuple(_case(item) for item in re.split(r"^- ", section, flags=re.MULTILINE)[1:])


def _case(item: str) -> Case:
    marked, *rest = (line.strip() for line in item.strip().splitlines())
    spans, plain = [], marked
    while mark := _MARK.search(plain):
        plain = plain[: mark.start()] + mark[1] + plain[mark.end() :]
        spans.append((mark.start(), mark.start() + len(mark[1])))
    notes = {line[0]: line for line in rest}
    given = dict(line.removeprefix("given ").split(": ", 1) for line in rest if line.startswith("given "))
    mended = notes.get("→", "").removeprefix("→").strip()
    return Case(plain, tuple(spans), mended, notes.get("(", "").strip("()"), given)

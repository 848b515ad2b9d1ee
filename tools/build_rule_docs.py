"""Writes docs/rules/ from the rule pages, and the indexes that spare the reader YAML at start.

Usage: python tools/build_rule_docs.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from everest.review import criteria, rulebook  # noqa: E402
from everest.review.page import Case  # noqa: E402
from everest.review.rule import Rule  # noqa: E402


def main() -> None:
    """Write the indexes, one page a rule, and the table of all rules."""
    rulebook.write_index()
    criteria.write_index()
    rulebook.rules.cache_clear()
    folder = ROOT / "docs" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    table = [
        "# What the reviewer looks for",
        "",
        "Errors would likely sink an answer, warnings weaken it, advice would make it stronger.",
        "",
        "| code | name | severity | what it is about |",
        "|---|---|---|---|",
    ]
    for rule in rulebook.rules():
        (folder / f"{rule.name}.md").write_text(page(rule), "utf-8")
        table.append(
            f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity.value} | {rule.title} |"
        )
    (folder / "index.md").write_text("\n".join(table) + "\n", "utf-8")


def page(rule: Rule) -> str:
    """Return the documentation of one rule."""
    needs = f" Needs the {' and the '.join(rule.page.needs)}." if rule.page.needs else ""
    lines = [
        f"# {rule.title}",
        "",
        f"`{rule.code}` {rule.name}. Severity: {rule.severity.value}. Since {rule.page.since}.{needs}",
        "",
        "## Why an interviewer minds",
        "",
        rule.why,
        "",
        "## How to mend it",
        "",
        rule.mend,
    ]
    if rule.page.flagged:
        lines += ["", "## Flagged", ""]
    for case in rule.page.flagged:
        lines += [f"- {marked(case)}", f"  - Better: {case.mended}"]
    if rule.page.left_alone:
        lines += ["", "## Left alone", ""]
    lines += [f"- {plain(case.text)} *({case.reason})*" for case in rule.page.left_alone]
    lines += [
        "",
        f"Not so in your case? `everest review --ignore {rule.name}`, or `--dismiss` for one finding.",
        "",
    ]
    return "\n".join(lines)


def marked(case: Case) -> str:
    """Return a case with the words that are flagged in bold."""
    parts, at = [], 0
    for start, end in case.spans:
        words = case.text[start:end]
        bold = words.replace(words.strip(), f"**{plain(words.strip())}**") if words.strip() else ""
        parts += [plain(case.text[at:start]), bold]
        at = end
    return "".join([*parts, plain(case.text[at:])])


def plain(words: str) -> str:
    """Keep Markdown from reading brackets and the like as markup."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)


if __name__ == "__main__":
    main()

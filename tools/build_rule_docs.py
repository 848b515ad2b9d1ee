"""Writes docs/rules/ from the rule pages, and the indexes that spare the reader YAML at start.

Usage: python tools/build_rule_docs.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from everest.review import criteria, rulebook  # noqa: E402
from everest.review.rule import Rule  # noqa: E402


def main() -> None:
    """Write the indexes, one page a rule, and the table of all rules."""
    rulebook.write_index()
    criteria.write_index()
    rulebook.rules.cache_clear()
    folder = ROOT / "docs" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    table = ["# Rules", "", "| code | name | severity | |", "|---|---|---|---|"]
    for rule in rulebook.rules():
        (folder / f"{rule.name}.md").write_text(page(rule), "utf-8")
        table.append(
            f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity.value} | {rule.title} |"
        )
    (folder / "index.md").write_text("\n".join(table) + "\n", "utf-8")


def page(rule: Rule) -> str:
    """Return the documentation of one rule."""
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"Severity: {rule.severity.value}. Since {rule.page.since}.",
        "",
    ]
    lines += [
        "## Why an interviewer minds",
        "",
        rule.why,
        "",
        "## How to mend it",
        "",
        rule.mend,
        "",
        "## Flagged",
        "",
    ]
    lines += [f"- {case.text}\n  - Better: {case.mended}" for case in rule.page.flagged]
    lines += [
        "",
        "## Left alone",
        "",
        *(f"- {case.text} ({case.reason})" for case in rule.page.left_alone),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()

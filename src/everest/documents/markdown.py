"""Markdown as one sees it: emphasis, links and code without their marks."""

from __future__ import annotations

import re

_PICTURE = re.compile(r"!\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\)")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,200})\](?:\([^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,60}\])"
)
_MARKED = (
    re.compile(r"(?<![\w`])(`{1,2})(?=[^\s`])([^`\n]{1,300})(?<=[^\s`])\1(?![\w`])"),
    re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^\n*]{1,300})(?<=[^\s*])\1(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^\n_]{1,300})(?<=[^\s_])\1(?![\w_])"),
    re.compile(r"(?<![\w~])(~~)(?=[^\s~])([^~\n]{1,300})(?<=[^\s~])\1(?![\w~])"),
)
_STRONG = re.compile(r"\s*(?:#+\s+)?(?:\*\*|__)(?=\S)[^\n]*(?<=\S)(?:\*\*|__)\s*")


def unmarked(line: str) -> str:
    """Return a line without the marks of emphasis, links and code; marks that are not paired stay."""
    if not any(sign in line for sign in "*_`]~"):
        return line
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    for _ in range(2):
        for marked in _MARKED:
            line = marked.sub(r"\2", line)
    return line


def is_strong(line: str) -> bool:
    """Tell a line that is bold from end to end."""
    return _STRONG.fullmatch(line) is not None

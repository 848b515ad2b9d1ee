"""Words that went through the wrong character set: "â€¢" back to "•", "cafÃ©" back to "café"."""

from __future__ import annotations

import re

_TORN = re.compile(
    "[\u00c2-\u00f4\u0192](?:[\u0080-\u00bf]|[\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178])+"
)
"""A letter that opens a character in UTF-8, and what such characters go on with, as Latin-1 or Windows-1252 shows them."""

_SURE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u02dc\u2122\u20ac\u2018-\u201d]|\u00e2(?:\u20ac|\u0080|\u0096|\u0097|\u009e|[\u2013\u2014\u017e])|\u00ef[\u0081-\u0083\u201a\u0192]"
)
"""What whole words hardly ever hold. Other pairs ("Å–") are only taken for torn beside one of these."""


def mended(text: str) -> str:
    """Undo UTF-8 that was read as Latin-1 or Windows-1252; words that only look like it are left alone."""
    if not _SURE.search(text):
        return text
    return _TORN.sub(lambda match: _whole(match[0]), text)


def _whole(torn: str) -> str:
    """Return the characters a torn run stood for; what does not decode stays as it is."""
    made, at = [], 0
    raw = b"".join(_byte(sign) for sign in torn)
    while at < len(raw):
        for length in (2, 3, 4):
            try:
                made.append(raw[at : at + length].decode("utf-8"))
            except UnicodeDecodeError:
                continue
            at += length
            break
        else:
            made.append(torn[at])
            at += 1
    return "".join(made)


def _byte(sign: str) -> bytes:
    code = ord(sign)
    return bytes([code]) if code < 0x100 else sign.encode("cp1252")

"""The languages people speak, to tell them from those that are programmed."""

from __future__ import annotations

import re

_TONGUE = re.compile(
    r"\b(?:english|spanish|french|german|italian|portuguese|dutch|flemish|danish|swedish|norwegian|finnish|icelandic|irish|welsh|gaelic|polish|"
    r"czech|slovak|hungarian|romanian|bulgarian|greek|turkish|russian|ukrainian|serbian|croatian|bosnian|slovene|slovenian|albanian|lithuanian|"
    r"latvian|estonian|arabic|hebrew|farsi|persian|dari|pashto|kurdish|hindi|urdu|bengali|punjabi|gujarati|marathi|tamil|telugu|kannada|"
    r"malayalam|nepali|sinhala|mandarin|cantonese|chinese|japanese|korean|vietnamese|thai|khmer|lao|burmese|malay|indonesian|tagalog|filipino|"
    r"swahili|amharic|somali|yoruba|igbo|hausa|zulu|afrikaans|creole|catalan|basque|latin|sign language|asl|bsl|"
    r"deutsch|englisch|französisch|spanisch|italienisch|anglais|allemand|espagnol|inglés|francés|alemán|inglese|francese|tedesco)\b",
    re.IGNORECASE,
)


def are_tongues(words: str) -> bool:
    """Tell whether a list names languages that are spoken."""
    return _TONGUE.search(words) is not None

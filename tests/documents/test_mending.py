"""Letters torn by the wrong character set are made whole; words that only look torn are left alone."""

from __future__ import annotations

import pytest

from everest.documents import read_document
from everest.documents.mending import mended


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("â€¢ Led a team", "• Led a team"),
        ("â\x80¢ Led a team", "• Led a team"),
        ("2019 â€“ 2021", "2019 – 2021"),
        ("cafÃ© au lait", "café au lait"),
        ("Â£300", "£300"),
        ("the collegeâ€™s fair", "the college’s fair"),
        ("Ã˜ Research", "Ø Research"),
    ],
)
def test_torn_letters_are_made_whole(torn: str, whole: str) -> None:
    assert mended(torn) == whole


@pytest.mark.parametrize(
    "text", ["Ñandú, São Paulo", "naïve café", "Müller™", "Łódź", "Å–Ö", "Straße “fünf”", "ÂNGELO"]
)
def test_whole_words_stay(text: str) -> None:
    assert mended(text) == text


def test_pasted_words_and_files_are_mended_when_read() -> None:
    assert read_document("â€¢ Led a team").text == "• Led a team"
    assert read_document("â€¢ Led a team".encode(), name="cv.txt").text == "• Led a team"

"""What tests of the reflection share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from everest.candidate import reflection_heard


@pytest.fixture
def listed_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hear by the list of words alone, so that what is heard stays the same when the head has learned more."""
    monkeypatch.setattr("everest.candidate.self_head.available", lambda: False)
    reflection_heard._understood.cache_clear()
    yield
    reflection_heard._understood.cache_clear()

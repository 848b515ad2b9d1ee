"""The one door to the outside, opened only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from everest.network.permission import Permission

if TYPE_CHECKING:
    from everest.network.fetching import Page, download, fetch

__all__ = ["Page", "Permission", "download", "fetch"]


def __getattr__(name: str) -> Any:
    """Load the HTTP client when it is first used."""
    if name in {"Page", "download", "fetch"}:
        from everest.network import fetching

        return getattr(fetching, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""The web app: a calm place to prepare, on this machine only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from everest.web.app import create_app
    from everest.web.server import serve

__all__ = ["create_app", "serve"]


def __getattr__(name: str) -> Any:
    """Load the framework only when a page is to be served."""
    if name == "create_app":
        from everest.web.app import create_app

        return create_app
    if name == "serve":
        from everest.web.server import serve

        return serve
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

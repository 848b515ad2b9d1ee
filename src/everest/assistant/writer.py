"""One interface to any model: give it instructions and data, and read what it writes as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from everest.assistant.settings import Provider, Settings, key_for
from everest.errors import AssistantError


class Writer(Protocol):
    """Writes a text. ``instructions`` are ours; ``data`` is JSON and holds other people's words, never instructions."""

    def stream(self, instructions: str, data: str) -> Iterator[str]:
        """Yield the text piece by piece.

        Raises:
            AssistantError: if the model cannot be reached, answers nonsense, or stops in the middle.
        """


def open_writer(settings: Settings, key: str | None = None) -> Writer:
    """Make the writer for these settings; the key comes from the environment or the keyring unless given.

    Raises:
        AssistantError: if the client library is not installed.
    """
    key = key_for(settings) if key is None else key
    return (
        AnthropicWriter(settings, key)
        if settings.provider is Provider.ANTHROPIC
        else OpenAIWriter(settings, key)
    )


@dataclass(slots=True)
class Scripted:
    """A writer for tests: each call takes the next reply, in pieces; an error in a reply is raised there."""

    replies: deque[list[str | AssistantError]] = field(default_factory=deque)
    seen: list[tuple[str, str]] = field(default_factory=list)

    def enqueue(self, *pieces: str | AssistantError) -> None:
        """Add a reply."""
        self.replies.append(list(pieces))

    def stream(self, instructions: str, data: str) -> Iterator[str]:
        """Yield the next reply's pieces."""
        self.seen.append((instructions, data))
        for piece in self.replies.popleft():
            if isinstance(piece, AssistantError):
                raise piece
            yield piece


@dataclass(frozen=True, slots=True, repr=False)
class OpenAIWriter:
    """Speaks the chat-completions protocol."""

    settings: Settings
    key: str

    def stream(self, instructions: str, data: str) -> Iterator[str]:
        """Yield what the server streams."""
        library = _library("openai")
        client = library.OpenAI(
            api_key=self.key or "none",
            base_url=self.settings.base_url or None,
            timeout=self.settings.timeout,
            max_retries=0,
        )
        with client:
            yield from _guarded(lambda: self._pieces(client, instructions, data), library, self.settings)

    def _pieces(self, client: Any, instructions: str, data: str) -> Iterator[str]:
        finished = False
        chunks = client.chat.completions.create(
            model=self.settings.model,
            messages=[{"role": "system", "content": instructions}, {"role": "user", "content": data}],
            max_tokens=self.settings.max_tokens,
            temperature=0.4,
            stream=True,
        )
        for chunk in chunks:
            for choice in chunk.choices[:1]:
                if choice.delta.content:
                    yield choice.delta.content
                finished = finished or choice.finish_reason is not None
        if not finished:
            raise AssistantError("the server stopped in the middle of its answer.", where=self.settings.host)


@dataclass(frozen=True, slots=True, repr=False)
class AnthropicWriter:
    """Speaks the messages protocol."""

    settings: Settings
    key: str

    def stream(self, instructions: str, data: str) -> Iterator[str]:
        """Yield what the server streams."""
        library = _library("anthropic")
        client = library.Anthropic(
            api_key=self.key or "none",
            base_url=self.settings.base_url or None,
            timeout=self.settings.timeout,
            max_retries=0,
        )
        with client:
            yield from _guarded(lambda: self._pieces(client, instructions, data), library, self.settings)

    def _pieces(self, client: Any, instructions: str, data: str) -> Iterator[str]:
        finished = False
        events = client.messages.create(
            model=self.settings.model,
            system=instructions,
            messages=[{"role": "user", "content": data}],
            max_tokens=self.settings.max_tokens,
            stream=True,
        )
        for event in events:
            if event.type == "content_block_delta" and event.delta.type == "text_delta":
                yield event.delta.text
            finished = finished or event.type == "message_stop"
        if not finished:
            raise AssistantError("the server stopped in the middle of its answer.", where=self.settings.host)


def _library(name: str) -> Any:
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise AssistantError(
            f"the library {name} is not installed.",
            where="assistant",
            todo="Install it with: pip install everest-coach[assistant]",
        ) from error


def _guarded(pieces: Callable[[], Iterable[str]], library: Any, settings: Settings) -> Iterator[str]:
    """Turn every way a server can fail into one plain error that holds neither key nor document."""
    try:
        yield from pieces()
    except AssistantError:
        raise
    except library.APITimeoutError as error:
        raise AssistantError(
            f"no answer within {settings.timeout:g} seconds.",
            where=settings.host,
            todo="Try again, or use a smaller model.",
        ) from error
    except library.APIStatusError as error:
        raise AssistantError(
            _status(error.status_code), where=settings.host, todo=_remedy(error.status_code)
        ) from None
    except library.APIConnectionError as error:
        raise AssistantError(
            "the server cannot be reached.", where=settings.host, todo="Check that it is running."
        ) from error
    except Exception as error:  # noqa: BLE001 - a third party's library may raise anything on a malformed reply
        raise AssistantError(
            f"the server's answer could not be read ({type(error).__name__}).",
            where=settings.host,
            todo="Check that the address and the protocol belong together.",
        ) from None


def _status(code: int) -> str:
    reasons = {
        400: "the server did not accept the request",
        401: "the key was not accepted",
        403: "the key does not allow this",
        404: "there is no such model or address",
        429: "the server is asked too much at the moment",
    }
    return f"{reasons.get(code, 'the server failed')} (status {code})."


def _remedy(code: int) -> str:
    if code in {401, 403}:
        return "Check the key in EVEREST_ASSISTANT_KEY or the keyring."
    return "Check the model's name and the address." if code in {400, 404} else "Try again in a while."

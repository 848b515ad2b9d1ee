"""Which model, where, and with which key; and what the person should know before turning it on."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from everest.errors import BadInput

KEYRING_SERVICE = "everest-coach"


class Provider(StrEnum):
    """The protocol spoken. ``openai`` is also what Ollama, llama.cpp, vLLM and LM Studio speak."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"


@dataclass(frozen=True, slots=True)
class Settings:
    """A model and where it runs. Holds no key. ``timeout`` is in seconds, for each wait on the server."""

    provider: Provider
    model: str
    base_url: str = ""
    timeout: float = 60.0
    max_tokens: int = 700

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise BadInput(
                "no model is named.",
                where="assistant",
                todo="Name the model, e.g. the one your server lists.",
            )
        if self.base_url:
            _check_url(self.base_url)

    @property
    def host(self) -> str:
        """The machine that will receive what is sent."""
        standard = {Provider.OPENAI: "api.openai.com", Provider.ANTHROPIC: "api.anthropic.com"}
        return urlsplit(self.base_url).hostname or standard[self.provider]

    @property
    def is_local(self) -> bool:
        """Whether the model runs on this machine."""
        return _is_loopback(self.host)


def settings_from_environment(environment: Mapping[str, str] | None = None) -> Settings | None:
    """Read EVEREST_ASSISTANT_PROVIDER, _MODEL and _URL; None where the assistant is off, as it is by default.

    Raises:
        BadInput: if the provider or address cannot be used.
    """
    values = os.environ if environment is None else environment
    name = values.get("EVEREST_ASSISTANT_PROVIDER", "").strip().lower()
    if not name:
        return None
    if name not in set(Provider):
        raise BadInput(
            f"“{name}” is no provider.",
            where="EVEREST_ASSISTANT_PROVIDER",
            todo=f"Use one of: {', '.join(Provider)}.",
        )
    return Settings(
        Provider(name), values.get("EVEREST_ASSISTANT_MODEL", ""), values.get("EVEREST_ASSISTANT_URL", "")
    )


def disclosure(settings: Settings) -> str:
    """Say plainly what will be sent where, to be shown before the assistant is turned on."""
    what = (
        "the plan of your answer and the sentences it rests on: quotations from your résumé, your reflection, "
        "the posting and the company's pages. Your name, contact details, whole documents and lifestyle notes are not sent"
    )
    if settings.is_local:
        return f"A model on this machine ({settings.host}) will receive {what}. Nothing leaves this machine."
    return (
        f"{settings.host} will receive {what}. It leaves this machine, and what happens to it there is up to the people "
        "who run that server."
    )


def key_for(settings: Settings, environment: Mapping[str, str] | None = None) -> str:
    """Find the key in the environment or the system keyring; "" where there is none, as local servers need none."""
    values = os.environ if environment is None else environment
    standard = {Provider.OPENAI: "OPENAI_API_KEY", Provider.ANTHROPIC: "ANTHROPIC_API_KEY"}
    names = ["EVEREST_ASSISTANT_KEY"]
    if not settings.base_url or settings.host in {"api.openai.com", "api.anthropic.com"}:
        names.append(standard[settings.provider])
    for name in names:
        if values.get(name):
            return values[name]
    return _from_keyring(settings.host)


def remember_key(settings: Settings, key: str) -> None:
    """Put a key into the system keyring.

    Raises:
        BadInput: if this system has no keyring.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(KEYRING_SERVICE, settings.host, key)
    except KeyringError as error:
        raise BadInput(
            "this system has no keyring that can hold the key.",
            where="assistant",
            todo="Set EVEREST_ASSISTANT_KEY instead.",
        ) from error


def forget_key(settings: Settings) -> None:
    """Take a key out of the system keyring, if it is there."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(KEYRING_SERVICE, settings.host)
    except KeyringError:
        return


def _from_keyring(host: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(KEYRING_SERVICE, host) or ""
    except KeyringError:
        return ""


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.password:
        raise BadInput(
            f"“{url}” is no address of a server.",
            where="assistant",
            todo="Give one like http://localhost:11434/v1.",
        )
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise BadInput(
            f"“{url}” is not encrypted, so your words and key could be read on the way.",
            where="assistant",
            todo="Use https.",
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

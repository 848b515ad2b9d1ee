"""What may go where: nothing, until a person says so."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass

from everest.errors import NotAllowed, OfflineError

_LAST: dict[str, float] = {}
"""Host -> when its last page was asked for, by the monotonic clock."""


@dataclass(frozen=True, slots=True)
class Permission:
    """A person's leave to fetch.

    ``hosts`` bounds it ("" is any public host); ``private`` is for tests of our own; ``pause`` is the least number of seconds between two pages of one host.
    """

    hosts: tuple[str, ...] = ("",)
    private: bool = False
    pause: float = 1.0

    def pause_before(self, host: str) -> float:
        """Wait until ``pause`` seconds have passed since the last page from this host; return the seconds waited.

        A host of our own (``private``) is not waited for.
        """
        now = time.monotonic()
        wait = 0.0 if self.private else max(0.0, _LAST.get(host, now - self.pause) + self.pause - now)
        if wait:
            time.sleep(wait)
        _LAST[host] = now + wait
        return wait

    def check(self, host: str, port: int) -> str:
        """Return the address to connect to, looked up once, so that a name cannot change its meaning in between.

        Raises:
            NotAllowed: if the host was not permitted or leads to a private, loopback or link-local address.
            OfflineError: if the name cannot be looked up.
        """
        if not any(not allowed or host == allowed or host.endswith(f".{allowed}") for allowed in self.hosts):
            raise NotAllowed(
                "Nobody gave leave to fetch from there.", where=host, todo="Give the address yourself."
            )
        addresses = _addresses(host, port)
        for address in addresses:
            if not self.private and not _is_public(address):
                raise NotAllowed(
                    "This address leads inside a private network.", where=host, todo="Give a public address."
                )
        return addresses[0]


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise OfflineError(
            "This address cannot be reached.",
            where=host,
            todo="Check the address and your connection, or paste the text.",
        ) from error
    return [str(item[4][0]) for item in found]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return (mapped or ip).is_global and not ip.is_multicast

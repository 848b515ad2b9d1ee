"""What may go where: nothing, until a person says so."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

from everest.errors import NotAllowed, OfflineError


@dataclass(frozen=True, slots=True)
class Permission:
    """A person's leave to fetch. ``hosts`` bounds it ("" is any public host); ``private`` is for tests of our own."""

    hosts: tuple[str, ...] = ("",)
    private: bool = False

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

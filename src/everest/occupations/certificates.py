"""Licenses and certificates that a work commonly asks for, with the body that grants them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

SOURCE = "Licenses and certificates: Everest's own table, not an official list; rules differ by state, so ask the body named"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A license (asked for by law in most US states) or a certificate that helps, and who grants it."""

    name: str
    granted_by: str
    required: bool

    @property
    def shown(self) -> str:
        """In words: "RN license (NCLEX-RN), required, from NCSBN"."""
        return f"{self.name}, {'required' if self.required else 'helpful'}, from {self.granted_by}"


def certificates(code: str) -> tuple[Certificate, ...]:
    """Return the licenses, then the certificates, that the table has for an O*NET-SOC or SOC code; often none."""
    return tuple(
        sorted((one for start, one in _table() if code.startswith(start)), key=lambda c: not c.required)
    )


def certificate_names(code: str) -> tuple[str, ...]:
    """Return the same in words, ready to be shown."""
    return tuple(one.shown for one in certificates(code))


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, Certificate], ...]:
    import yaml

    raw = yaml.safe_load((files("everest.occupations") / "certificates.yaml").read_text("utf-8"))
    return tuple(
        (str(start), Certificate(entry[kind], entry["by"], kind == "license"))
        for entry in raw
        for kind in ("license", "certificate")
        if kind in entry
        for start in entry["codes"]
    )

"""A clause: a verb phrase whose verbs can be put into the form a sentence needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb phrase: one verb or several joined (base forms), what follows them, and a second act joined by "and"."""

    verbs: tuple[str, ...]
    rest: str
    also: Clause | None = None
    joint: str = "and"

    @property
    def base(self) -> str:
        """As after "to": "plan the week's deliveries"."""
        return re.sub(r"\bhelp to (?=[a-z])", "help ", self._with(lambda verb: verb))

    @property
    def gerund(self) -> str:
        """As after "I enjoy": "planning the week's deliveries"."""
        from everest.language.forms import gerund

        return self._with(gerund)

    @property
    def past(self) -> str:
        """As after "I": "planned the week's deliveries"."""
        from everest.language.forms import past

        return self._with(past)

    @property
    def perfect(self) -> str:
        """As after "I've": "planned the week's deliveries", "written the plan"."""
        return self._with(_participle)

    def _with(self, form: Callable[[str], str]) -> str:
        verbs = [form(verb) for verb in self.verbs]
        head = verbs[0] if len(verbs) == 1 else f"{', '.join(verbs[:-1])} and {verbs[-1]}"
        said = f"{head} {self.rest}".strip()
        if not self.also:
            return said
        joint = self.joint if self.joint.startswith(",") else f" {self.joint}"
        return f"{said}{joint} {self.also._with(form)}"  # noqa: SLF001 - the same class


@lru_cache(maxsize=2048)
def _participle(verb: str) -> str:
    from lemminflect import getInflection

    found = getInflection(verb, tag="VBN")
    return str(found[0]) if found else verb

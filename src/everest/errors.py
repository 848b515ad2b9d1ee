"""The error tree.

EverestError                 something a person can act on
├── UnreadableDocument       a file that cannot be read: empty, encrypted, scanned, wrong type, too big
├── BadInput                 an argument, option or field that cannot be used as given
├── NotFound                 a preparation, occupation or rule that does not exist
├── NotAllowed               an act that needs a permission nobody gave (network, place outside a folder)
├── OfflineError             something would have to be fetched and could not be
├── DataFileError            a data or content file shipped with Everest, or updated, is damaged
├── RulePageError            a page under review/rules does not say what a rule must say
├── StoreError               the store of preparations cannot be opened, written or migrated
├── AssistantError           the language model, if one is plugged in, failed or answered nonsense
└── SpeechError              audio that cannot be decoded or heard
"""

from __future__ import annotations


class EverestError(Exception):
    """Something a person can act on: what happened, in which input, and what to do.

    ``str(error)`` is one or two plain sentences, ready to be shown as they are.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        head = f"{where}: {what}" if where else what
        super().__init__(" ".join(part for part in (head, todo) if part))


class UnreadableDocument(EverestError):
    """A document cannot be read at all."""


class BadInput(EverestError):
    """An argument, option or field cannot be used as given."""


class NotFound(EverestError):
    """Nothing of that name is here."""


class NotAllowed(EverestError):
    """An act that nobody permitted."""


class OfflineError(EverestError):
    """Something would have to be fetched, and could not be."""


class DataFileError(EverestError):
    """A data or content file is missing or damaged."""


class RulePageError(EverestError):
    """A rule page is incomplete or contradicts itself."""


class StoreError(EverestError):
    """The store of preparations cannot be used."""


class AssistantError(EverestError):
    """The plugged-in language model failed."""


class SpeechError(EverestError):
    """Audio that cannot be decoded or heard."""

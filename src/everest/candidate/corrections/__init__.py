"""What the person says was read wrong: kept apart from the document, and worked in again whenever it is read anew."""

from everest.candidate.corrections.applying import Corrected, apply, with_corrections
from everest.candidate.corrections.correcting import add, change, change_parts, confirm, remove, undo
from everest.candidate.corrections.facts import Entry, Sheet, Shown, fact_sheet
from everest.candidate.corrections.filed import read_corrections, sheet_data, to_data
from everest.candidate.corrections.model import PARTS, Act, Correction, Outcome, Subject

__all__ = [
    "PARTS",
    "Act",
    "Corrected",
    "Correction",
    "Entry",
    "Outcome",
    "Sheet",
    "Shown",
    "Subject",
    "add",
    "apply",
    "change",
    "change_parts",
    "confirm",
    "fact_sheet",
    "read_corrections",
    "remove",
    "sheet_data",
    "to_data",
    "undo",
    "with_corrections",
]

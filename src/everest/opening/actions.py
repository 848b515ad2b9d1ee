"""The verbs that tasks of work are said with."""

from __future__ import annotations

import re


def is_action(word: str, text: str = "") -> bool:
    """Tell whether ``word``, which opens ``text``, is something one does ("lead a team", not "lead in paint")."""
    from everest.language import forms

    lower = word.lower()
    if lower in {"experience", "work", "knowledge", "ability", "lead"} and re.match(
        rf"{word}\s+(?:in|of|with|to|as)\b", text, re.IGNORECASE
    ):
        return lower == "work"
    return forms.base(lower) in ACTIONS or lower in ACTIONS


ACTIONS = frozenset(
    """accept achieve act adapt address adjust administer advance advise advocate align allocate analyze analyse answer apply approve arrange articulate
    assemble assess assign assist assure attend audit automate balance brief bring build buy calculate care carry champion check clean close coach chop
    collaborate collect communicate compare compile complete conduct configure connect consult contribute control convert coordinate counsel cook create cultivate cut
    debug define deliver demonstrate deploy design detect determine develop devise diagnose direct dispatch display distribute document draft drive
    edit educate enable encourage enforce engage enhance ensure enter escalate establish estimate evaluate evangelize examine execute expand explain explore
    extend facilitate feed file find fix focus follow forecast formulate foster gather generate give greet grow guide handle help hire hold host
    identify implement improve influence inform innovate inspect inspire install integrate interact interpret interview investigate issue iterate join keep
    launch lead learn leverage liaise lift listen load maintain make manage map market match maximize measure mediate meet mentor merchandise mitigate model
    monitor move negotiate observe offer onboard open operate optimize orchestrate order organize originate own oversee pack participate partner perform pick prep
    pitch plan play position post prepare present prevent prioritize process procure produce program promote propose protect prototype provide publish pull
    push receive recommend reconcile record recruit reduce refine repair replace reply report represent research resolve respond restock review run
    safeguard scale schedule scope screen secure sell serve service set shape share ship simplify solve source spearhead stock strategize streamline
    strengthen structure supervise supply support synthesize take teach test track train transform translate transport travel troubleshoot understand
    talk counsel sit sterilize greet cultivate expedite redact teach drop load unload label
    update upgrade use utilize validate verify visit wash welcome work write""".split()
)

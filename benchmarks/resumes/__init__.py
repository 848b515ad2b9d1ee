"""Labelled résumés of fictional people: who they are, how their page looks, and the files it is rendered to."""

from __future__ import annotations

"""Everest prepares a person for one interview question: what are your career aspirations?"""

from __future__ import annotations

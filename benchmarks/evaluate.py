"""Measures quality: every `benchmarks/evaluate_<room>.py`, one table. `make evaluate` runs this.

Labelled data of our own stands in benchmarks/data. Public samples that may not be copied into the project are read from
the folder named by EVEREST_SHARED, where there is one; what was not measured is said.
"""

from __future__ import annotations

from benchmarks.tables import main

if __name__ == "__main__":
    main("evaluate")

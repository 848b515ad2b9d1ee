"""Measures speed and memory: every `benchmarks/bench_<room>.py`, one table. `make bench` runs this."""

from __future__ import annotations

from benchmarks.tables import main

if __name__ == "__main__":
    main("bench")

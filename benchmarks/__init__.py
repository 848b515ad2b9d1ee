"""Measurements: quality by evaluate_*, speed by bench_*."""

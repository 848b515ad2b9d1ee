"""Build the atlas that ships with Everest from the official O*NET and BLS files.

    python tools/build_atlas.py db_29_3_text.zip oews_national_2024.xlsx employment_projections_2024_2034.csv

Only codes, titles, names, ratings, figures and numeric text models are kept. Needs openpyxl beside Everest.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl

from everest.occupations.building import build

OUT = Path(__file__).resolve().parent.parent / "src" / "everest" / "occupations" / "data" / "atlas.npz"
WAGES = {
    "A_MEDIAN": "median",
    "A_PCT10": "p10",
    "A_PCT25": "p25",
    "A_PCT75": "p75",
    "A_PCT90": "p90",
    "TOT_EMP": "employment",
}


def number(value: Any) -> float | None:
    """Read a figure; BLS marks suppressed ones with ``*``, ``#`` or ``N/A``."""
    try:
        return float(str(value).replace(",", "").replace("$", ""))
    except ValueError:
        return None


def read_pay(wages: Path, projections: Path) -> dict[str, dict[str, Any]]:
    """Join the two BLS files by SOC code."""
    pay: dict[str, dict[str, Any]] = defaultdict(dict)
    sheet = openpyxl.load_workbook(wages, read_only=True).worksheets[0].iter_rows(values_only=True)
    header = [str(cell) for cell in next(sheet)]
    for values in sheet:
        row = dict(zip(header, values, strict=False))
        for column, name in WAGES.items():
            figure = number(row.get(column))
            if figure is not None and row.get("OCC_CODE"):
                pay[str(row["OCC_CODE"])][name] = figure
    with projections.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            figures = pay[row["Occupation Code"].strip('="')]
            figures["education"] = row["Typical Entry-Level Education"]
            figures["experience"] = row["Work Experience in a Related Occupation"]
            figures["training"] = row["Typical on-the-job Training"]
            found = {
                "growth": number(row["Employment Percent Change, 2024-2034"]),
                "openings": (number(row["Occupational Openings, 2024-2034 Annual Average"]) or float("nan"))
                * 1000,
                "median": figures.get("median") or number(row["Median Annual Wage 2024"]),
                "employment": figures.get("employment")
                or (number(row["Employment 2024"]) or float("nan")) * 1000,
            }
            figures.update({name: value for name, value in found.items() if value is not None})
    return pay


def main() -> None:
    """Build and say how large it became."""
    parser = argparse.ArgumentParser(description="Build the atlas of occupations.")
    for name in ("release", "wages", "projections"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--to", type=Path, default=OUT)
    args = parser.parse_args()
    pay = read_pay(args.wages, args.projections)
    arrays = build(args.release, pay, lambda what, done, of: print(f"{done}/{of} {what}"))
    args.to.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.to, **arrays)
    print(f"{args.to}: {args.to.stat().st_size / 1e6:.2f} MB, {len(pay)} SOC codes with figures")


if __name__ == "__main__":
    main()

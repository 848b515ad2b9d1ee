"""The atlas: facts and figures of every occupation, read from one compact file."""

from __future__ import annotations

import json
import math
import os
import threading
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from everest.errors import DataFileError, NotFound
from everest.occupations.model import Occupation, Rated

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "atlas.npz"
EDUCATION = (
    "Less than high school", "High school diploma", "Post-secondary certificate", "Some college", "Associate's degree",
    "Bachelor's degree", "Post-baccalaureate certificate", "Master's degree", "Post-master's certificate",
    "First professional degree", "Doctoral degree", "Post-doctoral training",
)  # fmt: skip
_TIER = {1: "closest", 2: "close", 3: "further"}
_MEMORY_LOCK = threading.Lock()


class Atlas:
    """Read access to the occupations of one release."""

    def __init__(self, path: Path) -> None:
        import numpy as np

        try:
            self._file = np.load(path)
            self._meta: dict[str, Any] = json.loads(self._text("meta"))
        except (OSError, ValueError, KeyError) as error:
            raise DataFileError(
                "The atlas of occupations is missing or damaged.",
                where=path.name,
                todo="Install Everest again.",
            ) from error
        self.path = path
        self.codes: list[str] = self._meta["codes"]
        self.titles: list[str] = self._meta["titles"]
        self.place = {code: n for n, code in enumerate(self.codes)}
        self._arrays: dict[str, NDArray[Any]] = {}

    def occupation(self, code: str) -> Occupation:
        """Return one occupation by O*NET-SOC code ("23-1011.00") or SOC code ("23-1011").

        Raises ``NotFound`` for a code that the release does not have.
        """
        return self._occupation(self.number(code))

    def number(self, code: str) -> int:
        """Return the row of an occupation. Raises ``NotFound``."""
        for full in (code.strip(), f"{code.strip()}.00"):
            if full in self.place:
                return self.place[full]
        raise NotFound(
            f"There is no occupation “{code}” in the atlas.",
            todo="Look a title up first, or use a code such as 23-1011.00.",
        )

    def info(self) -> dict[str, str | int]:
        """Return release, counts and attribution."""
        return {
            "release": f"O*NET {self._meta['release']}",
            "occupations": len(self.codes),
            "titles": len(self.title_of),
            "technologies": len(self.technologies),
            "relations": len(self.array("related")),
            "bytes": self.path.stat().st_size,
            "attribution": self._meta["attribution"],
        }

    def array(self, name: str) -> NDArray[Any]:
        """Return one array of the file, read when first asked for."""
        with _MEMORY_LOCK:
            if name not in self._arrays:
                self._arrays[name] = self._file[name]
            return self._arrays[name]

    def scale(self, domain: str) -> list[str]:
        """Return the names of "skills", "knowledge", "interests", "values" or "styles", in column order."""
        return list(self._meta["scales"][domain])

    @cached_property
    def title_texts(self) -> list[str]:
        """Every title of every occupation."""
        return bytes(self.array("title_text")).decode().split("\n")

    @property
    def title_of(self) -> NDArray[Any]:
        """The occupation's row of each title."""
        return self.array("title_of")

    @cached_property
    def technologies(self) -> list[str]:
        """Names of tools and technologies."""
        return bytes(self.array("technology_text")).decode().split("\n")

    @cached_property
    def terms(self) -> list[str]:
        """The words that tell occupations apart."""
        return bytes(self.array("term_text")).decode().split("\n")

    def zone(self, number: int) -> int | None:
        """Job zone 1 (little preparation) to 5 (extensive), or None."""
        return int(self.array("zone")[number]) or None

    def pay(self, number: int, column: int = 0) -> float | None:
        """One figure of the pay table, or None; columns as in ``building.PAY_COLUMNS``."""
        value = float(self.array("pay")[number, column])
        return None if math.isnan(value) else value

    def entry(self, number: int, what: str) -> str:
        """What BLS says an entry asks for: "education", "experience" or "training"; "" if it does not say."""
        return str(self._meta[what][number])

    def _text(self, name: str) -> str:
        return bytes(self._file[name]).decode("utf-8")

    def _rated(self, domain: str, number: int, scale: str, level: str = "") -> tuple[Rated, ...]:
        values = self.array(f"{domain}_{scale}")[number]
        levels = self.array(f"{domain}_{level}")[number] if level else None
        rated = [
            Rated(name, values[n] / 30, levels[n] / 30 if levels is not None else 0.0)
            for n, name in enumerate(self.scale(domain))
            if values[n]
        ]
        return tuple(sorted(rated, key=lambda one: -one.importance))

    @lru_cache(maxsize=256)  # noqa: B019 - one atlas lives as long as the program
    def _occupation(self, number: int) -> Occupation:
        pay = [self.pay(number, column) for column in range(8)]
        whole = [None if value is None else round(value) for value in pay]
        tools = self.array("technology")
        mine = tools[tools[:, 0] == number]
        related = self.array("related")
        shares = self.array("required_education")[number]
        return Occupation(
            code=self.codes[number],
            title=self.titles[number],
            zone=self.zone(number),
            alternates=tuple(self.title_texts[n] for n in (self.title_of == number).nonzero()[0][1:]),
            skills=self._rated("skills", number, "im", "lv"),
            knowledge=self._rated("knowledge", number, "im", "lv"),
            interests=self._rated("interests", number, "oi"),
            values=self._rated("values", number, "ex"),
            styles=self._rated("styles", number, "im"),
            technology=tuple(
                self.technologies[row[1]] for row in sorted(mine.tolist(), key=lambda row: -row[2])
            ),
            related=tuple(
                (self.codes[row[1]], _TIER[row[2]]) for row in related[related[:, 0] == number].tolist()
            ),
            education=tuple((EDUCATION[n], share / 100) for n, share in enumerate(shares.tolist()) if share),
            median_pay=whole[0],
            pay_percentiles=(whole[1], whole[2], whole[0], whole[3], whole[4]),
            employment=whole[5],
            growth_percent=None if pay[6] is None else round(pay[6], 1),
            openings=whole[7],
            typical_education=self.entry(number, "education"),
        )


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Return the atlas: the one the person has updated to, else the one shipped."""
    chosen = Path(os.environ.get("EVEREST_ATLAS", ""))
    return Atlas(chosen if chosen.is_file() else _updated() or shipped())


def shipped() -> Path:
    """Return the path of the file that came with the package."""
    return Path(str(files("everest.occupations"))) / "data" / FILE


def _updated() -> Path | None:
    from platformdirs import user_data_path

    path = user_data_path("everest") / FILE
    return path if path.is_file() else None

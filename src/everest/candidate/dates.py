"""Dates as résumés write them, to the month: "Mar 2021 – Present", "03/2019-06/2021", "Summer 2022", "2015 to 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from everest.candidate.model import Month

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero ene gennaio gen janeiro",
            "feb february februar février fevrier févr febrero febbraio fevereiro",
            "mar march märz maerz mär mars marzo março maart",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "jun june juni juin junio giugno giu junho",
            "jul july juli juillet juil julio luglio lug julho",
            "aug august août aout agosto ago augustus",
            "sep sept september septembre septiembre settembre setembro",
            "oct october okt oktober octobre octubre ottobre ott outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember décembre decembre déc dic diciembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of any of the names, put together by first letters, which is read far more quickly."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(name[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_NAME = rf"(?:{_any_of((*_MONTHS, *_SEASONS))})\.?"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_QUARTER = rf"(?:Q[1-4]\s*[/,’'-]?\s*{_YEAR}|{_YEAR}\s*[/-]?\s*Q[1-4])"
_POINT = (
    rf"(?:{_QUARTER}|(?:\d{{1,2}}(?:st|nd|rd|th|\.)?[\s-]+)?{_NAME},?\s*(?:(?:of|de|di)\s+)?(?:{_YEAR}|['’]\d\d)|(?:0?[1-9]|1[0-2])\s*[/.-]\s*{_YEAR}|"
    rf"(?:[0-3]?\d)[/.-][0-3]?\d[/.-]{_YEAR}|{_YEAR}\s*[-/.]\s*(?:0[1-9]|1[0-2])(?:[-/.]\d\d)?(?!\d)|{_YEAR},?\s+{_NAME}(?!\w)|{_YEAR})"
)
_SHORT_YEAR = r"['’‘]\d\d(?!\d)"
_NOW = (
    r"(?:(?:the\s+)?present(?:\s+(?:day|time))?|presen ?t|until now|till now|still there|current(?:ly)?|now|today|ongoing|to date|till date|till the date|the date|date|still|"
    r"heute|jetzt|aktuell|aujourd['’]hui|à ce jour|présent|actualidad|actual(?:mente)?|presente|oggi|attuale)"
)
_DASH = (
    r"\s*(?:-|–|—|−|‑|→|->|=>|»|\bto\b(?:\s+till\b)?|\b(?:until|till|through|thru|bis|à|au|hasta|al)\b)\s*"
)
_SINCE = r"(?:since|from|starting|seit|depuis|desde|dal)"
_OPEN_MONTH = rf"(?P<m1>{_NAME}){_DASH}(?P<m2>{_NAME}),?\s*(?P<y>{_YEAR})"
RANGE = re.compile(
    rf"(?<![\w/])(?=[\d'’‘]|[a-z][^\n\d'’‘]{{0,32}}[\d'’‘])(?:{_OPEN_MONTH}|(?:{_SINCE}\s+)?(?P<start>{_POINT}|{_SHORT_YEAR}){_DASH}(?P<end>{_POINT}|{_SHORT_YEAR}|{_NOW})|{_SINCE}\s+(?P<since>{_POINT}|{_SHORT_YEAR})|(?P<first>{_YEAR})[-–/](?P<short>1[3-9]|[2-9]\d)(?!\d)|(?P<only>{_POINT}|{_SHORT_YEAR}))(?![\w/%])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time in a text; ``end`` is None while it lasts."""

    start: Month | None
    end: Month | None
    is_current: bool
    at: int
    to: int
    is_range: bool


def find_periods(text: str) -> tuple[Period, ...]:
    """Find every date and range of dates."""
    return tuple(period for match in RANGE.finditer(text) if (period := _period(match)))


def years_between(start: Month | None, end: Month | None, today: date) -> float | None:
    """Return the length in years, months counted whole; None without a start."""
    if start is None:
        return None
    last = end or Month(today.year, today.month)
    months = (last.year - start.year) * 12 + (last.month or (12 if end else today.month)) - (start.month or 1)
    whole = months + (1 if last.month and start.month else 0)
    if start.month is None and last.month is None:
        whole = (last.year - start.year) * 12 or 6
    return max(0.0, whole / 12)


def _period(match: re.Match[str]) -> Period | None:
    if match["y"]:
        year = int(match["y"])
        return Period(
            Month(year, _month(match["m1"])),
            Month(year, _month(match["m2"])),
            False,
            *match.span(),
            is_range=True,
        )
    if match["since"]:
        return Period(_point(match["since"]), None, True, *match.span(), is_range=True)
    if match["first"]:
        return _school_year(match)
    if match["only"]:
        point = _point(match["only"])
        last = _last_month(match["only"], point)
        return Period(point, last, False, *match.span(), is_range=last != point) if point else None
    now = _IS_NOW.fullmatch(match["end"]) is not None
    start = _point(match["start"])
    end = None if now else _last_month(match["end"], _point(match["end"]))
    if start and end and end < start and (end.year, 12) < (start.year, 0):
        return None
    return Period(start, end, now, *match.span(), is_range=True)


def _school_year(match: re.Match[str]) -> Period:
    """Read "2018-19" as a stretch; "2018-03" is a month."""
    first, short = int(match["first"]), int(match["short"])
    end = first // 100 * 100 + short
    return Period(
        Month(first), Month(end if end >= first else end + 100), False, *match.span(), is_range=True
    )


_FULL_YEAR = re.compile(_YEAR)
_TWO_FIGURES = re.compile(r"['’‘](\d\d)(?!\d)")
_QUARTERLY = re.compile(r"Q([1-4])", re.IGNORECASE)
_NAMED = re.compile(_NAME, re.IGNORECASE)
_WHOLE = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}")
_YEAR_FIRST = re.compile(rf"{_YEAR}\s*[-/.]\s*(\d\d)")
_MONTH_FIRST = re.compile(r"(\d{1,2})\s*[/.-]")
_IS_NOW = re.compile(_NOW, re.IGNORECASE)
_LASTING = re.compile(r"\b(?:spring|summer|fall|autumn|Q[1-4])", re.IGNORECASE)


def _point(text: str) -> Month | None:
    year, short = _FULL_YEAR.search(text), _TWO_FIGURES.search(text)
    if not year and not short:
        return None
    number = int(year[0]) if year else _century(int(short[1]) if short else 0)
    if quarter := _QUARTERLY.search(text):
        return Month(number, 3 * int(quarter[1]) - 2)
    if named := _NAMED.search(text):
        return Month(number, _month(named[0]))
    if whole := _WHOLE.match(text):
        return Month(number, _of_whole_date(int(whole[1]), int(whole[2]), dotted="." in text))
    found = _YEAR_FIRST.match(text) or _MONTH_FIRST.match(text)
    return Month(number, int(found[1]) if found else None)


def _of_whole_date(first: int, second: int, *, dotted: bool) -> int | None:
    """Return the month of "3/15/2021" (American) or "15.3.2021"; jobs begin on the first, so "01/03/2019" is in March."""
    day_first = dotted or first > 12 or (first == 1 and second <= 12)
    month = second if day_first else first
    return month if 1 <= month <= 12 else None


def _last_month(text: str, point: Month | None) -> Month | None:
    """Return the last month of a season or quarter, which last three: "Summer 2022" is June to August."""
    lasting = _LASTING.search(text)
    if point is None or point.month is None or not lasting:
        return point
    return Month(point.year, point.month + 2)


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def _month(name: str) -> int:
    lower = name.lower().rstrip(".")
    return _SEASONS.get(lower) or _MONTHS[lower]

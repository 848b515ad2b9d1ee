"""`everest occupations`: find work by a title or by what a person brings; compare it, and weigh the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from everest.cli import inputs
from everest.errors import BadInput
from everest.occupations.model import OccupationMatch

_format = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="json", show_default=True
)
_limit = click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
_text_first = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.group()
def command() -> None:
    """Find occupations in the atlas."""


@command.command()
@click.argument("text", required=False)
@inputs.batch
@_limit
@_format
def title(text: str | None, batch: str | None, limit: int, format_: str) -> None:
    """Rank the occupations that a job title may mean."""
    from everest.occupations import find_title

    _answer(text, batch, format_, lambda words: find_title(words, limit=limit))


@command.command()
@click.argument("text", required=False)
@inputs.batch
@click.option("--skill", "skills", multiple=True, help="A skill or tool; may be given several times.")
@click.option("--interests", default="", help="Strongest first, as letters of RIASEC: “SIA”.")
@click.option("--value", "values", multiple=True, help="What work must give: “Independence”; several times.")
@click.option("--drains", default="", help="What tires you.")
@click.option("--most-preparation", type=click.IntRange(1, 5), help="Highest job zone.")
@click.option("--least-preparation", type=click.IntRange(1, 5), help="Lowest job zone.")
@click.option("--least-pay", type=click.IntRange(0), help="Least median pay, US dollars a year.")
@click.option("--least-growth", type=float, help="Least projected growth in ten years, percent.")
@click.option("--field", "fields", multiple=True, help="SOC major group, such as “29”; several times.")
@_limit
@_format
def match(text: str | None, batch: str | None, limit: int, format_: str, **asked: Any) -> None:
    """Rank the occupations that fit what a person says of themselves; each with what speaks for and against."""
    from everest.occupations import Filters, match_person
    from everest.occupations.as_data import strengths

    filters = Filters(
        highest_zone=asked["most_preparation"],
        lowest_zone=asked["least_preparation"],
        least_pay=asked["least_pay"],
        least_growth=asked["least_growth"],
        fields=tuple(asked["fields"]),
    )
    _answer(
        text,
        batch,
        format_,
        lambda words: match_person(
            words,
            skills=asked["skills"],
            interests=strengths(asked["interests"]) or None,
            values=asked["values"],
            drains=asked["drains"],
            limit=limit,
            filters=filters,
        ),
    )


@command.command()
@click.argument("work")
@_text_first
def show(work: str, format_: str) -> None:
    """Tell what the atlas knows of WORK, a code or a title."""
    from everest.occupations import atlas
    from everest.occupations.comparing import described
    from everest.occupations.titles import code_of

    _say_general(work)
    found = atlas().occupation(code_of(work))
    if format_ == "json":
        inputs.emit(asdict(found))
        return
    _tell_one(asdict(described(found.code)))


@command.command("compare")
@click.argument("works", nargs=-1, required=True)
@_text_first
def compare_(works: tuple[str, ...], format_: str) -> None:
    """Put two or three WORKS, codes or titles, side by side."""
    from everest.occupations import compare
    from everest.occupations.titles import code_of

    _say_general(*works)
    found = compare([code_of(work) for work in works])
    if format_ == "json":
        inputs.emit(asdict(found))
        return
    for one in found.occupations:
        _tell_one(asdict(one))
    for sentence in found.differences:
        click.echo(f"- {sentence}")


@command.command()
@click.argument("start")
@click.argument("goal")
@click.option("--years", type=click.FloatRange(0, 60), default=0.0, help="Years of experience so far.")
@click.option("--education", help="Highest degree: “bachelor's degree”.")
@click.option(
    "--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw the first route into this file."
)
@_text_first
def route(start: str, goal: str, years: float, education: str | None, svg: Path | None, format_: str) -> None:
    """Show the ways from START to GOAL, codes or titles: steps, years, what to learn, pay and outlook."""
    from everest.occupations import atlas, route_svg
    from everest.occupations.routes import routes_between
    from everest.occupations.titles import code_of

    _say_general(start, goal)
    found = routes_between(start, goal, years=years, education=education)
    if svg and found:
        svg.write_text(route_svg(found[0], start=atlas().occupation(code_of(start)).title), "utf-8")
        click.echo(f"Drawn: {svg}", err=True)
    if format_ == "json":
        inputs.emit([asdict(one) for one in found])
        return
    for one in found:
        click.echo(one.summary)
        for step in one.steps:
            _tell_step(step)
    for source in dict.fromkeys(source for one in found for source in one.sources):
        click.echo(f"Source: {source}")


@command.command()
@click.argument("aim")
@click.option("--from", "start", required=True, help="Your work now, a title or a code.")
@click.option("--years", type=click.FloatRange(0, 60), default=0.0, help="Years at it.")
@click.option("--within", type=float, required=True, help="Years until the aim.")
@click.option("--education", help="Highest degree: “bachelor's degree”.")
@_text_first
def realism(aim: str, start: str, years: float, within: float, education: str | None, format_: str) -> None:
    """Weigh AIM, a title or a code, against where you stand."""
    from everest.occupations import read_rank
    from everest.occupations import realism as weigh
    from everest.occupations.as_data import realism_data
    from everest.occupations.titles import code_of

    _say_general(start)
    found = weigh(
        from_code=code_of(start),
        from_rank=read_rank(start),
        years=years,
        aim=aim,
        horizon_years=within,
        education=education,
    )
    data = realism_data(found)
    if format_ == "json":
        inputs.emit(data)
        return
    said = data["reach"]
    click.echo({"stretch": "a stretch"}.get(said, said))
    for sentence in found.why:
        click.echo(f"- {sentence}")
    if found.nearest_wording:
        click.echo(f"Nearer: {found.nearest_wording}")
    for source in found.sources:
        click.echo(f"Source: {source}")


@command.command()
@click.option("--long", "long_", is_flag=True, help="Sixty activities instead of thirty.")
@click.option("--answers", help="Answers in order, one digit 0 to 4 each: skip the questions.")
@_text_first
def interests(long_: bool, answers: str | None, format_: str) -> None:
    """Answer what you would like to do, 0 (dislike) to 4 (enjoy), and see your six interests."""
    from everest.occupations import interest_items, score_interests

    items = interest_items(60 if long_ else 30)
    if answers is not None:
        given = [int(digit) for digit in answers if digit.isdigit()]
        if len(given) != len(items):
            raise BadInput(
                f"There are {len(given)} answers to {len(items)} activities.", todo="Give one digit each."
            )
    else:
        click.echo("0 dislike, 1 rather not, 2 neither, 3 rather, 4 enjoy", err=True)
        given = [click.prompt(item.text, type=click.IntRange(0, 4), err=True) for item in items]
    profile = score_interests({item.key: answer for item, answer in zip(items, given, strict=True)})
    if format_ == "json":
        inputs.emit(asdict(profile))
        return
    for scale in profile.order:
        click.echo(f"{scale:14} {profile.scores[scale]:4.0%} {'#' * round(20 * profile.scores[scale])}")
    for sentence in (*profile.explanation, profile.note):
        click.echo(sentence)


def _say_general(*works: str) -> None:
    """Say where a title alone does not tell the work, and what was taken for it."""
    from everest.occupations import find_title

    for work in works:
        found = () if work[:1].isdigit() else find_title(work, limit=1)
        if found and found[0].general:
            click.echo(f"{found[0].why[0]} Say more, such as the field.", err=True)


def _tell_one(one: dict[str, Any]) -> None:
    low, high = one["pay_range"]
    pay = f"${one['median_pay']:,} a year in the middle" if one["median_pay"] else "not known"
    pay += f", ${low:,} to ${high:,} for most" if low and high else ""
    click.echo(f"{one['title']} ({one['code']})")
    lines = {
        "Preparation": one["preparation"], "Education": one["education"], "Pay": pay, "Outlook": one["outlook"],
        "Interests": ", ".join(one["interests"]), "Skills": ", ".join(one["skills"]),
        "Its work": ", ".join(one["work_words"]), "Certificates": "; ".join(one["certificates"]),
    }  # fmt: skip
    for name, said in lines.items():
        if said:
            click.echo(f"  {name}: {said}")


def _tell_step(step: Any) -> None:
    from everest.occupations.ladder import rank_words

    pay = f", median pay ${step.median_pay:,}" if step.median_pay else ""
    growth = "" if step.growth_percent is None else f", jobs {step.growth_percent:+g}% in ten years"
    click.echo(
        f"  {step.title} ({rank_words(step.rank)}): about {step.years:g} year{'' if step.years == 1 else 's'}{pay}{growth}"
    )
    for name, said in (
        ("Learn", ", ".join(step.learn)),
        ("Earn", "; ".join(step.certificates)),
        ("Why", step.why),
    ):
        if said:
            click.echo(f"      {name}: {said}")


def _answer(
    text: str | None, batch: str | None, format_: str, find: Callable[[str], tuple[OccupationMatch, ...]]
) -> None:
    from everest.occupations.as_data import matches_data

    if batch:
        inputs.run_batch(batch, lambda item: matches_data(find(item["text"])))
        return
    if not text:
        raise BadInput("There is no text.", todo="Write it in quotes after the command.")
    found = matches_data(find(text))
    if format_ == "json":
        inputs.emit(found)
        return
    for item in found:
        click.echo(f"{item['score']:.2f}  {item['code']}  {item['title']}")
        for reason in item["why"]:
            click.echo(f"      + {reason}")
        for reason in item["against"]:
            click.echo(f"      - {reason}")

"""`everest review`: what an experienced interviewer would hear."""

from __future__ import annotations

import sys
from typing import Any

import click

from everest.cli import inputs
from everest.errors import BadInput
from everest.review.model import Severity

_ORDER = [Severity.ADVICE, Severity.WARNING, Severity.ERROR]


@click.command()
@click.argument("file", required=False)
@click.option("--question", help="The question as it was asked.")
@click.option("--resume", help="The résumé, so that claims can be checked.")
@click.option("--posting", help="The posting, so that the link to the job can be checked.")
@click.option("--company", multiple=True, help="What is known of the company: a file or text.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "md", "html"]),
    default="text",
    show_default=True,
)
@click.option(
    "--select", multiple=True, metavar="RULE", help="Only these rules (code, name or beginning of a code)."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="All rules but these.")
@click.option(
    "--severity",
    type=click.Choice([s.value for s in _ORDER]),
    default="advice",
    show_default=True,
    help="Show findings from this severity up.",
)
@inputs.batch
def command(batch: str | None, file: str | None, format_: str, **options: Any) -> None:
    """Review an answer in FILE (- or nothing: standard input). Exit code 1 if there is a finding of severity error."""
    if batch:
        _stream(batch, options)
        return
    from everest.review import reports, review

    answer = inputs.text(file)
    if not answer.strip():
        raise BadInput("There is no answer to review.", todo="Write one first, even a rough one.")
    context = _context(options)
    found = review(answer, select=options["select"], ignore=options["ignore"], **context)
    threshold = Severity(options["severity"])
    click.echo(reports.render(found, format_, threshold, color=format_ == "text" and sys.stdout.isatty()))
    if any(finding.severity is Severity.ERROR for finding in found.findings):
        sys.exit(1)


def _context(options: dict[str, Any]) -> dict[str, Any]:
    context: dict[str, Any] = {"question": options["question"]}
    if options["posting"]:
        from everest.opening import read_posting

        context["opening"] = read_posting(inputs.document(options["posting"]) or b"")
    if options["company"]:
        from everest.opening import read_company, with_company
        from everest.opening.model import Opening

        company = read_company(inputs.company_sources(options["company"]))
        context["opening"] = with_company(context.get("opening") or Opening(), company)
    if options["resume"]:
        from everest.candidate import read_resume

        context["candidate"] = read_resume(inputs.document(options["resume"]) or b"")
    return context


def _stream(place: str, options: dict[str, Any]) -> None:
    from everest.review import review, to_json

    context = _context(options)

    def answer(item: dict[str, Any]) -> dict[str, Any]:
        asked = item.get("question") or options["question"]
        found = review(
            item["text"],
            select=options["select"],
            ignore=options["ignore"],
            **(context | {"question": asked}),
        )
        return ({"id": item["id"]} if "id" in item else {}) | to_json(found)

    inputs.run_batch(place, answer)

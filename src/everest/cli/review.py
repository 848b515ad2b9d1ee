"""`everest review`: what an experienced interviewer would hear."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
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
@click.option(
    "--dismiss",
    multiple=True,
    metavar="RULE:WORDS",
    help="A finding that is not so, as the report shows it; it is left out.",
)
@click.option(
    "--dismissed",
    "kept",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where dismissals are kept, one a line; those given with --dismiss are added and stay.",
)
@click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    default=0,
    help="Processes for --batch (default: one for each core).",
)
@inputs.batch
def command(batch: str | None, file: str | None, format_: str, **options: Any) -> None:
    """Review an answer in FILE (- or nothing: standard input). Exit code 1 if there is a finding of severity error."""
    # Before numpy is loaded: the products are small, and each process has its core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    chosen = {"select": options["select"], "ignore": options["ignore"], "dismissed": _dismissed(options)}
    context = _context(options)
    if batch:
        _stream(batch, _Reviewer(context, chosen), options["jobs"])
        return
    from everest.review import reports, review

    answer = inputs.text(file)
    if not answer.strip():
        raise BadInput("There is no answer to review.", todo="Write one first, even a rough one.")
    found = review(answer, **chosen, **context)
    threshold = Severity(options["severity"])
    color = format_ == "text" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(reports.render(found, format_, threshold, color=color, width=_width()))
    if any(finding.severity is Severity.ERROR for finding in found.findings):
        sys.exit(1)


def _width() -> int:
    return max(60, min(110, shutil.get_terminal_size().columns))


def _dismissed(options: dict[str, Any]) -> tuple[str, ...]:
    """Return what was dismissed before and now, and keep it if a file was named."""
    path: Path | None = options["kept"]
    before = path.read_text("utf-8").splitlines() if path and path.is_file() else []
    new = [key for key in options["dismiss"] if key not in before]
    if path and new:
        path.write_text("\n".join([*before, *new]) + "\n", "utf-8")
    return tuple(line for line in (*before, *new) if line.strip())


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


@dataclass(frozen=True)
class _Reviewer:
    """Reviews one line of a batch, in whichever process."""

    context: dict[str, Any]
    chosen: dict[str, Any]

    def __call__(self, item: dict[str, Any]) -> dict[str, Any]:
        from everest.review import review, to_json

        asked = item.get("question") or self.context["question"]
        found = review(item["text"], **self.chosen, **(self.context | {"question": asked}))
        return ({"id": item["id"]} if "id" in item else {}) | to_json(found)


def _stream(place: str, reviewer: _Reviewer, jobs: int) -> None:
    inputs.run_batch(place, reviewer, jobs=jobs or os.cpu_count() or 1)

"""`everest`: one command a file, each loaded only when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from everest.errors import EverestError

_COMMANDS = {
    "prepare": "Work out a whole preparation from a résumé and a posting.",
    "list": "List what is saved.",
    "show": "Print a preparation.",
    "open": "Open a preparation in the web app.",
    "export": "Write a preparation, with everything, to one file.",
    "import": "Bring in an exported file.",
    "delete": "Delete a preparation and all that belongs to it.",
    "review": "Review an answer.",
    "question": "Tell whether a question asks about aspirations, and why.",
    "goals": "Tell a goal from an aspiration.",
    "occupations": "Find occupations by title or by what a person brings.",
    "atlas": "See or update the atlas of occupations.",
    "opening": "Read a posting.",
    "candidate": "Read a résumé.",
    "correct": "Put right what was read of a résumé, one fact at a time.",
    "reflect": "Answer a few good questions about yourself.",
    "rules": "List the reviewer’s rules, or explain one.",
    "rehearse": "Practice an answer in a mock interview.",
    "speech": "Measure how an answer was said.",
    "serve": "Start the web app on this machine.",
}


class Everest(click.Group):
    """A group whose commands are imported when they are used, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the way through a preparation."""
        del ctx
        return [name for name in _COMMANDS if _module(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        module = _module(cmd_name)
        command = getattr(import_module(f"everest.cli.{module}"), "command", None) if module else None
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group(cls=Everest, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="everest-coach", prog_name="everest")
def everest() -> None:
    """Prepare for one question: what are your career aspirations?"""


def main(arguments: list[str] | None = None) -> None:
    """Run a command; a failed act is one clear sentence and exit code 2."""
    try:
        everest.main(args=arguments, prog_name="everest", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("Stopped. Nothing that was saved is lost.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except EverestError as error:
        click.echo(f"everest: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _module(name: str) -> str | None:
    from importlib.util import find_spec

    if name not in _COMMANDS:
        return None
    module = f"{name}_" if name in {"import", "open", "list"} else name
    return module if find_spec(f"everest.cli.{module}") else None


if __name__ == "__main__":
    main()

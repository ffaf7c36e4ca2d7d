"""The command `rawi`: one file for each command, loaded when it is called."""

from __future__ import annotations

import contextlib
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from rawi.errors import RawiError

COMMANDS = (
    "read", "explain", "load", "failures", "find", "show", "timeline", "network", "stats", "export", "schema", "evaluate", "pack",
    "world", "version",
)  # fmt: skip
INTERRUPTED = 130


class Commands(click.Group):
    """The commands in the order of `COMMANDS`; a command's module is imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"rawi.cli.{cmd_name}"), cmd_name)
        return found if isinstance(found, click.Command) else None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
def rawi() -> None:
    """Rawi reads Arabic political news into a sourced record: who said what, to whom, when, and through whose hands it reached us.

    Records go to standard output, messages to standard error.

    \b
    Examples:
      rawi read examples/council.txt --published 2021-12-09
      rawi explain examples/council.txt --published 2021-12-09
      rawi load news.rawi archive/
      rawi find news.rawi الحدود --since 2015-07
      rawi read --help

    \b
    Exit codes:
      0    everything was read
      1    a fault of Rawi's own
      2    the command was called wrongly
      3    one article or more could not be read
      4    a language pack or the world does not hold
      130  stopped with Ctrl-C
    """


def run(args: Sequence[str]) -> int:
    """Runs a command line and gives its exit code; messages go to standard error, in one line where Rawi knows what went wrong."""
    try:
        return int(rawi.main(list(args), prog_name="rawi", standalone_mode=False) or 0)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except RawiError as fault:
        click.echo(f"rawi: {fault}", err=True)
        return fault.exit_code
    except Exception:
        traceback.print_exc()
        click.echo("rawi: this is a fault of Rawi: please report it with the lines above.", err=True)
        return 1


def main() -> None:
    """The entry point: UTF-8 out whatever the locale, and a quiet end when the reader of a pipe goes away."""
    with contextlib.suppress(AttributeError, ValueError):  # where there are no such signals, or not in this thread
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

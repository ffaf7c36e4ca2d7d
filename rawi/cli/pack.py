"""`rawi pack`: the language pack's data, checked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from rawi.errors import PackError


@click.group()
def pack() -> None:
    """Work on the language pack: the words and frames that Rawi reads by.

    \b
    Examples:
      rawi pack check
    """


@pack.command()
@click.pass_context
def check(ctx: click.Context, /) -> None:
    """Load the Arabic pack and the world, validate every file, and read every case beside them.

    A case that does not hold, or a file that is not valid, is told on standard error; the exit code is then 4.

    \b
    Examples:
      rawi pack check
    """
    from rawi.evaluate.cases import load_cases, verdict
    from rawi.lang.pack import load
    from rawi.reader import read

    lang = load()
    cases = load_cases(cases_of(lang.code))
    seen = Counter[str]()
    for name, case in cases.items():
        state, found = verdict(case, read(case.text, published=case.published, outlet=case.outlet))
        seen[state] += 1
        if state == "fails":
            click.echo("\n  ".join([f"{name}: {case.text}", *found]), err=True)
    counts = f"{seen['holds']:,} cases hold, {seen['waits']:,} wait, {seen['fails']:,} fail"
    click.echo(f"pack {lang.version}, world {lang.world.version}: {counts}")
    if seen["fails"]:
        ctx.exit(PackError.exit_code)


def cases_of(code: str) -> Path:
    """The folder of a pack's cases."""
    import rawi.lang

    return Path(str(rawi.lang.__file__)).parent / code / "cases"

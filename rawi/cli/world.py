"""`rawi world`: a world of one's own, grown from Wikidata or from one's own tables."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.errors import SourceError, UsageError

_ITEM = "QID[=WORD]"
_INSTEAD = "in place of the usual ones;"


@click.group()
def world() -> None:
    """Work on the world: who and what exists, with names and offices.

    \b
    Examples:
      rawi world build latest-all.json.bz2 -o my-world
      rawi read news.jsonl --world my-world
    """


@world.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, allow_dash=True))
@click.option("-o", "--output", "out", required=True, metavar="WORLD", type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--occupation", "occupations", multiple=True, metavar=_ITEM, help=f"People (P106) to take, {_INSTEAD} WORD is their sector.")
@click.option("--class", "classes", multiple=True, metavar=_ITEM, help=f"Bodies and places (P31) to take, {_INSTEAD} WORD is their sort.")
@click.option("--since", type=click.IntRange(1), default=1990, show_default=True, help="Leave out who died before this year.")
@click.pass_context
def build(ctx: click.Context, /, source: Path, out: Path, since: int, **wanted: tuple[str, ...]) -> None:
    """Build WORLD, a folder of tables that `--world` lays over the world that comes with Rawi.

    SOURCE is a Wikidata JSON dump (.json, .json.gz, .json.bz2, or - for standard input), one entity a line, or a folder of tables of
    your own in the format of Rawi's. A dump of any length is read in little memory. Lines that cannot be read are counted and told.

    \b
    Examples:
      rawi world build latest-all.json.bz2 -o my-world
      rawi world build latest-all.json.gz -o parties --occupation Q82955 --class Q7278
      rawi world build my-tables/ -o my-world
    """
    from rawi.world.grow import Grower, guide, narrowed
    from rawi.world.write import from_dump, from_tables

    if out.exists() and (out.is_file() or any(out.iterdir())):
        raise UsageError("there is something already", where=str(out), mend="Name a new folder, or remove this one.")
    built = from_tables(source, out) if source.is_dir() else from_dump(source, out, Grower(narrowed(guide(), **wanted), since=since))
    for doubt in built.doubts:
        click.echo(f"rawi: {doubt}", err=True)
    for told in built.broken:
        click.echo(f"rawi: {source}: {told}", err=True)
    if built.unreadable > len(built.broken):
        click.echo(f"rawi: {source}: {built.unreadable:,} lines of {built.lines:,} cannot be read", err=True)
    click.echo(f"{out}: " + ", ".join(f"{count:,} {name.removesuffix('.tsv')}" for name, count in built.rows.items()))
    if built.unreadable:
        ctx.exit(SourceError.exit_code)

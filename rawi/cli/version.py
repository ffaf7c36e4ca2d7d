"""`rawi version`: what is installed."""

from __future__ import annotations

import platform

import click

from rawi.version import __version__


@click.command()
def version() -> None:
    """Print the versions of Rawi, its language pack and its world.

    \b
    Examples:
      rawi version
    """
    from rawi.lang.pack import load

    lang = load()
    click.echo(f"rawi {__version__} · pack {lang.version} · world {lang.world.version} · Python {platform.python_version()}")

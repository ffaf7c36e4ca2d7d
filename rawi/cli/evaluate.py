"""`rawi evaluate`: how far records agree with gold annotations."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from rawi.cli.inputs import tell, world_option
from rawi.errors import SourceError
from rawi.model import Failure, Record


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("records", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--misses", is_flag=True, help="Say also what was missed or wrong, item by item.")
@click.option("--json", "as_json", is_flag=True, help="The table as JSON.")
@world_option
def evaluate(gold_dir: Path, records: Path | None, misses: bool, as_json: bool, world: str | None) -> None:
    """Compare records with gold annotations: precision, recall and F1 of each layer.

    GOLD_DIR holds ID.gold.json beside ID.txt; RECORDS is what `rawi read --format jsonl` printed for these articles. Without RECORDS
    the texts of GOLD_DIR are read first.

    \b
    Examples:
      rawi evaluate gold/
      rawi evaluate gold/ records.jsonl --misses
    """
    from rawi import evaluate as scoring
    from rawi.reader import read_many

    golds = list(scoring.load_gold(gold_dir))
    found = _kept(records) if records else read_many((gold.article() for gold in golds), world=Path(world) if world else None)
    scores = scoring.evaluate(golds, _by_id(found))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(scores.rates()), indent=1))
        return
    click.echo(f"{len(golds)} articles")
    click.echo(scores.table())
    if misses:
        click.echo("\n".join(scores.misses))


def _by_id(found: Iterable[Record | Failure]) -> dict[str, Record]:
    records: dict[str, Record] = {}
    for one in found:
        if isinstance(one, Failure):
            tell(one)
        else:
            records[one.article.id] = one
    return records


def _kept(path: Path) -> Iterable[Record | Failure]:
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            yield _row(line, f"{path}:{number}")


def _row(line: bytes, place: str) -> Record | Failure:
    try:
        return msgspec.json.decode(line, type=Record)
    except msgspec.DecodeError as fault:
        with contextlib.suppress(msgspec.DecodeError):
            return msgspec.json.decode(line, type=Failure)
        raise SourceError(f"no record: {fault}", where=place, mend="Make it with `rawi read --format jsonl`.") from None

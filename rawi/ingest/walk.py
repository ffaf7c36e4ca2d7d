"""Which files a source means: a file, a folder with all that is in it, or a pattern such as `news/*.jsonl`."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from rawi.errors import SourceError

KNOWN = frozenset((".txt", ".text", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".parquet", ".pq", ".zip"))
"""Endings of the files that are read where a folder or a zip is given; any of them may be followed by `.gz`."""


def suffix(name: str) -> str:
    """The ending that tells what a file holds, without the one that says that it is packed.

    >>> suffix("2015-07-21.JSON.gz")
    '.json'
    """
    lower = name.lower()
    return PurePath(lower.removesuffix(".gz")).suffix


def files(names: Iterable[str]) -> Iterator[str | tuple[str, SourceError]]:
    """The files that names mean, in order; where a folder or pattern has none, its name and the reason."""
    for name in names:
        found = list(_meant(name))
        yield from found
        if not found:
            yield (
                name,
                SourceError("there is no file in it that Rawi reads", mend=f"It reads {', '.join(sorted(KNOWN))}, and these with .gz."),
            )


def _meant(name: str) -> Iterator[str]:
    if os.path.isdir(name):
        for folder, below, inside in os.walk(name):
            below[:] = sorted(one for one in below if not one.startswith("."))
            yield from (str(Path(folder, one)) for one in sorted(inside) if not one.startswith(".") and suffix(one) in KNOWN)
    elif glob.has_magic(name) and not os.path.exists(name):
        for one in sorted(glob.glob(name, recursive=True)):
            yield from _meant(one)
    else:
        yield name

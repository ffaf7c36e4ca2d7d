"""From readable files to the form that is read fast: parse, check, compile, keep by digest beside the code."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from rawi.errors import PackError
from rawi.lang.schema import Sources


def digest(files: Iterable[Path]) -> str:
    """A short fingerprint of the files' names and bytes: what is compiled from them is kept under it."""
    seal = hashlib.blake2b(digest_size=10)
    for file in sorted(files):
        seal.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return seal.hexdigest()


def parse(folder: Path) -> Sources:
    """A pack's files, validated; a fault raises PackError with the file's name and the place in it."""
    parts: dict[str, Any] = {}
    for field in msgspec.structs.fields(Sources):
        file = folder / f"{field.name}.toml"
        try:
            parts[field.name] = msgspec.toml.decode(file.read_bytes(), type=field.type)
        except FileNotFoundError:
            mend = "Every pack has it; see docs/reference/pack.md."
            raise PackError("this file of the pack is missing", where=str(file), mend=mend) from None
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise PackError(str(fault), where=str(file), mend="Mend the entry and run `rawi pack check`.") from None
    return Sources(**parts)


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes kept under a name in the compile cache, made and kept first where they are not there yet.

    The cache is `__pycache__` beside this module, as for Python's own: safe to delete, absent where the folder cannot be written.
    """
    place = Path(__file__).parent / "__pycache__" / name
    with contextlib.suppress(OSError):
        return place.read_bytes()
    made = make()
    with contextlib.suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        os.replace(beside, place)  # whole or not at all, also with several processes
    return made

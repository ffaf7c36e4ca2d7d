"""From readable files to the form that is read fast: kept by digest beside the code, opened by memory map."""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import os
import struct
import tempfile
from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import marisa_trie

_MAGIC = b"RAWIWRLD"
_FOOTER = struct.Struct("<8sQQQQ")  # magic, then where offsets, values, places and blobs begin
_WORD = 8  # sections begin at multiples of it, to be read in place; the padding is an item at a section's end that nobody asks for


def digest(files: Iterable[Path]) -> str:
    """A short fingerprint of the files' names and bytes: what is compiled from them is kept under it."""
    seal = hashlib.blake2b(digest_size=10)
    for file in sorted(files):
        seal.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return seal.hexdigest()


def kept(place: Path, make: Callable[[], bytes]) -> bytes:
    """The bytes kept in a file of the compile cache, made and kept first where it is not there yet.

    The cache is a `__pycache__` beside the code, as for Python's own: safe to delete, absent where the folder cannot be written.
    """
    with contextlib.suppress(OSError):
        return place.read_bytes()
    made = make()
    keep(place, made)
    return made


def keep(place: Path, made: bytes) -> None:
    """Writes a file of the compile cache, whole or not at all, also with several processes; a read-only folder goes without."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        os.replace(beside, place)


class Artifact:
    """A map from strings to lists of numbers, and numbered blobs beside it; read in place from a file that processes share.

    One marisa trie at the file's head gives each string a number; `offsets` tells where its list begins in `values`, `places` where
    each blob begins. Nothing is decoded before it is asked for, so opening costs the same for a thousand things and a million.
    """

    def __init__(self, trie: marisa_trie.Trie, data: memoryview) -> None:
        magic, *sections = _FOOTER.unpack(data[-_FOOTER.size :])
        if magic != _MAGIC:
            raise ValueError("no world artifact")
        offsets, values, places, blobs = sections
        self.trie = trie
        self._offsets, self._values = data[offsets:values].cast("I"), data[values:places].cast("I")
        self._places, self._blobs = data[places:blobs].cast("Q"), data[blobs : -_FOOTER.size]

    @classmethod
    def open(cls, place: Path) -> Artifact:
        """The artifact of a file, mapped into memory; raises OSError or ValueError where there is none."""
        with place.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return cls(marisa_trie.Trie().mmap(str(place)), data)

    @classmethod
    def of(cls, data: bytes) -> Artifact:
        """The artifact of bytes in memory, for where no file can be kept."""
        return cls(marisa_trie.Trie().frombytes(data), memoryview(data))

    def __len__(self) -> int:
        """How many blobs there are."""
        return len(self._places) - 1

    def numbers(self, at: int) -> list[int]:
        """The list of the string that the trie gives this number."""
        return self._values[self._offsets[at] : self._offsets[at + 1]].tolist()

    def get(self, string: str) -> list[int]:
        """The list of a string; empty where it is none of the map's."""
        at = self.trie.get(string)
        return [] if at is None else self.numbers(at)

    def blob(self, number: int) -> memoryview:
        """The bytes of a blob."""
        return self._blobs[self._places[number] : self._places[number + 1]]


def pack(lists: dict[str, list[int]], blobs: Sequence[bytes]) -> bytes:
    """The bytes of an artifact of lists of numbers by string, and of blobs.

    >>> artifact = Artifact.of(pack({"one": [1], "two": [1, 2]}, [b"a", b"bc"]))
    >>> artifact.get("two"), artifact.get("three"), bytes(artifact.blob(1))
    ([1, 2], [], b'bc')
    """
    trie = marisa_trie.Trie(lists)
    offsets, values, places = array("I", [0]), array("I"), array("Q", [0])
    for number in range(len(lists)):
        values.extend(lists[trie.restore_key(number)])
        offsets.append(len(values))
    for blob in blobs:
        places.append(places[-1] + len(blob))
    made, begins = bytearray(trie.tobytes()), []
    for section in (offsets.tobytes(), values.tobytes(), places.tobytes(), b"".join(blobs)):
        made += b"\0" * (-len(made) % _WORD)
        begins.append(len(made))
        made += section
    return bytes(made) + _FOOTER.pack(_MAGIC, *begins)

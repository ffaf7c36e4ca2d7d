"""Files that are whole or not there: written beside their place under another name, and renamed when the last byte is on the disk."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from rawi.errors import UsageError

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 80
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the day of every file in a zip: the same records give the same bytes


class Bundle(Protocol):
    """Where a format of many files puts them; `folder` is None where they go into a zip."""

    folder: Path | None

    def put(self, name: str, data: bytes) -> None:
        """Puts a file under its name."""

    def free(self, key: str, suffix: str) -> str:
        """A file name without its suffix for an article's id: fit for any disk, and not taken yet."""


class Folder:
    """A bundle that is a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder: Path | None = folder
        self._place = folder

    def put(self, name: str, data: bytes) -> None:
        """Puts a file into the folder."""
        (self._place / name).write_bytes(data)

    def free(self, key: str, suffix: str) -> str:
        """A stem that no file of the folder has."""
        return next(stem for stem in _stems(key) if not (self._place / (stem + suffix)).exists())


class Zip:
    """A bundle that is a zip."""

    folder: Path | None = None

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file

    def put(self, name: str, data: bytes) -> None:
        """Puts a file into the zip."""
        self._file.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)

    def free(self, key: str, suffix: str) -> str:
        """A stem that no file of the zip has."""
        return next(stem for stem in _stems(key) if stem + suffix not in self._file.NameToInfo)


def _stems(key: str) -> Iterator[str]:
    """Names for an id: itself where any disk takes it, else what is left of it and a fingerprint; then numbered."""
    safe = _UNSAFE.sub("_", key)[:_LONGEST].strip("._")
    stem = safe if safe == key != "" else f"{safe}-{hashlib.blake2b(key.encode(), digest_size=5).hexdigest()}".lstrip("_-")
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


@contextmanager
def stream_beside(place: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `place` once the block ends well; where it does not, what stood there before still does."""
    part = _beside(place)
    with _told(place), _removed(part):
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, place)


@contextmanager
def bundle_beside(place: Path, *, zipped: bool = True) -> Iterator[Bundle]:
    """A bundle that stands at `place` once the block ends well: a zip where its name says so, else a folder that must be new or empty."""
    if zipped and place.suffix.lower() == ".zip":
        with stream_beside(place) as file, zipfile.ZipFile(file, "w") as archive:
            yield Zip(archive)
        return
    part = _beside(place)
    with _told(place):
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            mend = "Name a new folder" + (", or a file that ends in .zip." if zipped else ".")
            raise UsageError("something stands there already", where=str(place), mend=mend)
        with _removed(part):
            shutil.rmtree(part, ignore_errors=True)  # left by a process of the same number that was killed
            part.mkdir()
            yield Folder(part)
            os.replace(part, place)


def _beside(place: Path) -> Path:
    return place.parent / f".{place.name}.{os.getpid()}.part"


@contextmanager
def _removed(part: Path) -> Iterator[None]:
    """Takes the unfinished file or folder away where the block fails."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
        raise


@contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        what = f"it cannot be written: {fault.strerror or fault}"
        raise UsageError(what, where=str(place), mend="Name a place with room that you may write to.") from fault

"""What can go wrong, said so that the reader knows where and what to do: every error carries both as fields."""

from __future__ import annotations

from rawi.model import Failure, Unread


class RawiError(Exception):
    """Something Rawi could not do; `where` names the file and place, `what` the trouble, `mend` the way out."""

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None) -> None:
        self.what, self.where, self.mend = what, where, mend
        super().__init__(str(self))

    def __str__(self) -> str:
        """`where: what. mend` with the parts that are known."""
        place = f"{self.where}: " if self.where else ""
        way = f" {self.mend}" if self.mend else ""
        return f"{place}{self.what}.{way}"


class UsageError(RawiError):
    """An argument that cannot be used, such as a date that is none."""

    exit_code = 2


class SourceError(RawiError):
    """A file or article that cannot be read: missing, empty, broken encoding, not Arabic."""

    exit_code = 3


class StageError(RawiError):
    """A stage that fell over an article: a fault of Rawi's, not of the article; `stage` names the layer it was to give."""

    def __init__(self, stage: str, what: str) -> None:
        self.stage = stage
        super().__init__(f"the stage {stage} fell: {what}", mend="This is a fault of Rawi: please report it with the article.")


class PackError(RawiError):
    """A language pack or world whose data does not hold; names the file and the entry."""

    exit_code = 4


def failure(name: str | None, stage: str, reason: str) -> Failure:
    """The Failure of an article (its id, or where it stands), a stage and a reason, in letters that JSON can hold."""
    return Failure(failure=Unread(id=None if name is None else _whole(name), stage=stage, reason=_whole(reason)))


def _whole(words: str) -> str:
    """The words without half characters, which Python's strings can hold and UTF-8 cannot."""
    return words.encode("utf-8", "replace").decode()

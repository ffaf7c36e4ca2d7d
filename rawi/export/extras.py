"""Libraries that only some formats need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from rawi.errors import UsageError


def library(name: str, extra: str) -> Any:
    """The module of a library; where it is not installed, raises UsageError with the sentence that installs it.

    >>> library("no_such_library", "parquet")
    Traceback (most recent call last):
    rawi.errors.UsageError: this format needs no_such_library, which is not installed. Install it: pip install 'rawi[parquet]'.
    """
    try:
        return import_module(name)
    except ImportError:
        what = f"this format needs {name}, which is not installed"
        raise UsageError(what, mend=f"Install it: pip install 'rawi[{extra}]'.") from None

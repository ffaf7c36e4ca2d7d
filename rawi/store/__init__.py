"""The store: an archive's records in one file, to be asked anything; `Store` is the door, `Shelf` what a database must be able to do."""

from rawi.store.filters import Filters
from rawi.store.store import Store

__all__ = ["Filters", "Store"]

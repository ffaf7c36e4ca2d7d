"""The shelf in one SQLite file; all SQL of the store is here."""

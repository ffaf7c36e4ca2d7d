"""Rawi reads Arabic political news into a sourced record: who said what, to whom, when, and through whose hands it reached us."""

__version__ = "0.1.0"

"""Streekwerk learns what works, for whom, in your region."""

__version__ = "0.1.0"

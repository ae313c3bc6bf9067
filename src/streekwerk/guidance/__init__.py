"""Methodical guidance: what is asked in a diagnosis, and how a plan is built."""

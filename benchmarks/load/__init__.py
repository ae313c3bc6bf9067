"""Fifty caseworkers at work at once: see ``python -m benchmarks.load --help``."""

"""Version 1: options in the order of the alphabet, each with law, offers and one finding."""

from streekwerk.advice.algorithms.v1.options import advise

__all__ = ["advise"]

"""Trials whose truth is known, to see whether an estimator tells it."""

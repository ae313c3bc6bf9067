"""Methodical guidance as plain data and pure functions: what to ask, what to keep, what comes next.

Nothing in here ranks or scores a person. Answers are shown per mechanism, in words,
beside what the same person said before; they are never added up and never compared
with other people.
"""

"""Employers of the region: who they are, what drives them, what was agreed and how it goes."""

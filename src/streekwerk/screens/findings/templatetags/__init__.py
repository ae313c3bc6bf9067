"""Template tags for findings."""

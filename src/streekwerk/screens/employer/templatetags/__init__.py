"""Template tags of these screens."""

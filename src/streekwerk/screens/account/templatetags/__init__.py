"""Template tags of the account screens."""

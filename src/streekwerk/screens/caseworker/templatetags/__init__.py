"""Template tags of the caseworker's screens."""

"""Template tags of the caseworker's side of the portal."""

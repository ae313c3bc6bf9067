"""Template tags of the law's pages."""

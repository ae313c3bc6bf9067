"""The web: one folder per reader, and `design` for what they share."""

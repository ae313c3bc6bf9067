"""The researcher's screens: from a file to a result."""

"""What analyses get: pseudonyms instead of numbers, in typed tables."""

"""The fields of a file, one module per part of it."""

"""The start page, signing in, and the reader's language."""

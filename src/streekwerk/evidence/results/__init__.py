"""What an evaluation says: one shape for every method, printable as text, JSON and HTML."""

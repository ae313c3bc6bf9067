"""A delivery as a whole: its fingerprint, its correction, its acceptance."""

"""What everybody may read: what works, and how sure we are."""

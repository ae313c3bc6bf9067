"""What is asked on these screens."""

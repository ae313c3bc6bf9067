"""Template tags of an employer's file."""

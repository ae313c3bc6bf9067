"""Pages of an employer's file, each given a frame."""

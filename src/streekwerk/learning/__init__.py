"""What works: published studies, our own evaluations, and the cards that tell of both."""

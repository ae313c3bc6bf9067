"""Was it a fair comparison? Judged before any outcome is opened."""

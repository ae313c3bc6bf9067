"""The evidence card: what is known of a measure, for whom, how sure, and what is not known."""

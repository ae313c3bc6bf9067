"""Options and decision: what can be chosen, what it probably does, and what is chosen."""

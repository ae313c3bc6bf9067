"""Chains: employers that together offer the work that none of them can offer alone."""

"""The evidence cards: what each measure does, how sure we are, and what nobody knows."""

"""The law as rules: one module per act or theme, each small enough to read beside the articles."""

"""How good is it? Every figure in the README's answer can be made again here."""

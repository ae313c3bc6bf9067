"""Charts drawn on the server as accessible SVG, each with its table. Pure Python."""

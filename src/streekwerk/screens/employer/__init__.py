"""The employer's own work: written down, redesigned, chosen and worked out."""

"""What a municipality's own by-law (verordening) decides where the law leaves it open."""

"""What the law gives: dated rules with their legal source. Pure."""

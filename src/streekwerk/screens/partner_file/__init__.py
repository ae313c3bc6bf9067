"""What an employer's file shows and asks, the same for adviser and employer."""

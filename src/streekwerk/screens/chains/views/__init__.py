"""What happens at each address."""

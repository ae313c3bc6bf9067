"""What happened with my clients, and what the team learns from it."""

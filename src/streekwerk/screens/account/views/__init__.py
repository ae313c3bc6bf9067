"""What the screens of accounts answer."""

"""Change files and guidance: permission, change and audit entry together."""

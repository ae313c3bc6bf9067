"""Change the work of employers: permission, change and audit entry together."""

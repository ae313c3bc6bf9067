"""Everything that changes what the learning loop keeps: permission, change and audit together."""

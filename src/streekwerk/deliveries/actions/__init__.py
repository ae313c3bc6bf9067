"""Everything that changes deliveries: permission, change and audit entry together."""

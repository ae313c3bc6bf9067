"""Read the work of employers. An employer is one that ``partners.queries`` gave for the user."""

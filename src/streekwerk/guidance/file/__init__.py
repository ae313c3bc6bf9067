"""What a file holds of a person: every field with its purpose, source, term and readers."""

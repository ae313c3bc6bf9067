"""Options for one person: lawful, available, and what they probably do."""

"""The options of one person: lawful, available, and what they probably do."""

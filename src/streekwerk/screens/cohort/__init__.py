"""The cohort at a glance: people, measures and exits."""

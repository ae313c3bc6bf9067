"""The jobseeker's own portal."""

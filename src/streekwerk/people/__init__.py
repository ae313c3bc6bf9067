"""Jobseekers: file, diagnosis, plan, steps, decisions, outcomes, consents."""

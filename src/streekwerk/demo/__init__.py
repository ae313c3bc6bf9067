"""A fictitious region with known truth: the demo and the test bed."""

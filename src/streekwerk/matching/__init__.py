"""People and work: analysing work, carving jobs, chains of employers, business cases."""

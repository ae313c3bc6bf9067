"""From a file of records to a trial table: one row per person, arms, time zero, outcomes."""

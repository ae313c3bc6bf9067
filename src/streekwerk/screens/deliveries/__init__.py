"""The screens of deliveries: what is there, what lacks, and what to decide."""

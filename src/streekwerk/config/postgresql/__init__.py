"""Django's PostgreSQL backend, which tells the database in whose scope a transaction runs."""

"""From a file to stored records: read and check in DuckDB, store in PostgreSQL, all or nothing."""

"""How the application is put together: settings, addresses, database, entry points."""

"""The files a municipality delivers: received, checked, accepted whole, and kept pseudonymised."""

"""How somebody comes in: invitation, signing in, second factor, sessions, yearly review."""

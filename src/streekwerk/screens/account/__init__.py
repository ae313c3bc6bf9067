"""Signing in, second factor, sessions, invitations and who may do what."""

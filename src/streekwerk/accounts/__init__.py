"""Municipalities (tenants), the people who work in them, and what was done by whom."""

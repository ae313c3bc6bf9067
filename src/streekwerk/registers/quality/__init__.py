"""Checks on records and deliveries, and the report on a delivery."""

"""Screens of chains of employers and of the vacancies that come of them."""

"""``{% load employer %}``: amounts, hours and pressure as people say them."""

from __future__ import annotations

from django import template

from streekwerk.screens.employer import words
from streekwerk.screens.employer.forms.inventory import PRESSURE

register = template.Library()


@register.filter
def hours(half_hours: int) -> str:
    """``{{ 7|hours }}``: ``3,5 uur``."""
    return words.hours_words(half_hours)


@register.filter
def euros_and_cents(cents: int) -> str:
    """``{{ 2150|euros_and_cents }}``: ``€ 21,50``."""
    return words.euros_and_cents(cents)


@register.filter
def pressure(step: int) -> str:
    """Say how short of hands a role is."""
    return words.said(PRESSURE[step])


@register.filter
def absolute(value: float) -> float:
    """Return a number without its sign."""
    return abs(value)

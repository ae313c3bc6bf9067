"""Where other parts hook into an employer's page: a tab of their own, or a panel on the overview.

From the ``ready`` of the app that has the page::

    add_tab("work-adviser:overview", gettext_lazy("Werk en ontwerpen"))

    @panel("work/adviser_panel.html")
    def designs(user: User, employer: Employer) -> dict[str, Any] | None: ...

The address of a tab takes the employer's ``public_id`` and nothing else; its page opens with
``for_employer`` of :mod:`streekwerk.screens.adviser.employer_page`. A panel that has nothing
to show returns None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from streekwerk.accounts.models import User
from streekwerk.partners.models import Employer

Gives = Callable[[User, Employer], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the overview: its template and what that needs."""

    template: str
    gives: Gives


_TABS: list[tuple[str, str | Promise]] = []
_PANELS: list[Panel] = []


def add_tab(address: str, label: str | Promise) -> None:
    """Add a tab to every employer's page, before the timeline; adding it again changes nothing."""
    if address not in {known for known, _label in _TABS}:
        _TABS.append((address, label))


def panel(template: str) -> Callable[[Gives], Gives]:
    """Add a panel to the overview of every employer, drawn with ``template``."""

    def register(gives: Gives) -> Gives:
        if template not in {each.template for each in _PANELS}:
            _PANELS.append(Panel(template, gives))
        return gives

    return register


def added_tabs() -> list[tuple[str, str]]:
    """Return the tabs of other parts, in the reader's language."""
    return [(address, str(label)) for address, label in _TABS]


def panels_for(user: User, employer: Employer) -> list[tuple[str, dict[str, Any]]]:
    """Return (template, context) of every panel that has something to show."""
    found = ((each.template, each.gives(user, employer)) for each in _PANELS)
    return [(template, given) for template, given in found if given is not None]

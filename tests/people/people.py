"""On stage: Alice guides Anna, Bob is her team manager, Charlie a caseworker elsewhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from tests.cast import person as account

from streekwerk.accounts.models import Municipality, Region, Role, User
from streekwerk.people.actions.files import Intake, give_account, open_file
from streekwerk.people.models import Person


@dataclass(frozen=True)
class Table:
    """Who sits at the table, and who does not.

    Alice and her colleague Carol are caseworkers here, Bob leads the team; Charlie is a
    caseworker in another municipality. Anna is guided by Alice and has an account of her
    own; Dirk has an account and another file.
    """

    alice: User
    carol: User
    bob: User
    charlie: User
    anna_herself: User
    dirk_himself: User
    anna: Person
    dirk: Person


def set_table() -> Table:
    """Bring everybody on stage."""
    region = Region.objects.create(name="Testregio", fictitious=True)
    here = Municipality.objects.create(region=region, name="Hier")
    there = Municipality.objects.create(region=region, name="Daar")
    alice = account("alice", Role.CASEWORKER, here)
    bob = account("bob", Role.TEAM_MANAGER, here)
    carol = account("carol", Role.CASEWORKER, here)
    anna = open_file(alice, Intake("Anna", "de Vries", dt.date(1990, 5, 4)))
    dirk = open_file(carol, Intake("Dirk", "Éclair"))
    anna_herself = account("anna", Role.JOBSEEKER, here)
    dirk_himself = account("dirk", Role.JOBSEEKER, here)
    give_account(bob, anna, anna_herself)
    give_account(bob, dirk, dirk_himself)
    charlie = account("charlie", Role.CASEWORKER, there)
    return Table(alice, carol, bob, charlie, anna_herself, dirk_himself, anna, dirk)


def today() -> dt.date:
    """Return the day as the product sees it."""
    return timezone.localdate()

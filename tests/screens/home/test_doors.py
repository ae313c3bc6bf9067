from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, person, signed_in

from streekwerk.accounts.models import Role
from streekwerk.screens.home.doors import DOORS, LATER, MOST_IN_MENU, Place, doors_at, menu_for


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("of_region", [True, False])
def test_the_menu_holds_six_at_most_and_every_door_in_it_opens(
    cast: Cast, role: Role, of_region: bool
) -> None:
    home = None if of_region else cast.alice.municipality
    user = person(f"{role}-{of_region}", role, home)
    menu = menu_for(user)
    assert 1 <= len(menu) <= MOST_IN_MENU
    client = signed_in(user)
    for door in DOORS:
        if door.open_to(user):
            assert client.get(door.url).status_code == 200, door.address


def test_own_work_goes_before_what_is_for_everybody(cast: Cast) -> None:
    own = {door.address for door in DOORS if door.in_menu and door.open_to(cast.alice)}
    public = {door.address for door in menu_for(AnonymousUser())}
    assert public <= own
    shown = [door.address for door in menu_for(cast.alice)]
    assert own - public <= set(shown)
    order = [door.address for door in DOORS]
    assert shown == sorted(shown, key=order.index)


def test_strangers_see_the_public_doors_only_and_each_opens(db: None) -> None:
    page = Client().get(reverse("home")).content.decode()
    for place in Place:
        for door in doors_at(place, AnonymousUser()):
            assert f'<a href="{door.url}">' in page
            assert Client().get(door.url).status_code == 200
    assert reverse("cards:overview") not in page


def test_a_place_says_what_it_cannot_do_yet(cast: Cast) -> None:
    page = signed_in(cast.alice).get(reverse("home")).content.decode()
    assert "Dit onderdeel is er nog niet" not in page
    for words in LATER.values():
        assert str(words) in page


def test_of_two_entries_one_inside_the_other_only_one_is_current(cast: Cast) -> None:
    admin = person("adam", Role.ADMINISTRATOR, cast.alice.municipality)
    page = signed_in(admin).get(reverse("rights:terms")).content.decode()
    menu = page.split('class="sw-nav sw-wide-only"')[1].split("</nav>")[0]
    assert menu.count("aria-current") == 1
    assert f'{reverse("rights:terms")}" aria-current' in menu

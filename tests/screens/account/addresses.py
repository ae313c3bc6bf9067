"""The entrance, one's own account, and who has access."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import person
from tests.screens.matrix.address import POST, ROLES, Address, Town, public

from streekwerk.accounts.entry.actions import invite
from streekwerk.accounts.models import Role
from streekwerk.accounts.scope import AT_THE_DOOR, acting
from streekwerk.people.actions import files
from streekwerk.people.actions.retention import propose, set_term
from streekwerk.people.models import Destruction, Person

ADMINISTRATORS = {Role.ADMINISTRATOR, Role.REGION_COORDINATOR}
# A coordinator looks after who works for the region, and after nobody of a municipality.
NOT_THEIRS = {Role.REGION_COORDINATOR: {404}}
# Nobody here has set up a second step.
NOTHING_YET: dict[str, Any] = {"own": (404,)}


def plant(town: Town) -> None:
    """Invite somebody; give nobody a password, so that nobody is asked for it again."""
    with acting(AT_THE_DOOR):
        for user in town.people.values():
            user.set_unusable_password()
            user.save(update_fields=["password"])
    administrator = town.people[Role.ADMINISTRATOR]
    made = invite(administrator, Role.TRAINER, town.municipality, last_name=town.canary)
    town.things["invitation"] = made.invitation
    town.things["destruction"] = _proposed(town)


def _proposed(town: Town) -> Destruction:
    """Have another administrator propose to destroy a file that was closed long ago."""
    worker, word = town.people[Role.CASEWORKER], town.canary
    other = person(f"ada-{word}", Role.ADMINISTRATOR, town.municipality)
    other.last_name = word
    other.save(update_fields=["last_name"])
    files_ = [files.open_file(worker, files.Intake(f"Oud{n}", word)) for n in range(2)]
    for each in files_:
        files.close_file(worker, each)
    Person.objects.filter(pk__in=[each.pk for each in files_]).update(closed_on=date(2015, 1, 1))
    set_term(other, 60, f"Selectielijst {word}")
    return propose(other, files_[0])


def _person(town: Town) -> list[object]:
    return [town.people[Role.CASEWORKER].public_id]


def _invitation(town: Town) -> list[object]:
    return [town.things["invitation"].public_id]


def _destruction(town: Town) -> list[object]:
    return [town.things["destruction"].public_id]


def _secret(_town: Town) -> list[object]:
    return ["verzonnen"]


def _passkey(_town: Town) -> list[object]:
    return [1]


def _reset(_town: Town) -> list[object]:
    return ["1", "verzonnen"]


def _of_a_person(name: str, method: str = POST) -> Address:
    return Address(f"account:{name}", ADMINISTRATORS, _person, method=method, special=NOT_THEIRS)


def _of_an_invitation(name: str) -> Address:
    return Address(f"account:{name}", ADMINISTRATORS, _invitation, method=POST, special=NOT_THEIRS)


ENTRANCE = (
    public("login"),
    public("account_login"),
    public("logout", method=POST, stranger=302),
    public("account_logout", method=POST, stranger=302),
    public("mfa_authenticate", stranger=302),
    public("mfa_login_webauthn", stranger=302),
    public("account_inactive"),
    public("account-unknown"),
    public("socialaccount_login_cancelled"),
    public("socialaccount_login_error"),
    public("openid_connect_login", arguments=_secret, own=(404,), stranger=404),
    public("openid_connect_callback", arguments=_secret, own=(404,), stranger=404),
    public("account_reset_password"),
    public("account_reset_password_done"),
    public("account_reset_password_from_key", arguments=_reset, foreign=200),
    public("account_reset_password_from_key_done"),
    public("invitation", arguments=_secret, foreign=302, stranger=302),
    public("invitation-take", stranger=302),
    public("invitation-gone", own=(410,), stranger=410),
    public("mfa_index", stranger=302),
    public("mfa_list_webauthn", stranger=302),
    public("account:kept", stranger=302),
)
OWN = (
    Address("account:own", ROLES),
    Address("account:details", ROLES),
    Address("account:second-factor", ROLES),
    Address("account:end-session", ROLES, _secret, method=POST, foreign=302),
    Address("account:end-others", ROLES, method=POST),
    Address("account_change_password", ROLES),
    Address("account_set_password", ROLES),
    # Nobody here has anything to confirm with.
    Address("account_reauthenticate", ROLES, own=(403,)),
    Address("mfa_reauthenticate", ROLES, own=(403,)),
    Address("mfa_reauthenticate_webauthn", ROLES, own=(403,)),
    Address("mfa_activate_totp", ROLES),
    Address("mfa_deactivate_totp", ROLES, **NOTHING_YET),
    Address("mfa_add_webauthn", ROLES),
    Address("mfa_remove_webauthn", ROLES, _passkey, **NOTHING_YET),
    Address("mfa_edit_webauthn", ROLES, _passkey, **NOTHING_YET),
    Address("mfa_view_recovery_codes", ROLES, **NOTHING_YET),
    Address("mfa_download_recovery_codes", ROLES, **NOTHING_YET),
    Address("mfa_generate_recovery_codes", ROLES),
)
ACCESS = (
    Address("account:people", ADMINISTRATORS),
    Address("account:export", ADMINISTRATORS),
    Address("account:invitations", ADMINISTRATORS),
    Address("account:invite", ADMINISTRATORS),
    _of_a_person("person", "GET"),
    _of_a_person("role", "GET"),
    _of_a_person("confirm"),
    _of_a_person("switch"),
    _of_a_person("end-sessions"),
    _of_a_person("reset-factor"),
    _of_a_person("password-link"),
    _of_an_invitation("resend"),
    _of_an_invitation("withdraw"),
)
KEEPERS = {Role.ADMINISTRATOR}
KEEPING = (
    Address("account:keeping", KEEPERS),
    Address("account:term", KEEPERS),
    Address("account:propose-destruction", KEEPERS, method=POST),
    Address("account:decide-keeping", KEEPERS, _destruction),
    Address("account:destroy-file", KEEPERS, _destruction, method=POST),
)
ADDRESSES = (*ENTRANCE, *OWN, *ACCESS, *KEEPING)

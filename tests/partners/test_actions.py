"""What changes an employer's file: permission, change and audit entry together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.partners.factories import Stage, card

from streekwerk.accounts import audit
from streekwerk.accounts.entry.actions import accept
from streekwerk.accounts.models import AuditEntry, Role, User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.partners import queries
from streekwerk.partners.actions import (
    add_employer,
    assign,
    change_employer,
    close_employer,
    move_phase,
    reopen_employer,
)
from streekwerk.partners.actions.agenda import AgendaCard, add_item, move_item
from streekwerk.partners.actions.agreements import AgreementCard, agree, look_back, tell
from streekwerk.partners.actions.contacts import ContactCard, add_contact, end_contact
from streekwerk.partners.actions.invitations import invite_contact
from streekwerk.partners.actions.moments import note_contact
from streekwerk.partners.actions.motives import record_motives
from streekwerk.partners.actions.possibilities import (
    Point,
    Possible,
    record_possibilities,
    record_value,
)
from streekwerk.partners.choices import (
    Again,
    AgendaKind,
    AgendaState,
    AgreementState,
    ContactKind,
    Horizon,
    Side,
)
from streekwerk.partners.models import Contact, Employer
from streekwerk.partners.queries.files_now import contact_for, file_now, looks_back
from streekwerk.partners.refusals import Refused
from streekwerk.partners.timeline import timeline
from streekwerk.vocabulary.motives import Motive


def _fresh(employer: Employer) -> Employer:
    return Employer.objects.get(pk=employer.pk)


def _said() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_an_employer_is_added_once_with_numbers_that_can_be_right(stage: Stage) -> None:
    known = card("Nieuw", stage.there)
    new = add_employer(stage.alice, known)
    assert (new.phase, new.adviser) == ("DW02", stage.alice)
    assert [move.after for move in new.phase_moves.all()] == ["DW02"]
    with pytest.raises(Refused, match="already"):
        add_employer(stage.bob, card("Nieuwer", stage.here, kvk_number=known.kvk_number))
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.municipality) == ("employer.added", stage.there)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kvk_number", "1234567"),
        ("sbi_code", "0001"),
        ("establishment_number", "12"),
        ("size_class", "many"),
        ("name", " "),
        ("x_km", None),
    ],
)
def test_what_cannot_be_right_is_refused(stage: Stage, field: str, value: object) -> None:
    known: dict[str, Any] = {field: value}
    with pytest.raises(Refused):
        change_employer(stage.alice, stage.bakery, replace(card("Zonnebrood", stage.here), **known))


def test_a_move_says_who_and_why(stage: Stage) -> None:
    move_phase(stage.bob, stage.bakery, "DW06", "Taken zijn beschreven")
    assert _fresh(stage.bakery).phase == "DW06"
    with pytest.raises(Refused, match="in that phase already"):
        move_phase(stage.bob, stage.bakery, "DW06", "nog een keer")
    with pytest.raises(Refused, match="why"):
        move_phase(stage.bob, stage.bakery, "DW07", "")
    with pytest.raises(ValueError, match="DW11"):
        move_phase(stage.bob, stage.bakery, "DW11", "bestaat niet")
    last = stage.bakery.phase_moves.last()
    assert last is not None
    assert (last.before, last.after, last.by, last.why) == (
        "DW02", "DW06", stage.bob, "Taken zijn beschreven",
    )  # fmt: skip


def test_a_closed_file_changes_only_by_opening_it(stage: Stage) -> None:
    close_employer(stage.alice, stage.bakery)
    with pytest.raises(Refused, match="closed"):
        note_contact(stage.alice, stage.bakery, ContactKind.PHONE, "Nog iets")
    assert queries.visible_to(stage.alice).filter(closed_on=None).count() == 1
    reopen_employer(stage.alice, stage.bakery)
    assert note_contact(stage.alice, stage.bakery, ContactKind.PHONE, "Nog iets").pk


def test_what_drives_an_employer_is_kept_each_time(stage: Stage) -> None:
    record_motives(stage.alice, stage.bakery, {Motive.STAFF: 5, Motive.COST: 2}, "Veel werk")
    record_motives(stage.bas_himself, stage.bakery, {Motive.STAFF: 3})
    now = file_now(stage.alice, stage.bakery)
    staff = next(each for each in now.motives if each.statement.motive is Motive.STAFF)
    assert (staff.score, staff.before) == (3, 5)
    cost = next(each for each in now.motives if each.statement.motive is Motive.COST)
    assert (cost.score, cost.before) == (None, 2)
    assert now.round is not None
    assert (now.round.side, now.round.by) == (Side.EMPLOYER.value, stage.bas_himself)
    assert stage.bakery.motive_rounds.filter(current=True).count() == 1
    with pytest.raises(ValueError, match="1 to 5"):
        record_motives(stage.alice, stage.bakery, {Motive.STAFF: 6})
    with pytest.raises(Refused):
        record_motives(stage.alice, stage.bakery, {})


def test_possibilities_and_value_are_added_and_never_overwritten(stage: Stage) -> None:
    record_possibilities(stage.alice, stage.bakery, Possible(guidance_minutes=90, days=("sat",)))
    record_possibilities(stage.bas_himself, stage.bakery, Possible(workplaces=2))
    record_value(stage.bas_himself, stage.bakery, "Minder overuren", [Point("overuren", "5", "20")])
    now = file_now(stage.bas_himself, stage.bakery)
    assert now.possibilities is not None
    assert now.value is not None
    assert (now.possibilities.workplaces, now.possibilities.guidance_minutes) == (2, None)
    assert [str(each) for each in now.value.points.all()] == ["overuren: 5"]
    assert stage.bakery.possibilities.count() == 2
    with pytest.raises(Refused):
        record_possibilities(stage.alice, stage.bakery, Possible(days=("someday",)))


def test_an_agenda_keeps_how_far_it_got(stage: Stage) -> None:
    known = AgendaCard(AgendaKind.RESHORING, "Verpakken terughalen", Horizon.YEAR)
    item = add_item(stage.alice, stage.bakery, known)
    move_item(stage.bas_himself, item, AgendaState.DECIDED, "Besloten in het MT")
    states = [each.state for each in stage.bakery.agenda_events.all()]
    assert states == ["idea", "decided"]


def test_an_agreement_comes_up_ends_and_is_looked_back_on_by_both(stage: Stage) -> None:
    today = timezone.localdate()
    first = AgreementCard("Twee proefplaatsen", stage.bob, stage.bas, look_on=today)
    agreement = agree(stage.alice, stage.bakery, first)
    assert _fresh(stage.bakery).next_on == today
    later = today + dt.timedelta(days=30)
    tell(stage.alice, agreement, AgreementState.ON_TRACK, look_on=later)
    assert _fresh(stage.bakery).next_on == later
    tell(stage.bas_himself, agreement, AgreementState.HELP, "Begeleider is ziek")
    assert _fresh(stage.bakery).next_on == later
    with pytest.raises(Refused):
        look_back(stage.alice, agreement, "goed", "", Again.YES)
    tell(stage.alice, agreement, AgreementState.DONE)
    assert _fresh(stage.bakery).next_on is None
    agreement.refresh_from_db()
    look_back(stage.alice, agreement, "Snel begonnen", "Te weinig tijd", Again.DIFFERENTLY)
    assert looks_back(stage.bas_himself, agreement) == []
    look_back(stage.alice, agreement, "Snel en goed begonnen", "Te weinig tijd", Again.YES)
    look_back(stage.bas_himself, agreement, "Fijne mensen", "", Again.YES)
    for who in (stage.alice, stage.bas_himself, stage.dana):
        both = looks_back(who, agreement)
        assert [each.went_well for each in both] == ["Snel en goed begonnen", "Fijne mensen"]
    with pytest.raises(Refused, match="stays"):
        look_back(stage.alice, agreement, "Toch anders", "", Again.NO)
    with pytest.raises(Refused, match="ended"):
        tell(stage.alice, agreement, AgreementState.HELP)


def test_nobody_of_another_employer_is_put_in_an_agreement(stage: Stage) -> None:
    with pytest.raises(Refused):
        agree(stage.alice, stage.bakery, AgreementCard("x", of_employer=stage.lia))
    with pytest.raises(Refused):
        agree(stage.alice, stage.bakery, AgreementCard("x", of_region=stage.carol))


def test_a_contact_comes_in_by_invitation_and_sees_the_own_employer(stage: Stage) -> None:
    """The laundry stands in another municipality than Alice works for."""
    new = add_contact(stage.alice, stage.laundry, ContactCard("Mia", "Vos"))
    with acting(Scope.of(stage.alice)):
        invited = invite_contact(stage.alice, new, "mia@example.nl")
    user = accept(invited.secret, "Mia", "Vos", "een-lang-wachtwoord")
    assert (user.role, user.municipality) == (Role.EMPLOYER, stage.there)
    with acting(Scope.of(user)):
        assert list(Employer.objects.all()) == [stage.laundry]
    with pytest.raises(Refused, match="account already"):
        invite_contact(stage.alice, Contact.objects.get(pk=new.pk))
    end_contact(stage.alice, Contact.objects.get(pk=new.pk))
    assert queries.own_employer(User.objects.get(pk=user.pk)) is None


DOINGS: dict[str, Callable[[Stage, User], object]] = {
    "add": lambda s, u: add_employer(u, card("Nieuw", s.here)),
    "change": lambda s, u: change_employer(u, s.bakery, card("Anders", s.here)),
    "assign": lambda s, u: assign(u, s.bakery, s.bob),
    "close": lambda s, u: close_employer(u, s.bakery),
    "move": lambda s, u: move_phase(u, s.bakery, "DW05", "een reden"),
    "contact": lambda s, u: add_contact(u, s.bakery, ContactCard("Ans", "Bos")),
    "invite": lambda s, u: invite_contact(u, add_contact(s.alice, s.bakery, ContactCard("A", "B"))),
    "end": lambda s, u: end_contact(u, s.bas),
    "motives": lambda s, u: record_motives(u, s.bakery, {Motive.COST: 3}),
    "possible": lambda s, u: record_possibilities(u, s.bakery, Possible(workplaces=1)),
    "value": lambda s, u: record_value(u, s.bakery, "Rust"),
    "agenda": lambda s, u: add_item(u, s.bakery, AgendaCard(AgendaKind.GROWTH, "x", Horizon.SOON)),
    "agree": lambda s, u: agree(u, s.bakery, AgreementCard("Iets")),
    "tell": lambda s, u: tell(
        u, agree(s.alice, s.bakery, AgreementCard("Iets")), AgreementState.HELP
    ),
    "moment": lambda s, u: note_contact(u, s.bakery, ContactKind.VISIT, "Gesproken"),
}
FOR_THE_EMPLOYER_TOO = {"contact", "motives", "possible", "value", "agenda", "tell"}


@pytest.mark.parametrize("what", DOINGS)
def test_who_may_do_what(stage: Stage, what: str) -> None:
    outsiders = [stage.charlie, stage.carol, stage.dana, stage.lia_herself]
    if what not in FOR_THE_EMPLOYER_TOO:
        outsiders.append(stage.bas_himself)
    if what == "add":
        outsiders.remove(stage.charlie)  # the own region is tested above
    before = AuditEntry.objects.count()
    for who in outsiders:
        with pytest.raises(PermissionDenied):
            DOINGS[what](stage, who)
    made_for_it = {"invite": 1, "tell": 1}.get(what, 0) * len(outsiders)
    assert AuditEntry.objects.count() == before + made_for_it
    inside = [stage.bob] + ([stage.bas_himself] if what in FOR_THE_EMPLOYER_TOO else [])
    for who in inside:
        DOINGS[what](stage, who)
        assert AuditEntry.objects.latest("pk").actor == who


def test_a_timeline_holds_everything_and_tells_the_employer_no_notes(stage: Stage) -> None:
    note_contact(stage.alice, stage.bakery, ContactKind.VISIT, "Vertrouwelijk")
    move_phase(stage.alice, stage.bakery, "DW03", "Verkent nu")
    record_value(stage.bas_himself, stage.bakery, "Minder overuren")
    region = [each.detail for each in timeline(stage.alice, stage.bakery)]
    assert {"Vertrouwelijk", "Verkent nu", "Minder overuren"} <= set(region)
    own = [each.detail for each in timeline(stage.bas_himself, stage.bakery)]
    assert "Minder overuren" in own
    assert not {"Vertrouwelijk", "Verkent nu"} & set(own)


def test_a_look_is_noted_once_in_the_log_of_the_place(stage: Stage) -> None:
    for who in (stage.bob, stage.bob, stage.bas_himself):
        audit.looked_at_employer(who, stage.bakery, "adviser:employer")
    looks = AuditEntry.objects.filter(action=audit.LOOKED_AT_EMPLOYER)
    assert [(each.actor, each.municipality) for each in looks] == [(stage.bob, stage.here)]


def test_caseworkers_find_name_place_and_branch(stage: Stage) -> None:
    (found,) = queries.findable_by(stage.carol, "zonne")
    assert (found.name, found.place) == ("Bakkerij Zonnebrood", "Hier")
    assert list(queries.visible_to(stage.carol)) == []
    assert queries.findable_by(stage.bas_himself, "wasserij") == []
    assert contact_for(stage.carol, stage.bas.public_id) is None

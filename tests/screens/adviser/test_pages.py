"""The adviser's workbench and the employer's own file, by way of their addresses."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook
from tests.cast import signed_in
from tests.partners.factories import Stage, card, make_employer

from streekwerk.accounts.models import AuditEntry, User
from streekwerk.partners import network as partner_network
from streekwerk.partners.actions.agreements import AgreementCard, agree, look_back, tell
from streekwerk.partners.actions.motives import record_motives
from streekwerk.partners.choices import Again, AgreementState
from streekwerk.partners.models import Agreement, Contact, Employer, PhaseMove
from streekwerk.partners.network import Together
from streekwerk.screens.adviser import extension
from streekwerk.vocabulary.language import Text
from streekwerk.vocabulary.motives import Motive

LISTS = ("today", "list", "phases", "all-agreements", "map")


def _page(user: User, name: str, *args: object, **query: str) -> str:
    answer = signed_in(user).get(reverse(name, args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_lists_take_the_same_queries_for_many(stage: Stage, name: str) -> None:
    browser = signed_in(stage.dana)
    url = reverse(f"adviser:{name}") + "?van=iedereen&fase=DW02"

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as taken:
            assert browser.get(url).status_code == 200
        return len(taken)

    agree(stage.alice, stage.bakery, AgreementCard("Iets", look_on=timezone.localdate()))
    few = queries()
    for number in range(6):
        employer = make_employer(stage.alice, f"Bedrijf {number}")
        record_motives(stage.alice, employer, {Motive.STAFF: 5})
        agree(stage.alice, employer, AgreementCard("Iets", look_on=timezone.localdate()))
    assert queries() == few


def test_today_shows_the_own_employers_and_why(stage: Stage) -> None:
    agree(stage.alice, stage.bakery, AgreementCard("Iets", look_on=timezone.localdate()))
    own = _page(stage.alice, "adviser:today")
    assert "Bakkerij Zonnebrood" in own
    assert "Afspraak: vandaag of eerder" in own
    assert "Wasserij Helder" not in own
    assert "Wasserij Helder" in _page(stage.alice, "adviser:today", van="iedereen")
    assert "Wasserij Helder" not in _page(stage.dana, "adviser:today", reden="afspraak")


def test_an_adviser_adds_an_employer_and_hears_what_is_wrong(stage: Stage) -> None:
    browser, url = signed_in(stage.alice), reverse("adviser:new")
    given = {
        "name": "Kwekerij Oost",
        "kvk_number": "1234",
        "sbi_code": "0113",
        "size_class": "5-9",
        "municipality": str(stage.there.pk),
        "place": "Daar",
    }
    wrong = browser.post(url, given).content.decode()
    assert "Een KvK-nummer heeft 8 cijfers; hier staan er 4." in wrong
    answer = browser.post(url, given | {"kvk_number": "0000 9876"})
    made = Employer.objects.get(name="Kwekerij Oost")
    assert answer["Location"] == reverse("adviser:employer", args=[made.public_id])
    assert (made.kvk_number, made.adviser) == ("00009876", stage.alice)
    double = browser.post(url, given | {"kvk_number": "00009876"}).content.decode()
    assert "staat al in uw regio" in double


def test_the_next_thing_follows_from_what_is_known(stage: Stage) -> None:
    def page() -> str:
        return _page(stage.alice, "adviser:employer", stage.bakery.public_id)

    assert "Bespreek wat het bedrijf drijft" in page()
    record_motives(stage.alice, stage.bakery, {Motive.STAFF: 5})
    assert "Neem contact op" in page()
    agreement = agree(
        stage.alice, stage.bakery, AgreementCard("Proefplaats", look_on=timezone.localdate())
    )
    assert "Vraag hoe het gaat" in page()
    tell(stage.alice, agreement, AgreementState.STOPPED)
    assert "Kijk terug" in page()
    looks = AuditEntry.objects.filter(action="employer.looked", actor=stage.alice)
    assert looks.count() == 1


def test_a_coordinator_reads_and_changes_nothing(stage: Stage) -> None:
    page = _page(stage.dana, "adviser:employer", stage.bakery.public_id)
    for action in ("Verander de fase", "Leg contact vast", "Voeg iemand toe", "Draag over"):
        assert action not in page
    assert "Bakkerij" in page
    url = reverse("adviser:phase", args=[stage.bakery.public_id])
    assert signed_in(stage.dana).get(url).status_code == 403


def test_forms_of_the_file_keep_what_was_said(stage: Stage) -> None:
    browser, ours = signed_in(stage.alice), [stage.bakery.public_id]

    def send(name: str, *more: object, **data: object) -> None:
        url = reverse(f"adviser:{name}", args=[*ours, *more])
        answer = browser.post(url, data)
        assert answer.status_code == 302, answer.content.decode()

    send("motives", staff="5", cost="1", words="Te weinig handen")
    send("possibilities", workplaces="2", days=["mon", "sat"], from_time="07:30", languages=["pl"])
    send("value", words="Rust", what_1="overuren", now_1="20", aim_1="5")
    send("agenda-new", title="Nieuwe oven", kind="automation", horizon="year")
    send("agenda-move", stage.bakery.agenda.get().public_id, state="decided", words="Besteld")
    send("moment", kind="visit", on=str(timezone.localdate()), words="Rondgelopen", contact="")
    send("phase", phase="DW05", why="Er was een klik")
    send("agreement-new", what="Meelopen", of_employer=str(stage.bas.public_id))
    agreement = Agreement.objects.get()
    send("agreement-change", agreement.public_id, what="Een dag meelopen", of_region="")
    send("agreement", agreement.public_id, state="done", words="Gelukt")
    send("agreement", agreement.public_id, went_well="Leuk", again="yes")
    send("contact-new", first_name="Ans", last_name="Bos")
    send("contact-gone", Contact.objects.get(first_name="Ans").public_id)
    send("assign", adviser=str(stage.bob.public_id))
    assert PhaseMove.objects.latest("pk").after == "DW05"
    drives = _page(stage.alice, "adviser:drives", *ours)
    for said in ("5 van 5", "Te weinig handen", "Maandag".lower(), "Pools", "overuren", "straks 5"):
        assert said in drives
    timeline = _page(stage.alice, "adviser:timeline", *ours)
    for said in ("Nieuwe oven: besloten", "Rondgelopen", "Er was een klik", "meelopen: nagekomen"):
        assert said in timeline
    stage.bakery.refresh_from_db()
    assert stage.bakery.adviser == stage.bob
    assert signed_in(stage.bob).post(reverse("adviser:close", args=ours)).status_code == 302
    assert "Zonnebrood" not in _page(stage.alice, "adviser:list")


def test_what_is_wrong_in_a_form_is_said_at_its_field(stage: Stage) -> None:
    browser, ours = signed_in(stage.alice), [stage.bakery.public_id]
    for name, data, said in (
        ("motives", {"words": "x"}, "minstens één zin een cijfer"),
        ("value", {"words": "x", "what_1": "uren"}, "hoe het straks moet zijn"),
        ("phase", {"phase": "DW05", "why": "x"}, "waarom de fase verandert"),
        ("moment", {"kind": "visit", "on": "2199-01-01", "words": "x"}, "nog niet geweest"),
        ("possibilities", {"days": ["someday"]}, "someday"),
    ):
        answer = browser.post(reverse(f"adviser:{name}", args=ours), data)
        assert answer.status_code == 200
        assert said in answer.content.decode()


def test_the_employer_sees_its_own_side_of_the_same_file(stage: Stage) -> None:
    soon = timezone.localdate() + dt.timedelta(days=3)
    agreement = agree(stage.alice, stage.bakery, AgreementCard("Meelopen", look_on=soon))
    bas = stage.bas_himself
    for name in ("employer", "drives", "agenda", "agreements"):
        page = _page(bas, f"own-file:{name}")
        assert "Bakkerij Zonnebrood" in page
        assert "Wasserij" not in page
    one = _page(bas, "own-file:agreement", agreement.public_id)
    assert "Weer kijken op" not in one
    tell(stage.alice, agreement, AgreementState.DONE)
    look_back(stage.alice, agreement, "Geheim tot u schreef", "", Again.YES)
    waiting = _page(bas, "own-file:agreement", agreement.public_id)
    assert "De andere kant heeft al teruggekeken" in waiting
    assert "Geheim tot u schreef" not in waiting
    url = reverse("own-file:agreement", args=[agreement.public_id])
    assert signed_in(bas).post(url, {"went_well": "Fijn", "again": "yes"}).status_code == 302
    both = _page(bas, "own-file:agreement", agreement.public_id)
    assert "Geheim tot u schreef" in both
    assert "Fijn" in both
    assert signed_in(stage.lia_herself).get(url).status_code == 404


def test_agreements_as_a_file_hold_no_formula(stage: Stage) -> None:
    agree(stage.alice, stage.bakery, AgreementCard("=1+1", stage.bob, stage.bas))
    browser = signed_in(stage.dana)
    book = browser.get(reverse("adviser:agreements-file", args=["xlsx"])).content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Werkgever"
    assert rows[1][:5] == ["Bakkerij Zonnebrood", "Hier", "'=1+1", "Bob", "Bas Jansen"]
    commas = browser.get(reverse("adviser:agreements-file", args=["csv"])).content
    assert commas.startswith(b"\xef\xbb\xbfWerkgever,Plaats")


def test_the_map_draws_who_works_together(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partner_network, "_SOURCES", [])
    words = Text("delen een begeleider", "share a coach")
    outside = Together(stage.bakery.pk, stage.farm.pk, words)
    partner_network.bond_source(
        lambda _user: [Together(stage.bakery.pk, stage.laundry.pk, words), outside]
    )
    page = _page(stage.alice, "adviser:map")
    assert "<svg" in page
    assert "2 werkgevers op de kaart" in page
    assert page.count("delen een begeleider") == 1


def test_other_parts_hook_in_a_tab_and_a_panel(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extension, "_TABS", [])
    monkeypatch.setattr(extension, "_PANELS", [])
    extension.add_tab("adviser:timeline", "Werk")
    extension.add_tab("adviser:timeline", "Werk")
    extension.panel("design/accessibility.html")(lambda _user, _employer: None)
    assert extension.added_tabs() == [("adviser:timeline", "Werk")]
    assert extension.panels_for(stage.alice, stage.bakery) == []
    assert ">Werk</a>" in _page(stage.alice, "adviser:agenda", stage.bakery.public_id)


def test_an_invitation_shows_its_link_once(stage: Stage) -> None:
    contact = Contact.objects.create(
        region=stage.region, employer=stage.laundry, first_name="Mia", last_name="Vos"
    )
    args = [stage.laundry.public_id, contact.public_id]
    page = signed_in(stage.alice).post(reverse("adviser:contact-invite", args=args), {"make": "1"})
    assert "/uitnodiging/" in page.content.decode()
    again = _page(stage.alice, "adviser:contact-change", *args)
    assert "Er ligt een uitnodiging klaar" in again
    assert "/uitnodiging/" not in again


def test_models_and_migrations_agree(stage: Stage) -> None:
    call_command("makemigrations", "partners", check=True, dry_run=True, verbosity=0)
    assert card("x", stage.here).kvk_number.startswith("0000")

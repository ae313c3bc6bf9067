"""The caseload for today: for whom there is a reason to look, and the next sensible thing."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from streekwerk.accounts.models import Role
from streekwerk.accounts.permissions import SignedInRequest, for_roles, has_role
from streekwerk.people import queries
from streekwerk.people.models import Person, RightToAsk
from streekwerk.people.outcome_signals import first_rights, first_untold_steps
from streekwerk.people.permissions import WORKERS
from streekwerk.people.rights_to_watch import name_of, question_of, why_of
from streekwerk.people.signals import SIGNALS, Signal, reasons_among
from streekwerk.screens.caseworker.person_page import address
from streekwerk.vocabulary.language import Text

ON_A_PAGE = 30
RIGHT, UNTOLD = "recht-te-vragen", "stap-zonder-uitkomst"
# Good to look at some day, and no reason for today: shown when somebody asks for them.
ANY_DAY = frozenset({RIGHT, "plan-zonder-uitkomst", "geen-plan"})
# What one does about a reason, and where. In the order in which days are lived: what was
# agreed first. One thing for each person stands out; the others stay reasons.
DO: dict[str, tuple[object, str]] = {
    "gesprek-open": (_("Ga verder met het gesprek"), "begin-conversation"),
    "afspraak-voorbij": (_("Vraag hoe het ging"), "plan"),
    "verbetering-wacht": (_("Beantwoord het bezwaar"), "options"),
    "verzoek-wacht": (_("Bekijk het verzoek"), "person"),
    "terugblik": (_("Vraag hoe het nu gaat"), "follow-up"),
    UNTOLD: (_("Zeg wat ervan kwam"), "plan"),
    "stap-komt": (_("Bekijk de afspraak"), "plan"),
    RIGHT: (_("Stel de vraag"), "person"),
    "plan-zonder-uitkomst": (_("Kijk samen terug"), "look-back"),
    "lang-geen-contact": (_("Neem contact op"), "begin-conversation"),
    "geen-plan": (_("Spreek een stap af"), "person"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One person with reasons, and the one thing to do."""

    person: Person
    reasons: tuple[Text, ...]
    do: object
    url: str


@require_GET
@for_roles(*WORKERS)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show everybody of the own caseload with a reason, by date and then name."""
    user, today = request.user, timezone.localdate()
    own = queries.caseload(user)
    reasons = reasons_among(_in_order(own))
    chosen = SIGNALS.get(request.GET.get("reden", ""))
    asked = {chosen.key} if chosen else SIGNALS.keys() - ANY_DAY
    found = [pk for pk, holding in reasons.items() if asked & {each.key for each in holding}]
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    people = own.in_bulk(page.object_list)
    shown = [people[pk] for pk in page.object_list]
    counts = Counter(each.key for holding in reasons.values() for each in holding)
    present = [(each, counts[each.key]) for each in SIGNALS.values() if counts[each.key]]
    context = {
        "page_obj": page,
        "rows": _rows(shown, reasons, chosen),
        "chosen": chosen,
        "reasons": [(each, n) for each, n in present if each.key not in ANY_DAY],
        "any_day": [(each, n) for each, n in present if each.key in ANY_DAY],
        "of_team": has_role(user, Role.TEAM_MANAGER),
        "today": today,
    }
    return render(request, "caseworker/today.html", context)


def _in_order(people: QuerySet[Person]) -> QuerySet[Person]:
    return people.order_by(F("next_on").asc(nulls_last=True), "search_name", "pk")


def _rows(
    people: list[Person], reasons: Mapping[int, tuple[Signal, ...]], chosen: Signal | None
) -> list[Row]:
    rights = first_rights(people)
    untold = first_untold_steps(people, timezone.localdate())
    return [
        _row(each, reasons[each.pk], rights.get(each.pk), untold.get(each.pk), chosen)
        for each in people
    ]


def _row(
    person: Person,
    reasons: tuple[Signal, ...],
    right: RightToAsk | None,
    step: uuid.UUID | None,
    chosen: Signal | None,
) -> Row:
    keys = {each.key for each in reasons}
    first = chosen.key if chosen else next((key for key in DO if key in keys), "")
    do, place = DO.get(first, (_("Open het dossier"), "person"))
    url = address(place, person) or address("person", person)
    if first == RIGHT and right is not None and right.question:
        url = f"{address('file', person)}law:{right.question}/"
    if first == UNTOLD and step is not None:
        url = reverse("caseworker:step-outcome", args=[person.public_id, step])
    words = tuple(_right_words(right) if e.key == RIGHT and right else e.words for e in reasons)
    return Row(person, words, do, url)


def _right_words(right: RightToAsk) -> Text:
    name, why, question = name_of(right.rule), why_of(right.rule), question_of(right.question)
    nl, en = f"misschien recht op: {name.nl}", f"perhaps entitled to: {name.en}"
    if why:
        nl, en = f"{nl} ({why.nl})", f"{en} ({why.en})"
    if question:
        nl, en = f"{nl}. Vraag: {question.question.nl}", f"{en}. Ask: {question.question.en}"
    return Text(nl, en)

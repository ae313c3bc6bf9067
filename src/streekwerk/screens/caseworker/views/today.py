"""The caseload for today: for whom there is a reason to look, and the next sensible thing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet, Value
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
from streekwerk.people.signals import SIGNALS, Signal, signals_of
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
    counts = _counts(own)
    chosen = SIGNALS.get(request.GET.get("reden", ""))
    conditions = [chosen] if chosen else [e for e in SIGNALS.values() if e.key not in ANY_DAY]
    any_reason = Q(pk__in=[])
    for each in conditions:
        any_reason |= each.holds(today)
    people = own.filter(any_reason).order_by(F("next_on").asc(nulls_last=True), "search_name", "pk")
    page = Paginator(people, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    context = {
        "page_obj": page,
        "rows": _rows(shown, chosen),
        "chosen": chosen,
        "reasons": [(each, n) for each, n in counts if n and each.key not in ANY_DAY],
        "any_day": [(each, n) for each, n in counts if n and each.key in ANY_DAY],
        "of_team": has_role(user, Role.TEAM_MANAGER),
        "today": today,
    }
    return render(request, "caseworker/today.html", context)


def _counts(own: QuerySet[Person]) -> list[tuple[Signal, int]]:
    """Return how many there are for each reason, in one query.

    Each reason is counted among ``own`` from the start: worked out for a whole
    municipality first, and then cut down, it takes seconds.
    """
    today, keys = timezone.localdate(), list(SIGNALS.values())
    first, *others = (
        own.order_by()
        .filter(each.holds(today))
        .annotate(reason=Value(place))
        .values_list("reason")
        .annotate(number=Count("pk"))
        for place, each in enumerate(keys)
    )
    found = dict(first.union(*others, all=True))
    return [(each, found.get(place, 0)) for place, each in enumerate(keys)]


def _rows(people: list[Person], chosen: Signal | None) -> list[Row]:
    reasons, rights = signals_of(people), first_rights(people)
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

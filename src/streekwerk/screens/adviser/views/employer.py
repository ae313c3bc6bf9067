"""One employer: the overview with one next thing, the timeline, and what only an adviser does."""

from __future__ import annotations

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from streekwerk.accounts.permissions import SignedInRequest, for_roles, require
from streekwerk.partners.actions import (
    add_employer,
    assign,
    change_employer,
    close_employer,
    move_phase,
    reopen_employer,
)
from streekwerk.partners.actions.moments import note_contact
from streekwerk.partners.choices import ContactKind
from streekwerk.partners.models import ContactMoment, Employer
from streekwerk.partners.permissions import ADVISERS, may_advise
from streekwerk.partners.queries.files_now import contacts_of, file_now
from streekwerk.partners.queries.lists import agreements_of, leading_motives
from streekwerk.partners.signals import CONTACT_DAYS
from streekwerk.partners.timeline import EventKind, timeline
from streekwerk.screens.adviser import bench
from streekwerk.screens.adviser.extension import panels_for
from streekwerk.screens.adviser.forms import AssignForm, EmployerForm, MomentForm, PhaseForm
from streekwerk.screens.adviser.next_thing import next_thing
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.screens.partner_file.views.asking import click, done
from streekwerk.vocabulary.dennis import TILES

LATEST = 5
EVENTS_ON_A_PAGE = 40


def overview(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Show the one next thing, the phase, what runs and what is known."""
    user, employer, today = request.user, frame.employer, timezone.localdate()
    agreements = agreements_of(user, employer)
    now = file_now(user, employer)
    last, long_ago = employer.last_contact_on, today - timedelta(days=CONTACT_DAYS)
    return frame.page(
        request,
        "adviser/overview.html",
        "employer",
        next=next_thing(frame, now, agreements, today, silent=last is None or last < long_ago),
        now=now,
        motives=leading_motives([employer]).get(employer.pk, ()),
        running=[each for each in agreements if each.ended_on is None],
        contacts=contacts_of(user, employer),
        events=timeline(user, employer)[:LATEST],
        panels=panels_for(user, employer),
        tiles=[(tile, _mark(tile.code, employer)) for tile in TILES.values()],
        may_advise=may_advise(user, employer),
        assign_form=AssignForm(user, employer) if frame.writes else None,
        today=today,
    )


def _mark(code: str, employer: Employer) -> str:
    return "current" if code == employer.phase else ""


def timeline_page(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Show everything that happened, newest first."""
    kind = request.GET.get("soort", "")
    events = timeline(request.user, frame.employer)
    kinds = [each for each in EventKind if any(event.kind is each for event in events)]
    shown = [event for event in events if kind in {"", event.kind.value}]
    page = Paginator(shown, EVENTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return frame.page(
        request, "adviser/timeline.html", "timeline", page_obj=page, kinds=kinds, kind=kind
    )


@require_http_methods(["GET", "POST"])
@for_roles(*ADVISERS)
def new(request: SignedInRequest) -> HttpResponse:
    """Add an employer to the region."""
    form = EmployerForm(request.user, request.POST or None)
    made: list[Employer] = []
    if done(
        request,
        form,
        lambda: made.append(add_employer(request.user, form.card())),
        _("Het dossier is er. Begin met een kennismaking."),
    ):
        return redirect("adviser:employer", made[0].public_id)
    return bench.page(request, "employer_form.html", "list", form=form)


def change(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Correct what is known of the establishment."""
    user, employer = request.user, frame.employer
    form = EmployerForm(user, request.POST or None, initial=EmployerForm.known(employer))
    if done(request, form, lambda: change_employer(user, employer, form.card()), _("Bewaard.")):
        return redirect(frame.url("employer"))
    return frame.page(request, "adviser/card_form.html", "employer", form=form)


def phase(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Move the relation to another phase, and say why."""
    user, employer = request.user, frame.employer
    form = PhaseForm(employer, request.POST or None)

    def move() -> None:
        move_phase(user, employer, form.cleaned_data["phase"], form.cleaned_data["why"])

    if done(request, form, move, _("De fase is veranderd.")):
        return redirect(frame.url("employer"))
    moves = employer.phase_moves.select_related("by").order_by("-pk")
    return frame.page(request, "adviser/phase_form.html", "employer", form=form, moves=moves)


def moment(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Keep that there was contact."""
    user, employer = request.user, frame.employer
    form = MomentForm(contacts_of(user, employer), request.POST or None)

    def keep() -> ContactMoment:
        given = form.cleaned_data
        contact = form.contacts.get(given["contact"])
        kind = ContactKind(given["kind"])
        return note_contact(user, employer, kind, given["words"], contact=contact, on=given["on"])

    if done(request, form, keep, _("Bewaard. Het staat op de tijdlijn.")):
        return redirect(frame.url("employer"))
    return frame.page(request, "adviser/moment_form.html", "employer", form=form)


def hand_over(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Let a colleague look after the relation."""
    form = AssignForm(request.user, frame.employer, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return redirect(frame.url("employer"))
    adviser = form.advisers[form.cleaned_data["adviser"]]
    said = _("%(adviser)s is nu de accountmanager.") % {"adviser": adviser}
    return click(
        request,
        lambda: assign(request.user, frame.employer, adviser),
        said,
        frame.url("employer"),
    )


def close(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Close the file, or open it again."""
    user, employer = request.user, frame.employer
    require(may_advise(user, employer))
    if request.method != "POST":
        return redirect(frame.url("employer"))
    if employer.closed_on is None:
        to = reverse("adviser:list")
        return click(request, lambda: close_employer(user, employer), _("Gesloten."), to)
    to = frame.url("employer")
    return click(request, lambda: reopen_employer(user, employer), _("Weer open."), to)

"""The innovation agenda."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.actions.agenda import add_item, change_item, move_item
from streekwerk.partners.choices import AgendaState
from streekwerk.partners.models import AgendaItem
from streekwerk.partners.queries.files_now import agenda_of, item_for
from streekwerk.screens.partner_file.forms import AgendaForm, AgendaStateForm
from streekwerk.screens.partner_file.frame import Frame
from streekwerk.screens.partner_file.views.asking import done

HERE = "agenda"
PAST = (AgendaState.DONE.value, AgendaState.DROPPED.value)


def overview(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Show what is on the agenda, and what is behind us."""
    items = list(agenda_of(request.user, frame.employer))
    now = [each for each in items if each.state not in PAST]
    past = [each for each in items if each.state in PAST]
    return frame.page(request, "agenda.html", HERE, items=now, past=past)


def new(request: SignedInRequest, frame: Frame) -> HttpResponse:
    """Put something on the agenda."""
    form = AgendaForm(request.POST or None)
    user, employer = request.user, frame.employer
    if done(
        request, form, lambda: add_item(user, employer, form.card()), _("Het staat op de agenda.")
    ):
        return redirect(frame.url(HERE))
    return frame.page(request, "agenda_form.html", HERE, form=form)


def change(request: SignedInRequest, frame: Frame, item_id: uuid.UUID) -> HttpResponse:
    """Correct what was written."""
    item = _item(request, frame, item_id)
    initial = {name: getattr(item, name) for name in ("title", "kind", "horizon", "words")}
    form = AgendaForm(request.POST or None, initial=initial)
    if done(request, form, lambda: change_item(request.user, item, form.card()), _("Bewaard.")):
        return redirect(frame.url(HERE))
    return frame.page(request, "agenda_form.html", HERE, form=form, item=item)


def move(request: SignedInRequest, frame: Frame, item_id: uuid.UUID) -> HttpResponse:
    """Say how far it is."""
    item = _item(request, frame, item_id)
    form = AgendaStateForm(request.POST or None, initial={"state": item.state})

    def keep() -> AgendaItem:
        given = form.cleaned_data
        return move_item(request.user, item, AgendaState(given["state"]), given["words"])

    if done(request, form, keep, _("Bewaard.")):
        return redirect(frame.url(HERE))
    events = item.events.select_related("by").order_by("-pk")
    return frame.page(request, "agenda_move.html", HERE, form=form, item=item, events=events)


def _item(request: SignedInRequest, frame: Frame, item_id: uuid.UUID) -> AgendaItem:
    item = item_for(request.user, item_id)
    if item is None or item.employer_id != frame.employer.pk:
        raise Http404
    return item

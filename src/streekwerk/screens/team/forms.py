"""Forms of the team: what was talked about, what was agreed, the rhythm of contact."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.people.models.attention import FEWEST_WEEKS, MOST_WEEKS
from streekwerk.screens.caseworker.forms.facts import day_field


class ReflectionForm(forms.Form):
    """What the team talked about."""

    # An empty field is no mistake before anything was written.
    use_required_attribute = False

    words = forms.CharField(
        label=_("Wat hebt u samen besproken?"),
        help_text=_("Over het werk en over wat u leert. Niet over een collega, en zonder namen."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AgreementForm(forms.Form):
    """One thing the team agrees on."""

    what = forms.CharField(label=_("Wat spreekt u af?"), max_length=300)
    due = day_field(_("Wanneer kijkt u hoe het gaat?"), required=False)


class RhythmForm(forms.Form):
    """After how many weeks without a conversation a reminder comes."""

    weeks = forms.IntegerField(
        label=_("Na hoeveel weken zonder gesprek wilt u een herinnering?"),
        min_value=FEWEST_WEEKS,
        max_value=MOST_WEEKS,
    )

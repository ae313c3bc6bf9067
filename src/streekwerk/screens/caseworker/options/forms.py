"""Forms of the decision, an objection, its answer, and an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.advice import MEASURES
from streekwerk.people.actions.offers import FIELDS
from streekwerk.people.models import ObjectionKind, Offer, Reason
from streekwerk.screens.design.templatetags.design import reader_language

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

    _OfferForm = forms.ModelForm[Offer]
else:
    _OfferForm = forms.ModelForm


def _words(label: Words, *, required: bool = False, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class DecisionForm(forms.Form):
    """What is chosen, what each wants, why. Only the choice itself is needed."""

    options = forms.MultipleChoiceField(
        label=_("Wat kiest u samen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één mogelijkheid.")},
    )
    words = forms.CharField(
        label=_("Bij ‘iets anders’: wat gaat u doen?"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "utrecht-textbox utrecht-textbox--html-input"}),
    )
    together = forms.ChoiceField(
        label=_("Hebt u dit samen besloten?"),
        choices=(("yes", _("Ja, samen")), ("no", _("Nee, ik heb dit besloten"))),
        widget=forms.RadioSelect,
        initial="yes",
    )
    wish = forms.ChoiceField(label=_("Wat wil de werkzoekende het liefst?"), required=False)
    wish_words = _words(_("In eigen woorden"))
    view = forms.ChoiceField(label=_("Wat denkt u zelf als klantmanager?"), required=False)
    view_words = _words(_("Toelichting"))
    reason = forms.ChoiceField(label=_("Waarom?"), required=False, widget=forms.RadioSelect)
    reason_words = _words(_("In eigen woorden"))

    def __init__(self, names: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        empty = ("", _("nog niet gezegd"))
        self.fields["options"].choices = names  # type: ignore[attr-defined]  # a choice field
        for name in ("wish", "view"):
            self.fields[name].choices = [empty, *names]  # type: ignore[attr-defined]  # likewise
        reasons = Reason.pairs(reader_language())
        self.fields["reason"].choices = [("", _("geen reden geven")), *reasons]  # type: ignore[attr-defined]  # likewise

    @property
    def optional(self) -> list[forms.BoundField]:
        """Return the fields that may stay empty."""
        names = ("wish", "wish_words", "view", "view_words", "reason", "reason_words")
        return [self[name] for name in names]


class ObjectionForm(forms.Form):
    """What is not right."""

    kind = forms.ChoiceField(label=_("Waar gaat het over?"), widget=forms.RadioSelect)
    words = _words(_("Wat klopt er niet?"), required=True, rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = ObjectionKind.pairs(reader_language())  # type: ignore[attr-defined]  # a choice field


class AnswerForm(forms.Form):
    """What is answered to an objection."""

    words = _words(_("Wat is uw antwoord?"), required=True, rows=4)


class SwitchForm(forms.Form):
    """Why advice goes off or on."""

    reason = forms.CharField(label=_("Waarom?"), max_length=300)


class OfferForm(_OfferForm):
    """One offer."""

    class Meta:
        """In the order in which one thinks of it."""

        model = Offer
        fields = FIELDS
        labels = {  # noqa: RUF012 - Django's own
            "measure": _("Wat voor voorziening"),
            "title": _("Naam van het aanbod"),
            "provider": _("Wie biedt het aan"),
            "place": _("Waar"),
            "online": _("Kan ook vanuit huis"),
            "starts_on": _("Begint op"),
            "hours_per_week": _("Uren per week"),
            "weeks": _("Aantal weken"),
            "places": _("Aantal plekken in totaal"),
            "travel": _("Hoe komt iemand er, en wie betaalt de reis"),
            "asks": _("Wat de aanbieder vraagt"),
        }
        help_texts = {  # noqa: RUF012 - Django's own
            "starts_on": _("Leeg als iemand altijd kan beginnen."),
            "hours_per_week": _("Leeg als de uren in overleg zijn."),
            "places": _("Leeg als er geen grens is. Wie dit kiest, telt vanzelf mee."),
            "asks": _("Wordt verteld aan tafel. Niemand valt hierdoor buiten de mogelijkheden."),
        }
        widgets = {  # noqa: RUF012 - Django's own
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        language = reader_language()
        names = sorted((m.name.in_language(language), code) for code, m in MEASURES.items())
        choices = [("", _("kies")), *((code, name) for name, code in names)]
        self.fields["measure"] = forms.ChoiceField(label=_("Wat voor voorziening"), choices=choices)

"""Answer what a jobseeker asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.guidance.file.field import Field, Plain
from streekwerk.guidance.file.source import FactSource
from streekwerk.screens.caseworker.forms.facts import form_field, initial, is_empty
from streekwerk.screens.design.templatetags.design import reader_language

YES, NO = "yes", "no"


class InviteForm(forms.Form):
    """Where the link goes; without an address it is handed over."""

    email = forms.EmailField(
        label=_("Mailadres"),
        required=False,
        help_text=_("Leeg is: u geeft de link zelf, bijvoorbeeld op papier."),
    )


class AnswerForm(forms.Form):
    """An answer in words; the browser colours nothing red before a word was written."""

    use_required_attribute = False
    words = forms.CharField(
        label=_("Uw antwoord"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    @property
    def is_granted(self) -> bool | None:
        """Whether it is done; nothing for what is only answered."""
        chosen = self.cleaned_data.get("granted")
        return None if chosen is None else bool(chosen == YES)


class ErasureAnswerForm(AnswerForm):
    """Whether everything may be erased, with the reason either way: the person reads it."""

    field_order = ("granted", "words")
    granted = forms.ChoiceField(
        label=_("Mag alles worden gewist?"),
        choices=[
            (YES, _("Ja. Een beheerder kijkt mee en vernietigt het dossier")),
            (NO, _("Nee, de gemeente moet het nog bewaren")),
        ],
        widget=forms.RadioSelect,
    )


class CorrectionAnswerForm(AnswerForm):
    """Whether it is corrected, to what, and why not. The old value stays as history."""

    field_order = ("granted", "value", "source", "words")

    def __init__(
        self,
        field: Field | None,
        value: Plain | None,
        data: Any = None,  # noqa: ANN401 - Django's own
    ) -> None:
        super().__init__(data)
        self.about = field
        self.fields["granted"] = forms.ChoiceField(
            label=_("Verbetert u het?"),
            choices=[(YES, _("Ja")), (NO, _("Nee"))],
            widget=forms.RadioSelect,
        )
        if field is not None:
            self.fields["value"] = form_field(field)
            self.fields["value"].label = _("Wat het moet zijn")
            self.fields["value"].initial = initial(field, value)
            self.fields["source"] = forms.ChoiceField(
                label=_("Hoe weten we dit?"),
                choices=FactSource.pairs(reader_language())[:3],
                initial=FactSource.JOBSEEKER.value,
                widget=forms.RadioSelect,
            )
            self.fields["words"].required = False
            self.fields["words"].help_text = _("Nodig als u het niet verbetert: schrijf waarom.")
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Ask for the new value with a yes, and for a reason with a no."""
        given = super().clean() or {}
        yes = given.get("granted") == YES
        if self.about is not None and yes and is_empty(given.get("value")):
            self.add_error("value", _("Vul in wat het moet zijn."))
        if given.get("granted") == NO and not given.get("words", "").strip():
            self.add_error("words", _("Schrijf waarom u het niet verbetert."))
        return given

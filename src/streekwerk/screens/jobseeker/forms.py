"""The forms of the portal: few questions, plain words, nothing needed that can stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.guidance.file.field import Field, Plain
from streekwerk.guidance.file.source import FactState
from streekwerk.guidance.plan.steps import NotDoneReason
from streekwerk.people.models import ObjectionKind
from streekwerk.screens.caseworker.forms.facts import form_field, initial, is_empty
from streekwerk.screens.design.templatetags.design import reader_language

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

LONGEST = 2000


def own_words(label: Words, *, required: bool = True, rows: int = 4) -> forms.CharField:
    """Return a field for own words."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=LONGEST, widget=area)


class PlainForm(forms.Form):
    """A form whose fields the browser does not colour red before anybody wrote a word."""

    use_required_attribute = False


class OwnFieldForm(PlainForm):
    """One field of the own file: what it is, or that one does not know or would rather not say."""

    def __init__(self, field: Field, value: Plain | None, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data)
        self.fields["value"] = form_field(field)
        self.fields["value"].initial = initial(field, value)
        self.fields["state"] = forms.ChoiceField(
            label=_("Wilt u dit invullen?"),
            choices=[
                (FactState.KNOWN.value, _("Ja, ik heb het hierboven ingevuld")),
                (FactState.NOT_YET.value, _("Ik weet het nog niet")),
                (FactState.DECLINED.value, _("Dat wil ik niet zeggen")),
            ],
            initial=FactState.KNOWN.value,
            widget=forms.RadioSelect,
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a value exactly when it is said to be filled in."""
        given = super().clean() or {}
        if given.get("state") == FactState.KNOWN and is_empty(given.get("value")):
            self.add_error("value", _("Vul iets in, of kies dat u het nog niet weet."))
        return given


class CorrectionForm(PlainForm):
    """What is wrong, and what it should be."""

    words = own_words(_("Wat klopt er niet, en wat moet het zijn?"))


class NotDoneForm(PlainForm):
    """Why a step was not taken: plain reasons, none of them wrong."""

    reason = forms.ChoiceField(label=_("Waardoor kwam het?"), widget=forms.RadioSelect)
    note = own_words(_("Wilt u er iets bij schrijven?"), required=False, rows=2)

    def __init__(self, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data)
        self.fields["reason"].choices = NotDoneReason.pairs(reader_language())  # type: ignore[attr-defined]  # a choice field


class HelpForm(PlainForm):
    """What one needs."""

    words = own_words(_("Waar wilt u hulp bij?"))


class ErasureForm(PlainForm):
    """Why one wants everything erased."""

    words = own_words(_("Waarom wilt u dit?"), rows=3)


class PreferenceForm(PlainForm):
    """Why one would choose this."""

    words = own_words(
        _("Waarom wilt u dit? Dit hoeft u niet in te vullen."), required=False, rows=2
    )


class ObjectionForm(PlainForm):
    """What one disagrees with."""

    kind = forms.ChoiceField(label=_("Waar gaat het over?"), widget=forms.RadioSelect)
    words = own_words(_("Vertel in uw eigen woorden wat er niet klopt"), rows=6)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data, **kwargs)
        self.fields["kind"].choices = ObjectionKind.pairs(reader_language())  # type: ignore[attr-defined]  # a choice field


class UseForm(PlainForm):
    """Why one objects to the use of the own records; no reason is asked."""

    words = own_words(_("Wilt u zeggen waarom? Dit hoeft niet."), required=False, rows=2)

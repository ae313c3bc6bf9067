"""How many people a group has, and what work may ask of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.matching.inventory import Level, Moment
from streekwerk.matching.skills import SKILLS
from streekwerk.screens.employer.forms.inventory import HARM, HEAVINESS, levels, scale
from streekwerk.screens.employer.words import said
from streekwerk.work import refusals
from streekwerk.work.actions.groups import FIELDS
from streekwerk.work.models import RegionalGroup

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

    _GroupForm = forms.ModelForm[RegionalGroup]
else:
    _GroupForm = forms.ModelForm

SUSTAINED = ("physical", "cognitive", "social", "energetic")


class GroupForm(_GroupForm):
    """A group: its count first, for that is what changes most."""

    use_required_attribute = False

    class Meta:
        """In the order in which one thinks of it."""

        model = RegionalGroup
        fields = FIELDS
        labels = {  # noqa: RUF012 - Django's own
            "people": _("Hoeveel mensen zijn dat in uw regio?"),
            "counted_on": _("Geteld op"),
            "counted_from": _("Waar komt het aantal vandaan?"),
            "name_nl": _("Naam"),
            "name_en": _("Naam in het Engels"),
            "says_nl": _("Wat mag werk van hen vragen?"),
            "says_en": _("Hetzelfde in het Engels"),
            "level": _("Niveau nu"),
            "grows_to": _("Niveau binnen een jaar"),
            "peak_physical": _("Lichamelijk, hooguit"),
            "peak_cognitive": _("Denkwerk, hooguit"),
            "peak_social": _("Omgang met mensen, hooguit"),
            "peak_energetic": _("Energie, hooguit"),
            "physical": _("Lichamelijk, gemiddeld over de week"),
            "cognitive": _("Denkwerk, gemiddeld over de week"),
            "social": _("Omgang met mensen, gemiddeld over de week"),
            "energetic": _("Energie, gemiddeld over de week"),
            "shortest": _("Kortste week, in halve uren"),
            "longest": _("Langste week, in halve uren"),
            "guidance": _("Begeleiding, in procenten van wat een taak gewoonlijk vraagt"),
            "most_risk": _("Wat als het misgaat, hooguit"),
        }
        help_texts = {  # noqa: RUF012 - Django's own
            "people": _("Leeg als u het niet weet. Dan telt elke groep even zwaar."),
            "counted_from": _("Bijvoorbeeld de kandidatenlijst van het werkgeversservicepunt."),
            "physical": _("In tienden: 20 is gemiddeld gewoon werk."),
        }
        widgets = {  # noqa: RUF012 - Django's own
            "counted_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        super().__init__(*args, **kwargs)
        for name in ("level", "grows_to"):
            self._choose(name, levels())
        for kind in SUSTAINED:
            self._choose(f"peak_{kind}", scale(HEAVINESS))
        self._choose("most_risk", scale(HARM))
        self._tick("moments", _("Wanneer"), [(each.value, said(each.words)) for each in Moment])
        self._tick("skills", _("Wat zij kunnen of op de werkplek leren"), _skills())
        for level in ("level", "grows_to"):
            self.fields[level].initial = getattr(self.instance, level) or int(Level.ENTRY)

    def clean(self) -> dict[str, Any]:
        """Refuse a week or a growth that goes backward."""
        given = super().clean() or {}
        for low, high in (("shortest", "longest"), ("level", "grows_to")):
            one, other = given.get(low), given.get(high)
            if one is not None and other is not None and one > other:
                self.add_error(high, _("Dit is minder dan het veld ervoor."))
        source = given.get("counted_on") and given.get("counted_from")
        if given.get("people") is not None and not source:
            self.add_error("counted_on", said(refusals.NO_COUNT_SOURCE))
        return given

    def _choose(self, name: str, choices: list[tuple[int, str]]) -> None:
        label = self.fields[name].label
        self.fields[name] = forms.TypedChoiceField(label=label, choices=choices, coerce=int)

    def _tick(self, name: str, label: Words, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.MultipleChoiceField(
            label=label,
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=getattr(self.instance, name),
        )


def _skills() -> list[tuple[str, str]]:
    return [(key, said(words)) for key, words in SKILLS.items()]

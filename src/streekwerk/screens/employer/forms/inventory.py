"""Forms for roles and tasks: three things are needed, the rest starts from something sensible."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.matching.inventory import HEAVIEST, Level, Moment
from streekwerk.matching.skills import SKILLS, skill_key, skill_words
from streekwerk.screens.design.templatetags.design import reader_language
from streekwerk.vocabulary.language import Text
from streekwerk.work.models import Role, Task

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

HEAVINESS = (
    Text("geen", "none"),
    Text("licht", "light"),
    Text("gewoon", "ordinary"),
    Text("zwaar", "heavy"),
    Text("heel zwaar", "very heavy"),
)
PRESSURE = (
    Text("rustig", "calm"),
    Text("gewoon", "ordinary"),
    Text("druk", "busy"),
    Text("heel druk", "very busy"),
    Text("er blijft werk liggen", "work is left undone"),
)
ROOM = (
    Text("geen eigen ruimte", "no room of one's own"),
    Text("weinig", "a little"),
    Text("gewoon", "ordinary"),
    Text("veel", "much"),
    Text("bepaalt alles zelf", "decides everything oneself"),
)
HARM = (
    Text("niets ergs", "nothing bad"),
    Text("over te doen", "can be done again"),
    Text("schade of klacht", "damage or a complaint"),
    Text("gevaar", "danger"),
    Text("groot gevaar", "great danger"),
)


def levels() -> list[tuple[int, str]]:
    """Return the levels for a form."""
    return [(int(level), _capital(level.words)) for level in Level]


def scale(words: tuple[Text, ...]) -> list[tuple[int, str]]:
    """Return a scale from nought in words for a form."""
    return [(value, _capital(each)) for value, each in enumerate(words)]


def _capital(words: Text) -> str:
    said = words.in_language(reader_language())
    return said[:1].upper() + said[1:]


def _choice(label: Words, help_text: Words = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, help_text=help_text)


class RoleForm(forms.Form):
    """A role: name, people, hours, cost, level, pressure."""

    use_required_attribute = False

    name = forms.CharField(label=_("Naam van de functie"), max_length=120)
    people = forms.IntegerField(
        label=_("Hoeveel mensen hebben deze functie?"), min_value=1, max_value=10_000, initial=1
    )
    contract_hours = forms.DecimalField(
        label=_("Uren per week van één persoon"),
        required=False,
        min_value=Decimal("0.5"),
        max_value=Decimal(60),
        max_digits=4,
        decimal_places=1,
        help_text=_("Gemiddeld. Zo zien we of de taken samen ongeveer kloppen met de uren."),
    )
    cost = forms.DecimalField(
        label=_("Wat kost een uur u?"),
        min_value=Decimal(1),
        max_value=Decimal(500),
        decimal_places=2,
        help_text=_("In euro's, met alle lasten. Een schatting is genoeg."),
    )
    level = _choice(_("Niveau"))
    pressure = _choice(_("Hoe druk is het?"))

    def __init__(self, role: Role | None, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        first: dict[str, Any] = {"level": int(Level.BASIC), "pressure": 1}
        if role is not None:
            first = {name: getattr(role, name) for name in ("name", "people", "level", "pressure")}
            first |= {"contract_hours": role.contract_hours, "cost": f"{role.cost / 100:.2f}"}
        super().__init__(data, initial=first)
        self.fields["level"].choices = levels()  # type: ignore[attr-defined]  # a choice field
        self.fields["pressure"].choices = scale(PRESSURE)  # type: ignore[attr-defined]  # likewise

    def values(self) -> dict[str, Any]:
        """Return the fields of a role."""
        given = dict(self.cleaned_data)
        return given | {"cost": round(100 * given["cost"])}


class TaskForm(forms.Form):
    """A task: what, how long, which level; the rest under "more"."""

    use_required_attribute = False

    MAIN = ("name", "hours", "level", "core")
    name = forms.CharField(label=_("Wat gebeurt er?"), max_length=200)
    hours = forms.DecimalField(
        label=_("Uren per week"),
        min_value=Decimal("0.5"),
        max_value=Decimal(40_000),
        decimal_places=1,
        help_text=_("Van iedereen in deze functie samen. Halve uren mogen."),
    )
    level = _choice(_("Welk niveau vraagt deze taak?"))
    core = forms.BooleanField(
        label=_("Dit is de kern van het vak en blijft bij deze functie"), required=False
    )
    teaches = forms.BooleanField(
        label=_("Hier leert iemand iets waar u verder mee komt"), required=False
    )
    physical = _choice(_("Lichamelijk"))
    cognitive = _choice(_("Denkwerk"))
    social = _choice(_("Omgang met mensen"))
    energetic = _choice(_("Energie"))
    skills = forms.MultipleChoiceField(
        label=_("Wat moet iemand echt kunnen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen wat nodig is. Hoe minder, hoe meer mensen dit kunnen doen."),
    )
    moments = forms.MultipleChoiceField(
        label=_("Moet dit op een vast moment?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets aanvinken betekent: het maakt niet uit."),
    )
    guidance = forms.IntegerField(
        label=_("Begeleiding in het begin"),
        min_value=0,
        max_value=60,
        help_text=_("Minuten per uur, voor iemand die hier nieuw is."),
    )
    autonomy = _choice(_("Ruimte om zelf te bepalen hoe en wanneer"))
    risk = _choice(_("Wat als het misgaat?"))
    divisible = forms.BooleanField(
        label=_("Een deel van deze taak kan ook naar iemand anders"), required=False
    )

    def __init__(self, task: Task | None, usual_level: int, data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data, initial=_first(task, usual_level))
        own = task.skills if task else []
        for name in ("physical", "cognitive", "social", "energetic"):
            self._choose(name, scale(HEAVINESS))
        self._choose("level", levels())
        self._choose("autonomy", scale(ROOM))
        self._choose("risk", scale(HARM))
        self._choose("moments", [(each.value, _capital(each.words)) for each in Moment])
        keys = [*SKILLS, *(key for key in own if key not in SKILLS)]
        self._choose("skills", [(key, _capital(skill_words(key))) for key in keys])

    @property
    def main(self) -> list[forms.BoundField]:
        """Return the fields that everybody fills in."""
        return [self[name] for name in self.MAIN]

    @property
    def more(self) -> list[forms.BoundField]:
        """Return the fields that start from something sensible."""
        return [self[name] for name in self.fields if name not in self.MAIN]

    @property
    def more_wrong(self) -> bool:
        """Whether something under "more" must be put right."""
        return any(field.errors for field in self.more)

    def clean_hours(self) -> Decimal:
        """Refuse hours that are not whole or half."""
        hours: Decimal = self.cleaned_data["hours"]
        if (2 * hours) % 1:
            raise forms.ValidationError(_("Vul hele of halve uren in."))
        return hours

    def values(self) -> dict[str, Any]:
        """Return the fields of a task."""
        given = dict(self.cleaned_data)
        half_hours = int(2 * given.pop("hours"))
        skills = sorted(skill_key(words) for words in given.pop("skills"))
        return {**given, "half_hours": half_hours, "skills": skills}

    def _choose(self, name: str, choices: list[tuple[Any, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field


def _first(task: Task | None, usual_level: int) -> dict[str, Any]:
    if task is None:
        usual = {"physical": 1, "cognitive": 1, "social": 1, "energetic": 1, "risk": 0}
        more = {"level": usual_level, "autonomy": HEAVIEST // 2, "guidance": 5, "divisible": True}
        return usual | more
    names = [name for name in TaskForm.base_fields if name != "hours"]
    return {name: getattr(task, name) for name in names} | {"hours": f"{task.hours:g}"}


class FileForm(forms.Form):
    """A workbook with roles and tasks."""

    use_required_attribute = False

    file = forms.FileField(label=_("Uw ingevulde Excelbestand"))


class LibraryForm(forms.Form):
    """Which usual tasks of an occupation to take along."""

    use_required_attribute = False

    tasks = forms.MultipleChoiceField(
        label=_("Welke taken komen bij u voor?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één taak.")},
    )

    def __init__(self, choices: list[tuple[str, str]], data: Any = None) -> None:  # noqa: ANN401 - Django's own
        super().__init__(data, initial={"tasks": [key for key, _name in choices]})
        self.fields["tasks"].choices = choices  # type: ignore[attr-defined]  # a choice field

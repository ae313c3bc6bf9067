"""Inviting somebody, changing a role, and one's own details."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.accounts.models import Municipality, Role
from streekwerk.screens.account.forms.name import NameForm
from streekwerk.screens.design.templatetags.design import reader_language


def role_choices(roles: Iterable[Role]) -> list[tuple[str, str]]:
    """Return the roles to choose from, in the order of the design, in the reader's language."""
    wanted = set(roles)
    language = reader_language()
    return [(role.value, role.words.in_language(language)) for role in Role if role in wanted]


class InviteForm(forms.Form):
    """Who, in which role, and where the link may be mailed."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=60)
    last_name = forms.CharField(label=_("Achternaam"), max_length=80)
    role = forms.ChoiceField(label=_("Rol"), widget=forms.RadioSelect)
    municipality: forms.ModelChoiceField[Municipality] = forms.ModelChoiceField(
        label=_("Gemeente"), queryset=None, required=False
    )
    email = forms.EmailField(label=_("E-mailadres"), required=False)

    def __init__(
        self,
        roles: Iterable[Role],
        places: Any,  # noqa: ANN401 - a query set of municipalities, or None
        *args: Any,  # noqa: ANN401 - Django's
        mailed: bool,
        **kwargs: Any,  # noqa: ANN401 - Django's
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]
        self.fields["email"].help_text = (
            _("Daar gaat de link heen. Zonder adres krijgt u de link zelf te zien.")
            if mailed
            else _("Dit wordt de inlognaam. De link krijgt u zelf te zien.")
        )
        if places is None:
            del self.fields["municipality"]
        else:
            self.fields["municipality"].queryset = places  # type: ignore[attr-defined]
            self.fields["municipality"].help_text = _("Alleen voor een beheerder.")


class RoleForm(forms.Form):
    """Another role."""

    role = forms.ChoiceField(label=_("Nieuwe rol"), widget=forms.RadioSelect)

    def __init__(self, roles: Iterable[Role], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]


class DetailsForm(NameForm):
    """The own name and language."""

    language = forms.ChoiceField(
        label=_("Taal"),
        choices=[("nl", "Nederlands"), ("en", "English")],
        widget=forms.RadioSelect,
    )

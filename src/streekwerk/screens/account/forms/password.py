"""Choosing a password: twelve signs or more, not a well-known one, and no other rules."""

# mypy: disable-error-code="misc"
from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from streekwerk.accounts.models import User
from streekwerk.screens.account.forms.entrance import password_field
from streekwerk.screens.account.forms.name import NameForm

HINT = _("Minstens 12 tekens. Een zin van een paar woorden is makkelijk te onthouden.")


class _Choosing(forms.Form):
    """A new password, typed once: whoever mistypes it asks for a new link."""

    user: User | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["password1"] = password_field(_("Nieuw wachtwoord"), HINT, new=True)
        self.fields.pop("password2", None)

    def clean_password1(self) -> str:
        """Refuse what is too short, well-known, or like the name."""
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password


class ChangeForm(_Choosing, allauth.ChangePasswordForm):
    """The present password, and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = password_field(_("Huidig wachtwoord"))


class SetForm(_Choosing, allauth.SetPasswordForm):
    """A first password, for who had none."""


class FromLinkForm(_Choosing, allauth.ResetPasswordKeyForm):
    """A new password, for who holds a link."""


class AcceptForm(NameForm):
    """Name and password of somebody who was invited."""

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"] = password_field(_("Kies een wachtwoord"), HINT, new=True)

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is too short, well-known, or like the name."""
        kept = super().clean() or {}
        person = User(
            username=self.email,
            email=self.email,
            first_name=kept.get("first_name", ""),
            last_name=kept.get("last_name", ""),
        )
        if "password" in kept:
            try:
                validate_password(kept["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return kept

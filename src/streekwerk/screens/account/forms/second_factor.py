"""Setting up an app or a passkey."""

# mypy: disable-error-code="misc"
from __future__ import annotations

from typing import Any

from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from streekwerk.screens.account.forms.entrance import code_field


class ActivateAppForm(totp.ActivateTOTPForm):
    """The first code of an app, as proof that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()
        self.fields["code"].label = _("De zes cijfers die de app nu toont")


def _name() -> forms.CharField:
    return forms.CharField(
        label=_("Naam"),
        help_text=_("Zodat u weet op welk apparaat deze staat, bijvoorbeeld: mijn telefoon."),
        max_length=60,
        required=False,
    )


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """A name, and what the device answers. The device must ask for finger, face or PIN."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        self.fields["name"] = _name()

    def clean(self) -> dict[str, Any]:
        """Ask more than that the device was touched: that it knew who touched it."""
        if self.cleaned_data.get("credential"):
            self.cleaned_data["passwordless"] = True
        kept: dict[str, Any] = super().clean()
        return kept


class RenamePasskeyForm(webauthn.EditWebAuthnForm):
    """Another name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["name"] = _name()
        self.fields["name"].required = True

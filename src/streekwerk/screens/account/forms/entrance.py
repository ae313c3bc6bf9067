"""Name and password, a code, and who you are once more."""

# mypy: disable-error-code="misc"
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import forms as allauth
from allauth.mfa.base import forms as codes
from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise


def code_field() -> forms.CharField:
    """Return a field for six digits, or for a recovery code."""
    return forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
    )


def password_field(
    label: StrOrPromise, hint: StrOrPromise = "", *, new: bool = False
) -> forms.CharField:
    """Return a field for a password; nothing in it is trimmed or forbidden to paste."""
    complete = "new-password" if new else "current-password"
    return forms.CharField(
        label=label,
        help_text=hint,
        strip=False,
        max_length=256,
        widget=forms.PasswordInput(attrs={"autocomplete": complete}),
    )


class LoginForm(allauth.LoginForm):
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("E-mailadres of inlognaam"),
            max_length=150,
            widget=forms.TextInput(
                attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
            ),
        )
        self.fields["password"] = password_field(_("Wachtwoord"))


class ReauthenticateForm(allauth.ReauthenticateForm):
    """The own password, once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Uw wachtwoord"))


class CodeForm(codes.AuthenticateForm):
    """The code of an app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()


class CodeAgainForm(codes.ReauthenticateForm):
    """The same, for who is signed in already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field()


class ForgottenForm(forms.Form):
    """Where to mail a link."""

    login = forms.CharField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )

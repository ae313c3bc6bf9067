"""What is said when coming in does not work: the same whether or not an account exists."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_WRONG = _("Deze naam en dit wachtwoord horen niet bij elkaar. Kijk ze allebei na.")
_WRONG_CODE = _("Deze code klopt niet. Kijk of het de nieuwste is en probeer het opnieuw.")

SIGN_IN_ERRORS = {
    "account_inactive": _("Dit account is uitgeschakeld."),
    "email_password_mismatch": _WRONG,
    "username_password_mismatch": _WRONG,
    "incorrect_password": _("Dit is niet uw wachtwoord."),
    "enter_current_password": _("Dit is niet uw huidige wachtwoord."),
    "incorrect_code": _WRONG_CODE,
    "invalid_login": _WRONG,
    "invalid_password_reset": _("Deze link werkt niet (meer)."),
    "too_many_login_attempts": _("Te vaak geprobeerd. Probeer het over een kwartier opnieuw."),
    "rate_limited": _("Te vaak geprobeerd. Probeer het over een kwartier opnieuw."),
}
SECOND_FACTOR_ERRORS = {
    "cannot_delete_authenticator": _(
        "Dit is uw laatste tweede stap. Stel eerst een andere in, dan kan deze weg."
    ),
    "cannot_generate_recovery_codes": _("Stel eerst een app of een passkey in."),
    "incorrect_code": _WRONG_CODE,
}

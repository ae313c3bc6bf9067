"""Mail about accounts: short, plain, in the reader's language, nothing personal in it."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage

from streekwerk.accounts.entry.permissions import mail_is_sent
from streekwerk.accounts.models import User
from streekwerk.vocabulary.language import Language, Text

_LOGGER = logging.getLogger("streekwerk.entry")


def send(to: str, language: str, subject: Text, *paragraphs: Text) -> bool:
    """Send a mail; returns whether it went. A refusal is logged, without the address."""
    if not mail_is_sent() or not to:
        return False
    spoken: Language = "en" if language == "en" else "nl"
    body = "\n\n".join(part.in_language(spoken) for part in paragraphs)
    greeting = Text("Met vriendelijke groet,\nStreekwerk", "Kind regards,\nStreekwerk")
    message = EmailMessage(
        subject.in_language(spoken), f"{body}\n\n{greeting.in_language(spoken)}\n", to=[to]
    )
    try:
        return bool(message.send())
    except (SMTPException, OSError) as error:
        _LOGGER.error("mail could not be sent: %s", type(error).__name__)  # noqa: TRY400 - the address may be in the traceback
        return False


def invitation(to: str, role: Text, place: str, link: str) -> bool:
    """Mail an invitation in both languages: we do not know yet which the reader speaks."""
    subject = Text("Uitnodiging voor Streekwerk", "Invitation to Streekwerk")
    where_nl, where_en = (f" van {place}", f" of {place}") if place else ("", "")
    return send(
        to,
        "nl",
        Text(f"{subject.nl} / {subject.en}", subject.en),
        _same("Beste collega of deelnemer,"),
        _same(f"U bent uitgenodigd voor Streekwerk, als {role.nl.lower()}{where_nl}."),
        _same(f"Open deze link en kies een wachtwoord:\n{link}"),
        _same("De link werkt één keer, zeven dagen lang. Verwacht u dit niet? Doe dan niets."),
        _same(
            f"English: you are invited to Streekwerk as {role.en.lower()}{where_en}."
            " Open the link above and choose a password. It works once, for seven days."
        ),
    )


def reset_link(person: User, link: str) -> bool:
    """Mail the link with which ``person`` chooses a new password."""
    return send(
        person.email,
        person.language,
        Text("Een nieuw wachtwoord kiezen", "Choose a new password"),
        Text(
            "U vroeg om een nieuw wachtwoord voor Streekwerk. Open deze link om het te kiezen:\n"
            + link,
            "You asked for a new password for Streekwerk. Open this link to choose it:\n" + link,
        ),
        Text(
            "De link werkt één keer, één dag lang. Vroeg u dit niet? Dan hoeft u niets te doen.",
            "The link works once, for one day. You did not ask for this? Then do nothing.",
        ),
    )


NOTICES = {
    "password_changed": Text("Uw wachtwoord is veranderd.", "Your password was changed."),
    "password_reset": Text("Uw wachtwoord is veranderd.", "Your password was changed."),
    "password_set": Text("U hebt nu een wachtwoord.", "You now have a password."),
    "totp_activated": Text(
        "U logt nu in met een app met codes.", "You now sign in with an app with codes."
    ),
    "totp_deactivated": Text(
        "De app met codes hoort niet meer bij uw account.",
        "The app with codes no longer belongs to your account.",
    ),
    "webauthn_added": Text(
        "Er is een passkey bij uw account gekomen.", "A passkey was added to your account."
    ),
    "webauthn_removed": Text(
        "Er is een passkey van uw account verwijderd.",
        "A passkey was removed from your account.",
    ),
    "recovery_codes_generated": Text(
        "U hebt nieuwe herstelcodes gemaakt.", "You made new recovery codes."
    ),
    "second_factor_reset": Text(
        "De beheerder heeft uw tweede stap gewist. Stel bij het inloggen een nieuwe in.",
        "The administrator erased your second step. Set up a new one when you sign in.",
    ),
    "password_link_made": Text(
        "De beheerder heeft voor u een link gemaakt om een nieuw wachtwoord te kiezen.",
        "The administrator made a link for you to choose a new password.",
    ),
}


def notice(person: User, what: str) -> bool:
    """Tell ``person`` what changed in the own account; a key of ``NOTICES``."""
    return send(
        person.email,
        person.language,
        Text("Er is iets veranderd aan uw account", "Something changed in your account"),
        NOTICES[what],
        Text(
            "Hebt u dit niet zelf gedaan of gevraagd? Neem dan meteen contact op met uw beheerder.",
            "Did you not do or ask this? Then contact your administrator at once.",
        ),
    )


def _same(said: str) -> Text:
    return Text(said, said)

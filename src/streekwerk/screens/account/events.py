"""What the audit log says about signing in, in words."""

from __future__ import annotations

from streekwerk.accounts.models import AuditEntry
from streekwerk.vocabulary.language import Text

WORDS = {
    "sign_in.succeeded": Text("U logde in.", "You signed in."),
    "sign_in.failed": Text(
        "Iemand typte een verkeerd wachtwoord of een verkeerde code.",
        "Somebody typed a wrong password or a wrong code.",
    ),
    "sign_in.locked": Text(
        "Uw account was een kwartier gesloten na te veel pogingen.",
        "Your account was closed for a quarter of an hour after too many attempts.",
    ),
    "sign_in.refused": Text(
        "Inloggen mocht niet: het account was uitgeschakeld.",
        "Signing in was refused: the account was switched off.",
    ),
    "session.closed": Text("U logde uit.", "You signed out."),
    "session.expired": Text("Uw sessie stopte vanzelf.", "Your session ended by itself."),
    "session.ended": Text("U stopte een sessie.", "You ended a session."),
    "session.ended_by_administrator": Text(
        "De beheerder stopte uw sessies.", "The administrator ended your sessions."
    ),
    "second_factor.added": Text("U stelde een tweede stap in.", "You set up a second step."),
    "second_factor.removed": Text("U haalde een tweede stap weg.", "You removed a second step."),
    "second_factor.codes_made": Text("U kreeg herstelcodes.", "You were given recovery codes."),
    "second_factor.codes_renewed": Text(
        "U maakte nieuwe herstelcodes.", "You made new recovery codes."
    ),
    "second_factor.reset": Text(
        "De beheerder wiste uw tweede stap.", "The administrator erased your second step."
    ),
    "password.changed": Text("Er is een nieuw wachtwoord gekozen.", "A new password was chosen."),
    "password.link_mailed": Text(
        "Er ging een mail uit voor een nieuw wachtwoord.",
        "A mail for a new password was sent.",
    ),
    "password.link_made": Text(
        "De beheerder maakte een link voor een nieuw wachtwoord.",
        "The administrator made a link for a new password.",
    ),
    "account.role_changed": Text("U kreeg een andere rol.", "You got another role."),
    "account.deactivated": Text("Uw account werd uitgeschakeld.", "Your account was switched off."),
    "account.reactivated": Text(
        "Uw account werd weer aangezet.", "Your account was switched on again."
    ),
    "account.rights_confirmed": Text(
        "Er is bevestigd dat u deze rol nog nodig hebt.",
        "It was confirmed that you still need this role.",
    ),
    "account.details_changed": Text(
        "U veranderde uw naam of taal.", "You changed your name or language."
    ),
    "account.list_exported": Text(
        "U haalde de lijst van mensen met toegang op.",
        "You took the list of people with access.",
    ),
}
# What deserves a second look.
CARE = frozenset({"sign_in.failed", "sign_in.locked", "second_factor.reset", "password.link_made"})


def event_words(entry: AuditEntry) -> Text:
    """Say what happened; an event without words of its own by its code."""
    return WORDS.get(entry.action, Text(entry.action, entry.action))

"""What other apps may hear. They know us; we do not know them."""

from __future__ import annotations

from django.dispatch import Signal

# Sent in the transaction of the acceptance, with ``invitation`` and ``user``. Whoever made
# an invitation with a ``subject`` connects here and links that subject to the user; an
# exception undoes the acceptance.
invitation_accepted = Signal()

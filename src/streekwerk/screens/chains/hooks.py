"""What chains add to other pages: lines on the network map, a panel on an employer's page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from streekwerk.accounts.models import User
from streekwerk.partners.models import Employer
from streekwerk.partners.network import Together, bond_source
from streekwerk.screens.adviser.extension import panel
from streekwerk.vocabulary.language import Text
from streekwerk.work.queries.chains import chains_of, confirmed_bonds

_WORDS = Text("delen een baan", "share a job")


@bond_source
def bonds(user: User) -> Iterable[Together]:
    """Give a line between every two employers that share a confirmed job."""
    pairs = {
        pair
        for _proposal, employers in confirmed_bonds(user)
        for pair in combinations(sorted(employers), 2)
    }
    return [Together(one, other, _WORDS) for one, other in sorted(pairs)]


@panel("chains/panel.html")
def chains_panel(user: User, employer: Employer) -> dict[str, Any] | None:
    """Show in which chains an employer takes part; nothing when in none."""
    found = chains_of(user, employer)
    return {"members": found} if found else None

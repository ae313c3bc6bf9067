"""Work by week of the fictitious employers, a proposal that waits and one that was confirmed.

Everything is invented. Loading twice changes nothing. The search over the whole region is
not run here: a visitor asks for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np

from streekwerk.accounts.models import User
from streekwerk.accounts.scope import Scope, acting
from streekwerk.demo.employers.generate import employers_of_middenland
from streekwerk.demo.employers.model import DemoEmployer
from streekwerk.matching.chains.candidates import find
from streekwerk.partners import demo as partners
from streekwerk.partners import queries
from streekwerk.work.actions.chains import Asked, propose
from streekwerk.work.actions.chains_past import confirm_fictitious, load_demand
from streekwerk.work.chaining import rules_of
from streekwerk.work.models import WeeklyDemand
from streekwerk.work.queries.chains import proposals
from streekwerk.work.queries.demand import demand_visible_to, placed, pure

FORM, WITHIN = "large", 15.0
# Around one employer so many others are looked at: it must be quick.
NEAREST = 24


def load(say: Callable[[str], None] = lambda _line: None) -> None:
    """Write down the work by week and two chains, unless they are there.

    After ``work.demo.load``; ``partners.demo.load`` has made the employers and advisers.
    """
    start = time.monotonic()
    adviser = User.objects.get(username=next(iter(partners.ADVISERS.values()))[0])
    with acting(Scope.of(adviser)):
        drawn = employers_of_middenland(partners.SEED).employers
        rows = load_rows(adviser, drawn)
        if rows and not proposals(adviser).exists():
            chains = load_chains(adviser, drawn[partners.played(drawn)])
            say(
                f"{len(rows):,} kinds of work by week and {chains} chains of fictitious "
                f"employers in {time.monotonic() - start:.0f} s"
            )


def load_rows(adviser: User, drawn: Sequence[DemoEmployer]) -> list[WeeklyDemand]:
    """Write the work by week of those that are kept and have none."""
    kept = {
        (each.kvk_number, each.establishment_number): each
        for each in queries.visible_to(adviser).select_related("municipality")
    }
    pairs, titles = [], {}
    for one in drawn:
        employer = kept.get((one.kvk_number, one.establishment_number))
        for demand in one.demands if employer is not None else ():
            assert employer is not None  # noqa: S101 - just looked; for the type checker
            role = demand.key.split(".", 1)[1]
            titles[demand.key] = one.inventory.role_of[role].name
            pairs.append((employer, demand))
    return load_demand(adviser, pairs, titles)


def load_chains(adviser: User, played: DemoEmployer) -> int:
    """Confirm a chain of others, and propose one to the employer that can be played."""
    rows = placed(demand_visible_to(adviser).order_by("pk"))
    own = [row for row in rows if row.employer.kvk_number == played.kvk_number]
    made = 0
    used: set[int] = set()
    for centre, confirmed in ((rows[0], True), *((row, False) for row in own[:1])):
        chain = _best_around(centre, [row for row in rows if row.employer_id not in used])
        if chain is None:
            continue
        used |= {row.employer_id for row in chain}
        proposal = propose(adviser, Asked.of(chain, FORM, WITHIN))
        made += 1
        if confirmed:
            confirm_fictitious(adviser, proposal)
    return made


def _best_around(centre: WeeklyDemand, rows: Sequence[WeeklyDemand]) -> list[WeeklyDemand] | None:
    """Return the work of the most valuable chain with ``centre`` in it and its neighbours."""
    here = pure(centre).place
    others = [row for row in rows if row.employer_id != centre.employer_id]
    others.sort(key=lambda row: (pure(row).place.distance(here), row.pk))
    near = [centre, *others[:NEAREST]]
    found = find([pure(row) for row in near], rules_of(FORM, WITHIN))
    with_centre = np.flatnonzero((found.members == 0).any(axis=1))
    if with_centre.size == 0:
        return None
    best = with_centre[np.argmax(found.value[with_centre])]
    return [near[number] for number in found.members[best] if number >= 0]

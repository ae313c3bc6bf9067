"""Set a municipality up to deliver, and let it take part in what the region computes."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from streekwerk.accounts import audit
from streekwerk.accounts.models import User
from streekwerk.accounts.permissions import require
from streekwerk.deliveries.keys import check_of, key_of, make_key
from streekwerk.deliveries.models import Reporter, Source
from streekwerk.deliveries.permissions import may_administer, own_municipality
from streekwerk.registers.sources.mapping import ColumnMapping


@transaction.atomic
def set_up_reporter(user: User, code: str) -> Reporter:
    """Let the user's municipality deliver for ``code``; makes its pseudonym key.

    Once is enough. Refused when the code was set up before and its key has gone:
    a new key would make strangers of everybody in the records.

    Raises
    ------
    ValidationError : the code is not four digits.
    Refused : its key has gone.
    """
    require(may_administer(user))
    known = Reporter.objects.filter(code=code).first()
    if known is not None:
        require(known.municipality_id == user.municipality_id)
        key_of(code, known.key_check)
        return known
    reporter = Reporter(municipality=user.municipality, code=code)
    reporter.clean_fields(exclude=("key_check", "in_region_since", "in_region_by"))
    reporter.key_check = check_of(make_key(code))
    reporter.save()
    audit.record(user, "reporter.set_up", reporter, code=code)
    return reporter


@transaction.atomic
def join_region(user: User, reporter: Reporter) -> None:
    """Let records be computed with for the region together; only results leave, never records."""
    require(may_administer(user) and reporter.municipality_id == user.municipality_id)
    if reporter.in_region_since is None:
        reporter.in_region_since, reporter.in_region_by = timezone.now(), user
        reporter.save(update_fields=["in_region_since", "in_region_by"])
        audit.record(user, "reporter.joined_region", reporter)


@transaction.atomic
def leave_region(user: User, reporter: Reporter) -> None:
    """Keep records out of what the region computes from now on."""
    require(may_administer(user) and reporter.municipality_id == user.municipality_id)
    if reporter.in_region_since is not None:
        reporter.in_region_since = reporter.in_region_by = None
        reporter.save(update_fields=["in_region_since", "in_region_by"])
        audit.record(user, "reporter.left_region", reporter)


@transaction.atomic
def save_source(user: User, mapping: ColumnMapping) -> Source:
    """Keep how to read the municipality's own kind of file; renews one of the same name."""
    source, _ = Source.objects.update_or_create(
        municipality=own_municipality(user),
        name=mapping.name,
        defaults={"mapping": mapping.as_json(), "saved_by": user},
    )
    audit.record(user, "source.saved", source, name=mapping.name)
    return source

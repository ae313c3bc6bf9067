"""Whose money it is: accounts, and flows between them or in and out of society."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from streekwerk.vocabulary.language import Text


class Account(Enum):
    """Who gains or pays. ``SOCIETY`` is never booked on: it is the sum of the others."""

    EMPLOYER = "employer"
    MUNICIPALITY = "municipality"
    PERSON = "person"
    STATE = "state"
    SURROUNDINGS = "surroundings"
    SOCIETY = "society"

    @property
    def words(self) -> Text:
        """Name the account."""
        return _NAMES[self]


_NAMES = {
    Account.EMPLOYER: Text("werkgever", "employer"),
    Account.MUNICIPALITY: Text("gemeente", "municipality"),
    Account.PERSON: Text("mensen in de banen", "people in the jobs"),
    Account.STATE: Text("Rijk en fondsen", "state and funds"),
    Account.SURROUNDINGS: Text("leefomgeving", "environment"),
    Account.SOCIETY: Text("samenleving", "society"),
}


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount a year, from a payer to a receiver.

    A flow with both is a transfer: society is neither richer nor poorer. Without a payer
    something of value comes about; without a receiver something of value is used up.

    Attributes
    ----------
    name
        The row of the calculation that holds its amounts, in euros a year.
    in_cash
        False for what has value but never reaches a bank account (relief of pressure, CO₂).
    """

    name: str
    label: Text
    payer: Account | None
    receiver: Account | None
    in_cash: bool = True

    def __post_init__(self) -> None:
        if self.payer is self.receiver:
            raise ValueError(f"flow {self.name!r} goes from {self.payer} to itself")
        if Account.SOCIETY in (self.payer, self.receiver):
            raise ValueError(f"flow {self.name!r}: society is the sum of the others")

    @property
    def is_transfer(self) -> bool:
        """Whether one account pays what another receives."""
        return self.payer is not None and self.receiver is not None

    def sign_for(self, account: Account) -> int:
        """Return 1 where it is received, -1 where it is paid, 0 where it does not count."""
        if account is Account.SOCIETY:
            return int(self.payer is None) - int(self.receiver is None)
        return int(self.receiver is account) - int(self.payer is account)

"""Whether a choice went along with the evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.advice.conftest import DAY, evidence, training
from tests.advice.test_findings import MAIN
from tests.advice.test_options import ASSISTED

from streekwerk.advice import Offer, advise, request_for
from streekwerk.advice.following import followed, supported


def test_supported_is_what_probably_helps_and_nothing_more() -> None:
    offers = [training(), Offer("coach", "40", "Coach", "Werkwijzer")]
    region: dict[str, Any] = {"42": evidence(MAIN), "40": evidence(replace(MAIN, low=-0.1))}
    advice = advise(request_for(ASSISTED, DAY, offers, region=region))
    assert supported(advice) == {"42"}
    assert followed(advice, ["42", "40"]) is True
    assert followed(advice, ["not_now"]) is False
    bare = advise(request_for(ASSISTED, DAY, offers))
    assert followed(bare, ["42"]) is None

"""Every stored advice is made again byte for byte, whatever changed since."""

from __future__ import annotations

import pytest
from tests.cast import Cast
from tests.people.options.desk import Desk, offer, publish_round, record
from typer.testing import CliRunner

from streekwerk.accounts.models import Municipality
from streekwerk.accounts.scope import Scope, acting
from streekwerk.cli import advice as command
from streekwerk.evidence.cards.card import EvidenceCard
from streekwerk.people.actions import files
from streekwerk.people.actions.decisions import judge, show_advice
from streekwerk.people.actions.offers import change_offer, close_offer
from streekwerk.people.models import AdviceRecord
from streekwerk.people.replaying import replay_all


def _live(desk: Desk, cast: Cast, card: EvidenceCard) -> int:
    """Let data, offers, judgements and cards change, and ask for advice after each change."""
    made = set()
    for hours in range(2, 26, 2):
        record(desk.anna, desk.file, "hours_available", hours)
        made.add(show_advice(desk.anna, desk.file).pk)
    for value in (True, False, None):
        judge(desk.anna, desk.file, "42", "voorziening_noodzakelijk", value)
        made.add(show_advice(desk.anna, desk.file).pk)
    for seed in (1, 2, 3):
        publish_round(cast.dana, card, seed=seed)
        made.add(show_advice(desk.anna, desk.file).pk)
    change_offer(desk.tom, desk.coach, {"title": "Andere coach", "hours_per_week": None})
    made.add(show_advice(desk.anna, desk.file).pk)
    close_offer(desk.tom, desk.training)
    offer(desk.tom, "23", "Proefplaats bij de bakker", hours_per_week=20)
    made.add(show_advice(desk.anna, desk.file).pk)
    other = files.open_file(desk.els, files.Intake("Mina", "Bos"))
    with acting(Scope.of(desk.els)):
        made.add(show_advice(desk.els, other).pk)
    return len(made)


def test_all_stored_advice_replays_after_corrections_and_new_rounds(
    desk: Desk, cast: Cast, real_card: EvidenceCard
) -> None:
    made = _live(desk, cast, real_card)
    assert AdviceRecord.objects.count() == made == 21
    told: list[str] = []
    count = replay_all(told.append)
    assert told == []
    assert (count.all, count.identical) == (made, made)


def test_what_was_changed_behind_our_back_is_told(desk: Desk) -> None:
    shown = show_advice(desk.anna, desk.file)
    forged = {
        field.attname: getattr(shown, field.attname)
        for field in AdviceRecord._meta.concrete_fields
        if field.name not in {"id", "public_id", "made_at"}
    }
    forged["advice"] = shown.advice.replace("Nu niet", "Nu wel")
    AdviceRecord.objects.create(**forged)
    told: list[str] = []
    count = replay_all(told.append)
    assert (count.all, count.identical) == (2, 1)
    assert "not the one that was hashed" in told[0]


def test_the_command_says_how_many_and_fails_when_one_differs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_advice(desk.anna, desk.file)
    assert Municipality.objects.count() == 2
    # The test stands in the application already.
    monkeypatch.setattr("streekwerk.cli.web._application", lambda: acting(Scope()))
    result = CliRunner().invoke(command.app, ["replay"])
    assert result.exit_code == 0
    assert "1 of 1 stored advices identical" in result.output

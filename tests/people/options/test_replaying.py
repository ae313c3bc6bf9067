"""Every stored advice is made again byte for byte, whatever changed since."""

from __future__ import annotations

import pytest
from tests.cast import Cast
from tests.people.options.table import Table, offer, publish_round, record
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


def _live(table: Table, cast: Cast, card: EvidenceCard) -> int:
    """Let data, offers, judgements and cards change, and ask for advice after each change."""
    made = set()
    for hours in range(2, 26, 2):
        record(table.anna, table.file, "hours_available", hours)
        made.add(show_advice(table.anna, table.file).pk)
    for value in (True, False, None):
        judge(table.anna, table.file, "42", "voorziening_noodzakelijk", value)
        made.add(show_advice(table.anna, table.file).pk)
    for seed in (1, 2, 3):
        publish_round(cast.dana, card, seed=seed)
        made.add(show_advice(table.anna, table.file).pk)
    change_offer(table.tom, table.coach, {"title": "Andere coach", "hours_per_week": None})
    made.add(show_advice(table.anna, table.file).pk)
    close_offer(table.tom, table.training)
    offer(table.tom, "23", "Proefplaats bij de bakker", hours_per_week=20)
    made.add(show_advice(table.anna, table.file).pk)
    other = files.open_file(table.els, files.Intake("Mina", "Bos"))
    with acting(Scope.of(table.els)):
        made.add(show_advice(table.els, other).pk)
    return len(made)


def test_all_stored_advice_replays_after_corrections_and_new_rounds(
    table: Table, cast: Cast, real_card: EvidenceCard
) -> None:
    made = _live(table, cast, real_card)
    assert AdviceRecord.objects.count() == made == 21
    told: list[str] = []
    count = replay_all(told.append)
    assert told == []
    assert (count.all, count.identical) == (made, made)


def test_what_was_changed_behind_our_back_is_told(table: Table) -> None:
    shown = show_advice(table.anna, table.file)
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
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_advice(table.anna, table.file)
    assert Municipality.objects.count() == 2
    # The test stands in the application already.
    monkeypatch.setattr("streekwerk.cli.web._application", lambda: acting(Scope()))
    result = CliRunner().invoke(command.app, ["replay"])
    assert result.exit_code == 0
    assert "1 of 1 stored advices identical" in result.output

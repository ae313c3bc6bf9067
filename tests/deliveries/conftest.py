"""A municipality with two months of files, as its package would have written them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.cast import Cast, person

from streekwerk.accounts.models import Role, User
from streekwerk.deliveries.actions import checking, municipalities, receiving
from streekwerk.deliveries.models import Delivery, Reporter
from streekwerk.demo.config import Municipality as DemoMunicipality
from streekwerk.demo.config import RegionConfig
from streekwerk.demo.deliveries import write_deliveries
from streekwerk.demo.measures import DEFAULT_MEASURES

CODE = "9901"
CONFIG = RegionConfig(
    people=120,
    months=3,
    municipalities=(DemoMunicipality(CODE, "Hier", 1.0),),
    measures=tuple(m for m in DEFAULT_MEASURES if m.code in {"10", "40", "42", "49"}),
    start_rate=0.08,
    seed=7,
)


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the files of a small fictitious municipality once."""
    folder = tmp_path_factory.mktemp("region")
    write_deliveries(CONFIG, folder)
    return folder


@pytest.fixture
def own_state(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """Give the product a state directory of its own: keys and incoming files."""
    settings.STATE_DIRECTORY = tmp_path / "var"
    yield tmp_path / "var"
    left = list((tmp_path / "var" / "work").glob("*"))
    assert left == [], f"intermediate files were left behind: {left}"


@dataclass(frozen=True)
class Town:
    """Alice's municipality, ready to deliver."""

    cast: Cast
    admin: User
    reporter: Reporter
    files: Path
    state: Path

    def file(self, statistic: str, month: str) -> Path:
        """Return the file of a month."""
        return self.files / f"{statistic}_{CODE}_{month}.xml"

    def deliver(self, path: Path, *, check: bool = True) -> Delivery:
        """Have Alice deliver a file and have it checked."""
        receipt = receiving.receive(self.cast.alice, path.name, [path.read_bytes()])
        if check:
            checking.check_waiting_with(receipt.delivery.pk)
            receipt.delivery.refresh_from_db()
        return receipt.delivery


@pytest.fixture
def town(cast: Cast, region: Path, own_state: Path) -> Town:
    """Set Alice's municipality up."""
    admin = person("adam", Role.ADMINISTRATOR, cast.alice.municipality)
    reporter = municipalities.set_up_reporter(admin, CODE)
    return Town(cast, admin, reporter, region, own_state)

"""Mapping files: a wrong one is refused in words, before any data are read with it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.registers.examples import a_measure

from streekwerk.registers.exchange import read_srg, recognise, write_srg
from streekwerk.registers.files.mapping import provisional, read_mapping
from streekwerk.registers.layouts import LAYOUTS, SRG_2026
from streekwerk.registers.refusal import RefusedError

FOLDER = Path(__file__).parents[2] / "src" / "streekwerk" / "registers" / "files" / "profiles"


def written(path: Path, **changes: object) -> Path:
    data = yaml.safe_load((FOLDER / "voorlopig_srg_2026.yaml").read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(data | changes), encoding="utf-8")
    return path


def test_every_layout_has_a_profile_that_says_it_is_ours() -> None:
    for layout in LAYOUTS:
        assert provisional(layout).name == "voorlopig profiel"
        assert provisional(layout).layout is layout
    roots = {provisional(layout).levels[0] for layout in LAYOUTS}
    assert len(roots) == len(LAYOUTS)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"fields": {1: "/srgBestand/levering/jaar"}}, "ontbreken of zijn te veel: 2, 3"),
        ({"levels": {"delivery": "/a", "person": "/b/p", "measure": "/b/p/m"}}, "ligt niet binnen"),
        ({"statistic": "BDBS"}, "niet bekend"),
        ({"levels": {"delivery": "/x:a", "person": "/x:a/p", "measure": "/x:a/p/m"}}, "prefix x"),
        ({"fields": []}, "ontbreken"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(
    changes: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match=said):
        read_mapping(written(tmp_path / "m.yaml", **changes))


@pytest.mark.parametrize("text", ["[", "- 1", "", "\x00"])
def test_what_is_not_a_mapping_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(text)
    with pytest.raises(RefusedError):
        read_mapping(path)


def test_yaml_that_folds_into_itself_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    (tmp_path / "m.yaml").write_text("\n".join([*lines, "statistic: *a39", "name: *a39"]))
    with pytest.raises(RefusedError):
        read_mapping(tmp_path / "m.yaml")


def test_a_file_of_another_supplier_names_both_roots(tmp_path: Path) -> None:
    path = tmp_path / "srg.xml"
    write_srg([a_measure()], path)
    other = read_mapping(written(tmp_path / "m.yaml"))
    what = recognise(path, [other])
    path.write_text("<heelAnders/>")
    with pytest.raises(RefusedError, match=r"<heelAnders>.*<srgBestand>"):
        list(read_srg(what))
    with pytest.raises(RefusedError, match="lijkt niet op SRG of BUS"):
        recognise(path)
    assert what.layout is SRG_2026


def test_what_the_mapping_does_not_know_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "srg.xml"
    write_srg([a_measure()], path)
    text = path.read_text(encoding="utf-8")
    text = text.replace("<persoon>", "<persoon><extra><geslacht>9</geslacht></extra>")
    path.write_text(text, encoding="utf-8")
    assert [checked.record for checked in read_srg(path)] == [a_measure()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("</geslacht>", "</geslacht><geslacht>2</geslacht>"),
        ("</persoon>", "</persoon><levering><gemeentecode>0344</gemeentecode></levering>"),
    ],
)
def test_a_value_given_twice_is_never_chosen_between(
    before: str, after: str, tmp_path: Path
) -> None:
    path = tmp_path / "srg.xml"
    write_srg([a_measure()], path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(RefusedError, match="dubbel of te laat"):
        list(read_srg(path))

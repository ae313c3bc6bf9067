"""Where each field stands in an XML file: a replaceable mapping of field number to XPath.

The regulation names the fields, not the XML elements; those are in a schema
that CBS gives to suppliers. Streekwerk therefore reads and writes XML through
a mapping file. The one that comes with it is our own proposal, the *voorlopig
profiel*; a municipality that has the schema replaces it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from streekwerk.registers.layouts import LAYOUTS, Layout, Level
from streekwerk.registers.refusal import RefusedError
from streekwerk.vocabulary.language import Text

Steps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class XmlMapping:
    """The paths of one layout in XML.

    Attributes
    ----------
    name
        Shown to the user; the default is called *voorlopig profiel*.
    layout
        The fields it maps.
    levels
        Per level of the layout the path of the element that holds it.
    fields
        Per field number its path. A step is an element name (``{uri}name`` in a
        namespace), the last one may be an attribute (``@name``).
    """

    name: str
    layout: Layout
    levels: tuple[Steps, ...]
    fields: dict[int, Steps]

    @property
    def namespaces(self) -> frozenset[str]:
        """The namespace URIs used in any path."""
        steps = [step for path in (*self.levels, *self.fields.values()) for step in path]
        return frozenset(
            step.lstrip("@")[1:].partition("}")[0] for step in steps if step.lstrip("@")[:1] == "{"
        )


def read_mapping(path: Path) -> XmlMapping:
    """Read a mapping file.

    Raises
    ------
    RefusedError
        When the file is not a complete mapping; says what is missing.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        return _mapping(data, path.name)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _refused(
            path.name, Text("Dit is geen leesbaar YAML-bestand.", "This is not readable YAML.")
        ) from error


def provisional(layout: Layout) -> XmlMapping:
    """Return our own *voorlopig profiel* for a layout."""
    name = f"voorlopig_{layout.statistic.lower()}_{layout.edition}.yaml"
    source = files("streekwerk.registers.files") / "profiles" / name
    return _mapping(yaml.safe_load(source.read_text(encoding="utf-8")), name)


def _mapping(data: Any, file: str) -> XmlMapping:  # noqa: ANN401 -- YAML is anything until checked
    if not isinstance(data, dict):
        raise _refused(file, Text("Er staat geen indeling in.", "It holds no mapping."))
    layout = _layout(data, file)
    given = data.get("namespaces")
    prefixes = given if isinstance(given, dict) else {}
    levels = _paths(data.get("levels"), [str(level) for level in layout.levels], prefixes, file)
    numbers = [str(field.number) for field in layout.fields]
    fields = _paths(data.get("fields"), numbers, prefixes, file)
    mapping = XmlMapping(
        name=_word(data.get("name")) or file,
        layout=layout,
        levels=tuple(levels[str(level)] for level in layout.levels),
        fields={int(number): path for number, path in fields.items()},
    )
    _check_nesting(mapping, file)
    return mapping


def _layout(data: dict[str, Any], file: str) -> Layout:
    wanted = (_word(data.get("statistic")), _word(data.get("edition")))
    for layout in LAYOUTS:
        if (layout.statistic, layout.edition) == wanted:
            return layout
    raise _refused(
        file,
        Text(
            f"De statistiek {wanted[0]} {wanted[1]} is niet bekend.",
            f"The statistic {wanted[0]} {wanted[1]} is not known.",
        ),
    )


def _word(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _paths(
    given: object, wanted: list[str], prefixes: dict[str, str], file: str
) -> dict[str, Steps]:
    pairs = given.items() if isinstance(given, dict) else ()
    # Only plain words count: YAML can nest aliases into something that never ends.
    paths = {str(key): path for key, path in pairs if isinstance(path, str)}
    wrong = sorted(set(wanted).symmetric_difference(paths), key=lambda name: (len(name), name))
    if wrong:
        names = ", ".join(wrong)
        raise _refused(
            file,
            Text(f"Deze paden ontbreken of zijn te veel: {names}.", f"Missing or extra: {names}."),
        )
    return {key: _steps(path, prefixes, file) for key, path in paths.items()}


def _steps(path: str, prefixes: dict[str, str], file: str) -> Steps:
    steps = tuple(_expanded(step, prefixes, file) for step in path.strip().lstrip("/").split("/"))
    bare = [step.rpartition("}")[2].lstrip("@") for step in steps]
    if not all(name.replace("-", "_").replace(".", "_").isidentifier() for name in bare) or any(
        step.startswith("@") for step in steps[:-1]
    ):
        raise _refused(
            file,
            Text(
                f"Het pad {path} mag alleen namen en een laatste @attribuut hebben.",
                f"The path {path} may only have names and a last @attribute.",
            ),
        )
    return steps


def _expanded(step: str, prefixes: dict[str, str], file: str) -> str:
    sign, name = ("@", step[1:]) if step.startswith("@") else ("", step)
    prefix, colon, local = name.partition(":")
    if not colon:
        return step
    if prefix not in prefixes:
        raise _refused(
            file,
            Text(f"De prefix {prefix} is niet gegeven.", f"The prefix {prefix} is not given."),
        )
    return f"{sign}{{{prefixes[prefix]}}}{local}"


def _check_nesting(mapping: XmlMapping, file: str) -> None:
    for outer, inner in zip(mapping.levels, mapping.levels[1:], strict=False):
        if inner[: len(outer)] != outer:
            raise _refused(
                file,
                Text(
                    f"/{'/'.join(inner)} ligt niet binnen /{'/'.join(outer)}.",
                    f"/{'/'.join(inner)} is not inside /{'/'.join(outer)}.",
                ),
            )
    for field in mapping.layout.fields:
        level = mapping.levels[mapping.layout.levels.index(Level(field.level))]
        if mapping.fields[field.number][: len(level)] != level:
            raise _refused(
                file,
                Text(
                    f"Veld {field.number} ligt niet binnen /{'/'.join(level)}.",
                    f"Field {field.number} is not inside /{'/'.join(level)}.",
                ),
            )


def _refused(file: str, reason: Text) -> RefusedError:
    return RefusedError(
        file,
        reason,
        Text(
            "Vergelijk het met het voorlopig profiel en vul het aan.",
            "Compare it with the voorlopig profiel and complete it.",
        ),
    )

"""Who was compared, as streams: from registered starts to the two groups."""

from __future__ import annotations

from django.utils.translation import gettext as _

from streekwerk.charts import Column, DataTable, Figure, Flow, Place, Stream, flow
from streekwerk.evidence.target_trial.flow import Flow as Compared
from streekwerk.learning.counting import Counting
from streekwerk.vocabulary.language import Language, Text

TITLE = Text("Van geregistreerde starts naar vergelijking", "From registered starts to comparison")
REGISTERED = Text("geregistreerde starts", "registered starts")
IN_IT = Text("vergeleken", "compared")
LOST = {
    "no_history": Text("te vroeg: nog geen geschiedenis", "too early: no history yet"),
    "no_follow_up": Text("te recent: nog geen vervolg", "too recent: no follow-up yet"),
    "no_benefit": Text("geen bijstand in de maand ervoor", "not on benefit the month before"),
    "already_in_force": Text("de voorziening liep al", "the measure was already running"),
}


def flow_of(found: Compared, label: Text, counting: Counting, language: Language) -> Figure | None:
    """Return the picture; None where nothing is large enough to draw."""
    lost = {key: counting.round(getattr(found.lost_starts, key)) for key in LOST}
    kept = counting.round(found.registered_starts - found.lost_starts.total)
    ends = {"in": kept, **lost}
    if not any(ends.values()):
        return None
    names = {"in": IN_IT, **LOST}
    stages = (
        (Place("all", REGISTERED),),
        tuple(
            Place(key, names[key], "work" if key == "in" else "other")
            for key, count in ends.items()
            if count
        ),
    )
    streams = tuple(Stream("all", key, count) for key, count in ends.items() if count)
    return flow(
        Flow(Text(f"{TITLE.nl}: {label.nl}", f"{TITLE.en}: {label.en}"), stages, streams), language
    )


def flow_table(found: Compared, counting: Counting, language: Language) -> DataTable:
    """Return the two groups in numbers."""
    columns = (
        Column(_("Groep")),
        Column(_("Momenten"), numeric=True),
        Column(_("Mensen"), numeric=True),
        Column(_("Uit beeld geraakt"), numeric=True),
    )
    rows = tuple(
        (name, *(counting.say(value, language) for value in (arm.rows, arm.people, arm.lost)))
        for name, arm in (
            (_("Gestart"), found.started),
            (_("Niet gestart, ter vergelijking"), found.compared),
        )
    )
    return DataTable(_("Wie is vergeleken"), columns, rows, hide_caption=True)

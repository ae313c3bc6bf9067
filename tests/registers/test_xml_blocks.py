"""Known shapes are read exactly as the parser reads them, whatever stands between them."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekwerk.registers.files import xml_reader
from streekwerk.registers.files.mapping import provisional
from streekwerk.registers.layouts import SRG_2026
from streekwerk.registers.refusal import RefusedError
from streekwerk.registers.rows import Row

MAPPING = provisional(SRG_2026)
HEAD = (
    '<?xml version="1.0" encoding="{}"?>\n<srgBestand><levering><statistiekjaar>2026'
    "</statistiekjaar><statistiekmaand>03</statistiekmaand></levering>"
)
PIECES = (
    "<persoon><burgerservicenummer>123456782</burgerservicenummer><voorziening>"
    "<typeVoorziening>20</typeVoorziening></voorziening></persoon>",
    "\n  <persoon>\n    <burgerservicenummer> 999990019 </burgerservicenummer>\n  </persoon>\n",
    "<persoon><burgerservicenummer>1</burgerservicenummer><voorziening/><voorziening>"
    "<typeVoorziening>30</typeVoorziening></voorziening><geslacht>2</geslacht></persoon>",
    "<persoon><burgerservicenummer>2</burgerservicenummer>\r\n<voorziening>"
    "<omschrijvingTypeVoorziening>a\rb &amp; caf\u00e9</omschrijvingTypeVoorziening>"
    "</voorziening></persoon>\r\n",
    "<!-- <persoon><geslacht>1</geslacht></persoon> -->",
    "<persoon><geslacht><![CDATA[</persoon>]]></geslacht></persoon>",
    "<persoon soort='x'><geslacht>1</geslacht><anders><geslacht>9</geslacht></anders></persoon>",
    "<anders><persoon><geslacht>1</geslacht></persoon></anders>",
    "<?los </persoon> ?>",
    "<persoon><geslacht>1<b>2</b>3</geslacht></persoon>",
    "<persoon></persoon>",
    "\n\n\n",
)
BROKEN = (
    "<persoon><geslacht>1</geslacht><geslacht>2</geslacht></persoon>",
    "<levering><statistiekjaar>2027</statistiekjaar></levering>",
    "<persoon><geslacht>1</persoon></geslacht>",
    "<persoon>>geslacht>1</geslacht></persoon>",
    "</srgBestand><srgBestand>",
    "<persoon>\x01</persoon>",
    "<persoon>&lek;</persoon>",
)


def read(content: bytes) -> Iterator[Row]:
    return xml_reader.xml_rows(io.BytesIO(content), MAPPING, "f.xml")


def outcome(content: bytes) -> tuple[list[Row], str]:
    """All rows, or the words of the refusal."""
    try:
        return list(read(content)), ""
    except RefusedError as refused:
        return [], refused.reason.nl


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES * 3 + BROKEN), max_size=12),
    chunk=st.integers(1, 700),
    encoding=st.sampled_from(("UTF-8", "ISO-8859-1", "UTF-16", "cp037")),
)
def test_the_same_as_the_parser(pieces: list[str], chunk: int, encoding: str) -> None:
    text = HEAD.format(encoding) + "".join(pieces) + "</srgBestand>\n"
    content = text.encode(encoding, errors="xmlcharrefreplace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xml_reader, "_CHUNK", chunk)
        by_shape = outcome(content)
        patch.setattr(xml_reader, "end_of_record", lambda _mapping: None)
        assert by_shape == outcome(content)


def test_most_records_never_reach_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    feed = xml_reader._Parser.feed

    def counted(self: xml_reader._Parser, stretch: bytes, file: str) -> None:
        seen.append(len(stretch))
        feed(self, stretch, file)

    monkeypatch.setattr(xml_reader._Parser, "feed", counted)
    content = (HEAD.format("UTF-8") + PIECES[0] * 1_000 + "</srgBestand>").encode()
    assert len(list(read(content))) == 1_000
    assert sum(seen) < 5 * len(HEAD + PIECES[0])

"""Skills that work asks for, by key, with the words for people.

Short and practical on purpose: these are what an employer says that a task cannot do
without, not a full taxonomy. An employer may add words of their own; those are their own
key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from streekwerk.vocabulary.language import Text

SKILLS: Mapping[str, Text] = MappingProxyType(
    {
        "reading": Text("lezen", "reading"),
        "writing": Text("schrijven", "writing"),
        "arithmetic": Text("rekenen", "arithmetic"),
        "speaking": Text("gesprekken voeren", "holding conversations"),
        "telephone": Text("telefoneren", "using the telephone"),
        "english": Text("Engels", "English"),
        "computer": Text("werken met een computer", "working with a computer"),
        "scanner": Text("werken met een scanner", "working with a scanner"),
        "tidiness": Text("netjes werken", "working tidily"),
        "precision": Text("precies werken", "working precisely"),
        "hygiene": Text("hygiënisch werken", "working hygienically"),
        "hospitality": Text("gastvrij zijn", "being hospitable"),
        "care": Text("omgaan met kwetsbare mensen", "dealing with vulnerable people"),
        "children": Text("omgaan met kinderen", "dealing with children"),
        "animals": Text("omgaan met dieren", "dealing with animals"),
        "plants": Text("omgaan met planten", "dealing with plants"),
        "cooking": Text("koken", "cooking"),
        "baking": Text("bakken", "baking"),
        "cleaning": Text("schoonmaken", "cleaning"),
        "sewing": Text("naaien", "sewing"),
        "hand_tools": Text("werken met gereedschap", "working with tools"),
        "machines": Text("machines bedienen", "operating machines"),
        "welding": Text("lassen", "welding"),
        "painting": Text("schilderen", "painting"),
        "drawings": Text("tekeningen lezen", "reading drawings"),
        "electricity": Text("werken met elektriciteit", "working with electricity"),
        "safety": Text("veilig werken (VCA)", "working safely (VCA)"),
        "forklift": Text("heftruck rijden", "driving a forklift"),
        "driving": Text("rijbewijs B", "driving licence B"),
        "cycling": Text("fietsen", "cycling"),
        "selling": Text("verkopen", "selling"),
        "cash": Text("afrekenen", "taking payment"),
        "planning": Text("plannen", "planning"),
        "registering": Text("gegevens bijhouden", "keeping records"),
        "discretion": Text("zwijgen over wat vertrouwelijk is", "keeping confidences"),
        "nursing": Text("verpleegkundige handelingen", "nursing procedures"),
    }
)


def skill_words(key: str) -> Text:
    """Name a skill; an employer's own skill is its own name."""
    return SKILLS.get(key) or Text(key, key)


def skill_key(words: str) -> str:
    """Return the key of a skill named in Dutch, in English or by its key.

    Words that name no known skill come back without outer and double spaces: they are a
    skill of the employer's own.
    """
    return _KEYS.get(_plain(words)) or " ".join(words.split())


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.strip().casefold())


_KEYS = {_plain(name): key for key, text in SKILLS.items() for name in (key, text.nl, text.en)}

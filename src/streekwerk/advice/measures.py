"""The measures of the SRG in plain words, with the rules and research that go with each.

Order in lists is alphabetical by the Dutch name: it has nothing to do with the person or
with effects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from streekwerk.registers.codes import MeasureType
from streekwerk.vocabulary.language import Text


@dataclass(frozen=True, slots=True)
class Measure:
    """One type of measure as it is talked about at the table.

    ``rules`` are rules of the catalogue, any of which may give it; ``research`` is the
    kind under which published studies are kept.
    """

    code: str
    name: Text
    what: Text
    rules: tuple[str, ...]
    research: str


_PROVISION = ("voorziening-arbeidsinschakeling",)
_M = Measure
_T = MeasureType
_ALL = (
    _M(_T.WAGE_SUBSIDY, Text("Loonkostensubsidie", "Wage-cost subsidy"),
       Text("U hebt een baan. De gemeente betaalt de werkgever een deel van uw loon terug.",
            "You have a job. The municipality pays the employer back a part of your wage."),
       ("loonkostensubsidie",), "wage_subsidy"),
    _M(_T.FLAT_WAGE_SUBSIDY,
       Text("Loonkostensubsidie zonder meting", "Flat-rate wage-cost subsidy"),
       Text("U begint met werken zonder dat eerst wordt gemeten hoeveel u kunt. De gemeente "
            "betaalt de werkgever zes maanden lang de helft van het minimumloon.",
            "You start working without a measurement of what you can do. The municipality pays "
            "the employer half of the minimum wage for six months."),
       ("forfaitaire-loonkostensubsidie",), "wage_subsidy"),
    _M(_T.TEMPORARY_WAGE_SUBSIDY,
       Text("Tijdelijke loonkostensubsidie", "Temporary wage-cost subsidy"),
       Text("U hebt een baan. De werkgever krijgt een tijd lang geld van de gemeente om u in te "
            "werken.",
            "You have a job. For a time the employer gets money from the municipality to help "
            "you settle in."),
       ("tijdelijke-loonkostensubsidie",), "wage_subsidy"),
    _M(_T.SHELTERED_WORK, Text("Beschut werk", "Sheltered work"),
       Text("Een baan met veel begeleiding, op een plek die bij u past.",
            "A job with much guidance, in a place that suits you."),
       ("beschut-werk",), "work_experience"),
    _M(_T.PARTICIPATION_PLACE, Text("Participatieplaats", "Participation placement"),
       Text("U doet extra werk naast de gewone banen. U houdt uw uitkering.",
            "You do additional work beside the regular jobs. You keep your benefit."),
       ("participatieplaats",), "work_experience"),
    _M(_T.TRIAL_PLACEMENT, Text("Proefplaats", "Trial placement"),
       Text("U werkt een tijdje op proef bij een werkgever. U houdt uw uitkering.",
            "You work on trial with an employer for a while. You keep your benefit."),
       ("proefplaats",), "work_experience"),
    _M(_T.OTHER_WORKPLACE, Text("Werkervaringsplek", "Work experience place"),
       Text("U doet werkervaring op bij een bedrijf of organisatie. U houdt uw uitkering.",
            "You gain experience in a company or organisation. You keep your benefit."),
       _PROVISION, "work_experience"),
    _M(_T.JOB_COACH, Text("Jobcoach", "Job coach"),
       Text("Iemand helpt u op uw werk, zolang dat nodig is.",
            "Somebody helps you at work, as long as needed."),
       ("persoonlijke-ondersteuning", "begeleiding-werkplek"), "coaching"),
    _M(_T.WORKPLACE_ADAPTATION, Text("Aanpassing van de werkplek", "Workplace adaptation"),
       Text("Iets wat u nodig hebt om te kunnen werken, zoals een aangepaste stoel.",
            "Something you need to be able to work, such as an adapted chair."),
       ("werkplekaanpassing",), "other"),
    _M(_T.COACHING, Text("Coaching naar werk", "Coaching towards work"),
       Text("Een coach helpt u bij het zoeken: wat kunt u, wat wilt u, waar is werk.",
            "A coach helps you search: what can you do, what do you want, where is work."),
       ("ondersteuning-arbeidsinschakeling", "ondersteuning-jongeren"), "coaching"),
    _M(_T.TRAINING, Text("Training of opleiding", "Training or course"),
       Text("U leert iets waarmee u werk kunt vinden.",
            "You learn something with which you can find work."),
       ("scholing",), "training"),
    _M(_T.VOLUNTARY_WORK, Text("Vrijwilligerswerk", "Voluntary work"),
       Text("U doet onbetaald werk bij een vereniging, buurthuis of andere organisatie.",
            "You do unpaid work for a club, community centre or other organisation."),
       _PROVISION, "other"),
    _M(_T.SOCIAL_ACTIVATION, Text("Meedoen in de buurt", "Taking part in the neighbourhood"),
       Text("Activiteiten met anderen, om weer ritme te krijgen en mensen te leren kennen.",
            "Activities with others, to regain a rhythm and get to know people."),
       _PROVISION, "other"),
    _M(_T.TRANSPORT, Text("Vervoer naar werk of opleiding", "Transport to work or training"),
       Text("De gemeente regelt dat u op uw werk of opleiding kunt komen.",
            "The municipality arranges that you can get to work or training."),
       ("vervoersvoorziening",), "other"),
    _M(_T.OTHER_FACILITY, Text("Andere praktische hulp", "Other practical help"),
       Text("Iets praktisch wat u nodig hebt om te kunnen werken of leren, zoals kinderopvang.",
            "Something practical you need to be able to work or learn, such as childcare."),
       _PROVISION, "other"),
)  # fmt: skip

MEASURES: Mapping[str, Measure] = MappingProxyType({str(one.code): one for one in _ALL})

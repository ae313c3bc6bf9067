"""Who is supported and with what: Participatiewet articles 7, 7a, 8a, 10 and 10da."""

from streekwerk.rights.engine.nodes import all_of, any_of, under
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.terms import MunicipalChoice, MunicipalNumber
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, situation, work
from streekwerk.rights.facts.making import MONTHS
from streekwerk.rights.law import open_terms
from streekwerk.rights.law.sources import BEGIN, END_2025, READ_2025, YEAR_2026, pw
from streekwerk.vocabulary.language import Text

SUPPORTED_GROUP = any_of(
    benefits.social_assistance,
    benefits.left_disability_benefit,
    benefits.through_provision,
    benefits.survivors_benefit,
    benefits.ioaw,
    benefits.ioaz,
    benefits.without_benefit,
    article="Pw art. 7 lid 1 a",
    says=words(
        "u hoort bij een groep die de gemeente helpt",
        "you belong to a group the municipality supports",
        "persoon als bedoeld in art. 7 lid 1 onderdeel a, onder 1° t/m 7°",
        "person as meant in art. 7(1)(a), 1° to 7°",
    ),
)
# Paragraph 3(b) and (c): not in the four weeks of searching, not a benefit from UWV, unless.
_NOT_ELSEWHERE = (
    under(
        ~situation.in_search_period | decisions.provision_necessary,
        "Pw art. 7 lid 3 b",
        words(
            "u zit niet in de vier weken zoektermijn, of de gemeente vindt hulp nu al nodig",
            "you are not in the four-week search period, or help is needed already",
        ),
    ),
    under(
        ~benefits.uwv_benefit | work.subsidised | benefits.uwv_agreement,
        "Pw art. 7 lid 3 c en lid 7",
        words(
            "UWV helpt u niet, of er is een afspraak dat de gemeente dat doet",
            "UWV does not support you, or it was agreed that the municipality does",
        ),
    ),
)
_UNDER_27 = situation.age < 27

support = Rule(
    key="ondersteuning-arbeidsinschakeling",
    name=Text("Ondersteuning bij werk zoeken", "Support towards work"),
    summary=words(
        "De gemeente helpt u bij het vinden en houden van werk.",
        "The municipality helps you find and keep work.",
        "Het college ondersteunt bij arbeidsinschakeling (opdracht college).",
        "The municipality supports labour integration (municipal task).",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("7", "1", READ_2025), pw("7", "3", READ_2025)),
            all_of(
                SUPPORTED_GROUP,
                under(
                    ~(_UNDER_27 & situation.can_follow_education), "Pw art. 7 lid 3 a (tot 2026)"
                ),
                *_NOT_ELSEWHERE,
            ),
            end=END_2025,
        ),
        Version(
            YEAR_2026,
            (pw("7", "1"), pw("7", "3")),
            all_of(SUPPORTED_GROUP, under(~_UNDER_27, "Pw art. 7 lid 3 a"), *_NOT_ELSEWHERE),
        ),
    ),
)

young = Rule(
    key="ondersteuning-jongeren",
    name=Text("Ondersteuning van jongeren tot 27", "Support for people under 27"),
    summary=words(
        "Bent u jonger dan 27? Dan kan de gemeente u helpen bij leren en werken.",
        "Are you under 27? Then the municipality may support you in learning and working.",
        "Het college kan jongeren ondersteuning en een voorziening aanbieden (art. 7a).",
        "The municipality may offer young people support and a provision (art. 7a).",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            YEAR_2026,
            (pw("7a", "1"), pw("7a", "6")),
            all_of(
                under(_UNDER_27, "Pw art. 7a lid 1"),
                any_of(
                    all_of(
                        SUPPORTED_GROUP,
                        decisions.education_unsuitable,
                        *_NOT_ELSEWHERE,
                        article="Pw art. 7a lid 1 a en lid 6",
                    ),
                    under(situation.school_asks_support, "Pw art. 7a lid 1 b"),
                    under(situation.in_higher_education, "Pw art. 7a lid 1 c"),
                ),
            ),
        ),
    ),
)

ENTITLED_GROUP = any_of(
    benefits.social_assistance,
    benefits.left_disability_benefit,
    benefits.survivors_benefit,
    benefits.without_benefit,
    benefits.through_provision,
    article="Pw art. 10 lid 1 en 2",
    says=words(
        "u hoort bij een groep die recht heeft op hulp bij werk",
        "you belong to a group entitled to support towards work",
        "behoort tot de kring van art. 10 lid 1 en 2",
        "within the circle of art. 10(1) and (2)",
    ),
)

claim = Rule(
    key="aanspraak-ondersteuning",
    name=Text("Aanspraak op ondersteuning", "Entitlement to support"),
    summary=words(
        "U hebt recht op hulp bij het vinden van werk.",
        "You are entitled to help in finding work.",
        "Aanspraak op ondersteuning bij arbeidsinschakeling, overeenkomstig de verordening.",
        "Entitlement to support towards work, in accordance with the by-law.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(Version(BEGIN, (pw("10", "1"), pw("10", "2")), all_of(ENTITLED_GROUP)),),
)

provision = Rule(
    key="voorziening-arbeidsinschakeling",
    name=Text("Voorziening gericht op werk", "Provision towards work"),
    summary=words(
        "Vindt de gemeente een voorziening nodig? Dan hebt u er recht op.",
        "If the municipality finds a provision necessary, you are entitled to it.",
        "Aanspraak op de naar het oordeel van het college noodzakelijk geachte voorziening.",
        "Entitlement to the provision the municipality considers necessary.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10", "1"), pw("10", "4")),
            all_of(ENTITLED_GROUP, under(decisions.provision_necessary, "Pw art. 10 lid 1 en 4")),
        ),
    ),
)

job_coach = Rule(
    key="persoonlijke-ondersteuning",
    name=Text("Jobcoach of werkbegeleider", "Job coach or work supervisor"),
    summary=words(
        "Lukt uw werk niet zonder hulp? Dan hebt u recht op een jobcoach of werkbegeleider.",
        "If you cannot do your work without help, you are entitled to a job coach.",
        "Persoonlijke ondersteuning bij het verrichten van de opgedragen taken.",
        "Personal support in performing the assigned tasks.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10", "1"), pw("10", "3"), pw("10da"), pw("8a", "2")),
            any_of(
                all_of(ENTITLED_GROUP, decisions.not_without_support, article="Pw art. 10 lid 1"),
                under(decisions.wage_subsidy_group, "Pw art. 10da"),
            ),
            outcomes=(
                Outcome(
                    "duur_maanden",
                    Text("duur volgens de verordening", "length by by-law"),
                    MONTHS,
                    MunicipalNumber(open_terms.job_coach_months),
                ),
            ),
        ),
    ),
)

guidance = Rule(
    key="begeleiding-werkplek",
    name=Text("Begeleiding op de werkplek", "Guidance at the workplace"),
    summary=words(
        "Hoort u bij de doelgroep loonkostensubsidie? Dan hebt u altijd recht op begeleiding.",
        "If you belong to the wage-cost subsidy group, you are always entitled to guidance.",
        "Harde aanspraak voor de doelgroep loonkostensubsidie, zonder verordeningsvoorbehoud.",
        "Unconditional entitlement of the wage-cost subsidy group.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(BEGIN, (pw("10da"),), all_of(under(decisions.wage_subsidy_group, "Pw art. 10da"))),
    ),
)


def _provision(
    key: str, name: Text, plain: tuple[str, str], version: Version, decides: Decides
) -> Rule:
    return Rule(key, name, words(*plain), decides, Audience.PERSON, Status.VERIFIED, (version,))


_NECESSARY = under(decisions.provision_necessary, "Pw art. 10 lid 1 en 4")
_CIRCLE = any_of(ENTITLED_GROUP, decisions.wage_subsidy_group, article="Pw art. 10 lid 1 en 2")

transport = _provision(
    "vervoersvoorziening",
    Text("Vervoer naar werk of opleiding", "Transport to work or training"),
    (
        "Kunt u niet zelf naar uw werk of opleiding? Dan kan de gemeente vervoer regelen.",
        "If you cannot get to work or training, the municipality can arrange transport.",
    ),
    Version(
        BEGIN,
        (pw("8a", "2"), pw("10", "1"), pw("10h")),
        all_of(
            _CIRCLE,
            under(~situation.visual_impairment, "Pw art. 8a lid 2 f 1° (anders UWV, art. 10h)"),
            _NECESSARY,
            MunicipalChoice(open_terms.transport, article="Pw art. 8a lid 2 f 1°"),
        ),
    ),
    Decides.ENTITLED,
)
workplace = _provision(
    "werkplekaanpassing",
    Text("Aanpassing van de werkplek", "Workplace adaptation"),
    (
        "Hebt u iets nodig om te kunnen werken, zoals een aangepaste stoel? De gemeente kan "
        "dat geven.",
        "If you need something to be able to work, such as an adapted chair, it can be provided.",
    ),
    Version(
        BEGIN,
        (pw("8a", "2"), pw("10", "1")),
        all_of(
            _CIRCLE,
            _NECESSARY,
            MunicipalChoice(open_terms.workplace, article="Pw art. 8a lid 2 f 3°"),
        ),
    ),
    Decides.ENTITLED,
)
intermediary = _provision(
    "intermediaire-activiteit",
    Text("Hulp bij een bewegingsbeperking", "Help with a motor impairment"),
    (
        "Hebt u een bewegingsbeperking? De gemeente kan hulp op het werk geven.",
        "If you have a motor impairment, the municipality can provide help at work.",
    ),
    Version(
        BEGIN,
        (pw("8a", "2"), pw("10", "1")),
        all_of(
            _CIRCLE,
            under(situation.motor_impairment, "Pw art. 8a lid 2 f 2°"),
            _NECESSARY,
            MunicipalChoice(open_terms.intermediary, article="Pw art. 8a lid 2 f 2°"),
        ),
    ),
    Decides.ENTITLED,
)
training = _provision(
    "scholing",
    Text("Scholing", "Training"),
    (
        "Vindt de gemeente scholing nodig voor werk? Dan kunt u die krijgen.",
        "If the municipality finds training necessary for work, you can get it.",
    ),
    Version(
        BEGIN,
        (pw("7", "1"), pw("8a", "1"), pw("10", "1")),
        all_of(
            ENTITLED_GROUP,
            _NECESSARY,
            under(~decisions.training_beyond_capacity, "Pw art. 10a lid 5 (naar analogie)"),
            MunicipalChoice(open_terms.training, article="Pw art. 8a lid 1 a en c"),
        ),
    ),
    Decides.ENTITLED,
)

RULES = (
    support,
    young,
    claim,
    provision,
    job_coach,
    guidance,
    transport,
    workplace,
    intermediary,
    training,
)

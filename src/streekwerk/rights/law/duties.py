"""Duties and exemptions: Participatiewet articles 9 and 9a. No sanction is computed here."""

from streekwerk.rights.engine.nodes import all_of, under
from streekwerk.rights.engine.rules import Audience, Decides, Rule, Status, Version
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, obligations, situation
from streekwerk.rights.law.sources import BEGIN, END_2026, pw
from streekwerk.vocabulary.language import Text

_OBLIGED = all_of(
    benefits.social_assistance,
    under(situation.age >= 18, "Pw art. 9 lid 1"),
    under(~situation.pension_age_reached, "Pw art. 9 lid 1"),
    under(~situation.fully_disabled, "Pw art. 9 lid 5"),
)

work_duty = Rule(
    key="arbeidsverplichting",
    name=Text("Plicht om werk te zoeken", "Duty to seek work"),
    summary=words(
        "Als u bijstand krijgt, zoekt u werk zo goed als u kunt.",
        "If you receive assistance, you seek work as well as you can.",
        "Plicht algemeen geaccepteerde arbeid te verkrijgen, aanvaarden en behouden.",
        "Duty to obtain, accept and keep generally accepted work.",
    ),
    decides=Decides.DUTY,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("9", "1"), pw("9", "2"), pw("9", "4"), pw("9", "5"), pw("9a", "1")),
            all_of(
                _OBLIGED,
                under(~obligations.exemption_granted, "Pw art. 9a lid 1"),
                under(~obligations.urgent_reasons, "Pw art. 9 lid 2"),
                under(
                    ~(situation.single_parent & (situation.youngest_child_age < 12))
                    | obligations.childcare_checked,
                    "Pw art. 9 lid 4",
                    words(
                        "u zorgt niet alleen voor een kind tot 12 jaar, of opvang en scholing "
                        "zijn geregeld",
                        "you do not care alone for a child under 12, or childcare is arranged",
                    ),
                ),
            ),
        ),
    ),
)
cooperation = Rule(
    key="medewerkingsplicht",
    name=Text("Meewerken aan hulp", "Using the support offered"),
    summary=words(
        "Biedt de gemeente hulp aan? Dan werkt u daaraan mee.",
        "If the municipality offers support, you use it.",
        "Plicht gebruik te maken van een aangeboden voorziening (geen ontheffing mogelijk).",
        "Duty to use a provision offered (no exemption possible).",
    ),
    decides=Decides.DUTY,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("9", "1"), pw("9", "5")),
            all_of(_OBLIGED, under(obligations.provision_offered, "Pw art. 9 lid 1 b")),
        ),
    ),
)
useful_activity = Rule(
    key="tegenprestatie",
    name=Text("Tegenprestatie", "Useful activity in return"),
    summary=words(
        "De gemeente kan u vragen onbetaald nuttig werk te doen naar vermogen.",
        "The municipality can ask you to do unpaid useful work within your ability.",
        "Plicht tot opgedragen onbeloonde maatschappelijk nuttige werkzaamheden.",
        "Duty to perform assigned unpaid socially useful activities.",
    ),
    decides=Decides.DUTY,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=Text(
        "Stond nog in de tekst van 1-7-2026. Maatschappelijke participatie vervangt dit volgens de "
        "aankondiging vanaf 1-1-2027; die tekst is niet gezien.",
        "Still in the text of 1 July 2026. Announced to be replaced by social participation from "
        "1 January 2027; that text was not seen.",
    ),
    versions=(
        Version(
            BEGIN,
            (pw("9", "1"), pw("9", "2"), pw("9", "5"), pw("9", "7")),
            all_of(
                _OBLIGED,
                under(obligations.activity_assigned, "Pw art. 9 lid 1 c"),
                under(decisions.work_is_additional, "Pw art. 9 lid 1 c"),
                under(~obligations.urgent_reasons, "Pw art. 9 lid 2"),
                under(~obligations.exemption_granted, "Pw art. 9 lid 7"),
            ),
            end=END_2026,
        ),
    ),
)
urgent_exemption = Rule(
    key="ontheffing-dringende-redenen",
    name=Text("Tijdelijke ontheffing", "Temporary exemption"),
    summary=words(
        "Bij dringende redenen, zoals zorg, hoeft u tijdelijk geen werk te zoeken.",
        "For urgent reasons, such as care, you temporarily need not seek work.",
        "Het college kan in individuele gevallen tijdelijk ontheffing verlenen (lid 1 a en c).",
        "The municipality may grant a temporary individual exemption (paragraph 1(a) and (c)).",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("9", "2"),),
            all_of(_OBLIGED, under(obligations.urgent_reasons, "Pw art. 9 lid 2")),
        ),
    ),
)
parent_exemption = Rule(
    key="ontheffing-alleenstaande-ouder",
    name=Text("Ontheffing voor alleenstaande ouders", "Exemption for single parents"),
    summary=words(
        "Zorgt u alleen voor een kind tot 5 jaar? Dan kunt u eenmalig ontheffing krijgen.",
        "If you care alone for a child under five, you can get an exemption once.",
        "Ontheffing van lid 1 a op verzoek, eenmalig, ten hoogste vijf jaar.",
        "Exemption from paragraph 1(a) on request, once, five years at most.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("9a", "1"), pw("9a", "2"), pw("9a", "3"), pw("9a", "4")),
            all_of(
                benefits.social_assistance,
                under(situation.single_parent, "Pw art. 9a lid 1"),
                under(situation.youngest_child_age < 5, "Pw art. 9a lid 1 en 4"),
                under(obligations.exemption_requested, "Pw art. 9a lid 1"),
                under(~obligations.exemption_used_up, "Pw art. 9a lid 2 en 4"),
                under(~obligations.refuses_support, "Pw art. 9a lid 3"),
            ),
        ),
    ),
)
parent_training = Rule(
    key="scholing-bij-ontheffing",
    name=Text("Scholing tijdens de ontheffing", "Training during the exemption"),
    summary=words(
        "Hebt u deze ontheffing en geen startdiploma? Dan biedt de gemeente een opleiding.",
        "With this exemption and no basic diploma, the municipality offers training.",
        "Invulling van de voorziening met scholing voor wie geen startkwalificatie heeft.",
        "Provision consists of training for whom has no basic qualification.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("9a", "10"),),
            all_of(
                under(obligations.exemption_granted, "Pw art. 9a lid 1"),
                under(~situation.basic_qualification, "Pw art. 9a lid 10"),
                under(~decisions.training_beyond_capacity, "Pw art. 9a lid 10"),
            ),
        ),
    ),
)

RULES = (
    work_duty,
    cooperation,
    useful_activity,
    urgent_exemption,
    parent_exemption,
    parent_training,
)

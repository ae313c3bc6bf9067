"""Sheltered work, participation placement and trial placement: Pw articles 8a, 10a and 10b."""

from streekwerk.rights.engine.nodes import all_of, any_of, quantity, smallest, under
from streekwerk.rights.engine.rules import Audience, Decides, Outcome, Rule, Status, Version
from streekwerk.rights.engine.terms import Amount, MunicipalNumber
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, income, situation, work
from streekwerk.rights.facts.making import EURO, MONTHS
from streekwerk.rights.law import open_terms
from streekwerk.rights.law.sources import BEGIN, pw
from streekwerk.rights.law.support import SUPPORTED_GROUP
from streekwerk.vocabulary.language import Text

_SHELTERED_CIRCLE = any_of(SUPPORTED_GROUP, benefits.sheltered_circle, article="Pw art. 10b lid 1")
_ESTABLISHED = under(decisions.only_sheltered, "Pw art. 10b lid 1 en 2")

sheltered = Rule(
    key="beschut-werk",
    name=Text("Beschut werk", "Sheltered work"),
    summary=words(
        "Kunt u alleen met veel begeleiding werken? Dan biedt de gemeente een beschutte baan.",
        "If you can only work with much guidance, the municipality offers a sheltered job.",
        "Gebonden plicht tot aanbieden van beschut werk, zolang het aantal niet is gerealiseerd.",
        "Bound duty to offer sheltered work, as long as the number is not realised.",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10b", "1"), pw("10b", "2"), pw("10b", "6")),
            all_of(
                _SHELTERED_CIRCLE,
                _ESTABLISHED,
                under(~decisions.sheltered_number_reached, "Pw art. 10b lid 6"),
            ),
        ),
    ),
)
works_sheltered = Rule(
    key="verricht-beschut-werk",
    name=Text("Werkt in beschut werk", "Works in sheltered work"),
    summary=words(
        "U werkt in een beschutte baan.",
        "You work in a sheltered job.",
        "Verricht arbeid in een dienstbetrekking als bedoeld in art. 10b lid 1.",
        "Performs work in an employment under art. 10b(1).",
    ),
    decides=Decides.STATUS,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10b", "1"),),
            all_of(_SHELTERED_CIRCLE, _ESTABLISHED, under(work.sheltered_job, "Pw art. 10b lid 1")),
        ),
    ),
)

_PLACEABLE = all_of(
    benefits.social_assistance,
    under(situation.age >= 27, "Pw art. 7 lid 3 a en (tot 2026) lid 8"),
    under(decisions.work_is_additional, "Pw art. 10a lid 1 en 2"),
)
placement = Rule(
    key="participatieplaats",
    name=Text("Participatieplaats", "Participation placement"),
    summary=words(
        "Met een participatieplaats doet u tot twee jaar extra werk met behoud van bijstand.",
        "In a participation placement you do additional work for up to two years on assistance.",
        "Onbeloonde additionele werkzaamheden, ten hoogste twee jaar, tweemaal een jaar te "
        "verlengen.",
        "Unpaid additional activities, two years at most, extendable twice by a year.",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=Text(
        "De aanhef van art. 10a lid 1 t/m 4 is niet woordelijk gezien; lid 5, 6, 8, 9 en 10 wel. "
        "De toets na negen maanden is een vraag aan een professional.",
        "The opening of art. 10a(1) to (4) was not seen verbatim; (5), (6), (8), (9), (10) were. "
        "The review after nine months is a question to a professional.",
    ),
    versions=(
        Version(
            BEGIN,
            (pw("10a", "1"), pw("10a", "8"), pw("10a", "9"), pw("10a", "10")),
            all_of(
                _PLACEABLE,
                any_of(
                    work.months_placed < 12,
                    (work.months_placed < 48) & decisions.helps_towards_work,
                    article="Pw art. 10a lid 8, 9 en 10",
                    says=words(
                        "u werkt er korter dan 12 maanden, of het vergroot uw kans en duurt "
                        "niet langer dan 4 jaar",
                        "you are there under 12 months, or it improves your chances and lasts "
                        "at most 4 years",
                    ),
                ),
            ),
            (
                Outcome(
                    "duur_maanden",
                    Text("ten hoogste, zonder verlenging", "at most, without extension"),
                    MONTHS,
                    quantity(24),
                ),
                Outcome(
                    "duur_maanden_verlengd",
                    Text("ten hoogste, met twee verlengingen", "at most, with two extensions"),
                    MONTHS,
                    quantity(48),
                ),
            ),
        ),
    ),
)
placement_training = Rule(
    key="participatieplaats-scholing",
    name=Text("Scholing bij de participatieplaats", "Training with the placement"),
    summary=words(
        "Na zes maanden biedt de gemeente u een opleiding aan, als dat helpt en niet te zwaar is.",
        "After six months the municipality offers training if it helps and is not too much.",
        "Aanbod van scholing na zes maanden (lid 5).",
        "Offer of training after six months (paragraph 5).",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10a", "5"),),
            all_of(
                _PLACEABLE,
                under(work.months_placed >= 6, "Pw art. 10a lid 5"),
                under(~situation.basic_qualification, "Pw art. 10a lid 5"),
                under(~decisions.training_beyond_capacity, "Pw art. 10a lid 5"),
                under(decisions.helps_towards_work, "Pw art. 10a lid 5, laatste zin"),
            ),
        ),
    ),
)
placement_premium = Rule(
    key="participatieplaats-premie",
    name=Text("Premie bij de participatieplaats", "Premium with the placement"),
    summary=words(
        "Na elke zes maanden krijgt u een premie als u genoeg hebt meegewerkt.",
        "After every six months you receive a premium if you cooperated enough.",
        "Premie telkens na zes maanden, hoogte bij verordening, binnen art. 31 lid 2 j.",
        "Premium after every six months, amount by by-law, within art. 31(2)(j).",
    ),
    decides=Decides.ENTITLED,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("10a", "6"), pw("8a", "1"), pw("31", "2")),
            all_of(
                _PLACEABLE,
                under(work.months_placed >= 6, "Pw art. 10a lid 6"),
                under(decisions.cooperated_enough, "Pw art. 10a lid 6"),
            ),
            (
                Outcome(
                    "premie",
                    Text("premie volgens de verordening", "premium by by-law"),
                    EURO,
                    smallest(
                        MunicipalNumber(open_terms.placement_premium),
                        Amount("premie.maximum")
                        - smallest(income.premiums_this_year, Amount("premie.maximum")),
                    ),
                ),
            ),
        ),
    ),
)
trial = Rule(
    key="proefplaats",
    name=Text("Proefplaats", "Trial placement"),
    summary=words(
        "U werkt eerst op proef bij een werkgever en houdt uw bijstand.",
        "You first work on trial with an employer and keep your assistance.",
        "Onbeloonde werkzaamheden met behoud van algemene bijstand: twee maanden, plus ten "
        "hoogste vier.",
        "Unpaid work keeping general assistance: two months, plus four at most.",
    ),
    decides=Decides.MAY,
    audience=Audience.PERSON,
    status=Status.VERIFIED,
    versions=(
        Version(
            BEGIN,
            (pw("6"), pw("8a", "2")),
            all_of(
                under(benefits.social_assistance, "Pw art. 8a lid 2 d"),
                under(decisions.trial_permission, "Pw art. 8a lid 2 d"),
                under(work.months_of_placement_trial < 6, "Pw art. 8a lid 2 d"),
            ),
            (
                Outcome(
                    "duur_maanden",
                    Text("duur", "length"),
                    MONTHS,
                    smallest(MunicipalNumber(open_terms.trial_months), 2),
                ),
                Outcome(
                    "verlenging_maanden",
                    Text("langste verlenging", "longest extension"),
                    MONTHS,
                    smallest(MunicipalNumber(open_terms.trial_extension_months), 4),
                ),
            ),
        ),
    ),
)

RULES = (sheltered, works_sheltered, placement, placement_training, placement_premium, trial)

"""The job-agreement register (doelgroepregister banenafspraak): Wfsv article 38b."""

from streekwerk.rights.engine.nodes import all_of, any_of, under
from streekwerk.rights.engine.rules import Audience, Decides, Rule, Status, Version
from streekwerk.rights.engine.words import words
from streekwerk.rights.facts import benefits, decisions, uwv
from streekwerk.rights.law.sources import BEGIN, wfsv
from streekwerk.vocabulary.language import Text

register = Rule(
    key="banenafspraak",
    name=Text("Doelgroepregister banenafspraak", "Job-agreement register"),
    summary=words(
        "U staat in het register voor extra banen voor mensen met een arbeidsbeperking.",
        "You are in the register for extra jobs for people with a work disability.",
        "Arbeidsbeperkte als bedoeld in Wfsv art. 38b.",
        "Work-disabled person under Wfsv art. 38b.",
    ),
    decides=Decides.STATUS,
    audience=Audience.PERSON,
    status=Status.PARTLY,
    status_note=Text(
        "De gronden komen uit gevalideerde scenario's bij art. 38b. De verbreding per 1-1-2026 "
        "(sommige "
        "mensen met WIA of een UWV-voorziening) is niet opgenomen: de tekst daarvan is niet "
        "gezien. "
        "Een 'nee' kan dus vanaf 2026 te streng zijn: laat UWV het nagaan.",
        "The grounds come from validated scenarios for art. 38b. The widening of 1 January "
        "2026 (some "
        "people with WIA or a UWV provision) is not included: its text was not seen. From 2026 a "
        "'no' may therefore be too strict: have UWV check.",
    ),
    versions=(
        Version(
            BEGIN,
            (wfsv("38b", "1"), wfsv("38b", "2"), wfsv("38b", "6")),
            all_of(
                under(~decisions.only_sheltered, "Wfsv art. 38b lid 1, aanhef"),
                any_of(
                    under(uwv.referred_by_municipality, "Wfsv art. 38b lid 1 a"),
                    under(uwv.social_employment_indication, "Wfsv art. 38b lid 1 b"),
                    all_of(
                        benefits.wajong,
                        ~benefits.wajong_no_capacity | uwv.working_in_employment,
                        article="Wfsv art. 38b lid 1 c",
                    ),
                    under(uwv.special_school_registered, "Wfsv art. 38b lid 1 d"),
                    under(uwv.own_request_minimum_wage, "Wfsv art. 38b lid 1 e"),
                    under(uwv.former_work_disabled, "Wfsv art. 38b lid 1 f en lid 6"),
                    under(uwv.young_disabled, "Wfsv art. 38b lid 2"),
                ),
            ),
        ),
    ),
)

RULES = (register,)

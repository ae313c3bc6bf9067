"""Facts about duties and exemptions: what was asked, granted, offered or assigned."""

from streekwerk.rights.engine.facts import Holder
from streekwerk.rights.facts.making import yes_no

_JUDGE = Holder.JUDGEMENT
_MUNICIPAL = Holder.MUNICIPALITY

urgent_reasons = yes_no(
    "dringende_redenen",
    ask=(
        "Zijn er volgens u dringende redenen voor een tijdelijke ontheffing (bijvoorbeeld zorg)?",
        "In your judgement, are there urgent reasons for a temporary exemption (such as care)?",
    ),
    plain=(
        "er zijn dringende redenen, bijvoorbeeld zorg voor een ander",
        "there are urgent reasons, for instance care for someone",
    ),
    formal=("dringende redenen (art. 9 lid 2)", "urgent reasons (art. 9(2))"),
    holder=_JUDGE,
)
exemption_requested = yes_no(
    "ontheffing_gevraagd",
    ask=("Hebt u om ontheffing gevraagd?", "Have you asked for an exemption?"),
    plain=("u hebt om ontheffing gevraagd", "you asked for an exemption"),
    formal=("verzoek om ontheffing (art. 9a lid 1)", "request for exemption (art. 9a(1))"),
)
exemption_used_up = yes_no(
    "ontheffing_opgebruikt",
    ask=(
        "Hebt u deze ontheffing al eens beëindigd of vijf jaar gehad?",
        "Has this exemption been ended or used for five years?",
    ),
    plain=("u hebt de vijf jaar ontheffing al gehad", "you already had five years of exemption"),
    formal=(
        "ontheffing al eenmaal verleend en volledig benut (art. 9a lid 2 en 4)",
        "exemption granted once and fully used (art. 9a(2) and (4))",
    ),
    holder=_MUNICIPAL,
    fixed=True,
)
refuses_support = yes_no(
    "wil_voorziening_niet_gebruiken",
    ask=(
        "Blijkt ondubbelzinnig dat deze persoon niet wil meewerken aan een voorziening?",
        "Is it unambiguous that this person does not want to use a provision?",
    ),
    plain=("u wilt niet meewerken aan hulp", "you do not want to use support"),
    formal=(
        "uit houding en gedragingen blijkt ondubbelzinnig niet te willen nakomen (art. 9a lid 3)",
        "attitude unambiguously shows unwillingness (art. 9a(3))",
    ),
    holder=_JUDGE,
)
exemption_granted = yes_no(
    "ontheffing_alleenstaande_ouder",
    ask=(
        "Hebt u een ontheffing als alleenstaande ouder?",
        "Do you have a single-parent exemption?",
    ),
    plain=(
        "u hebt een ontheffing als alleenstaande ouder",
        "you have a single-parent exemption",
    ),
    formal=("ontheffing ex art. 9a lid 1", "exemption under art. 9a(1)"),
    holder=_MUNICIPAL,
    source="BUS 22 = 4",
)
childcare_checked = yes_no(
    "kinderopvang_scholing_belastbaarheid",
    ask=(
        "Heeft de gemeente gekeken of opvang, scholing en belastbaarheid geregeld zijn?",
        "Has the municipality checked childcare, training and capacity?",
    ),
    plain=(
        "opvang, scholing en wat u aankunt zijn geregeld",
        "childcare, training and what you can handle are arranged",
    ),
    formal=(
        "college overtuigd van kinderopvang, scholing en belastbaarheid (art. 9 lid 4)",
        "municipality satisfied on childcare, training and capacity (art. 9(4))",
    ),
    holder=_JUDGE,
)
activity_assigned = yes_no(
    "tegenprestatie_opgedragen",
    ask=(
        "Heeft de gemeente onbetaald nuttig werk opgedragen?",
        "Has the municipality assigned unpaid useful work?",
    ),
    plain=(
        "de gemeente heeft u onbetaald nuttig werk gevraagd",
        "the municipality asked you to do unpaid useful work",
    ),
    formal=(
        "college heeft maatschappelijk nuttige werkzaamheden opgedragen",
        "municipality assigned socially useful activities",
    ),
    holder=_JUDGE,
)
provision_offered = yes_no(
    "voorziening_aangeboden",
    ask=(
        "Heeft de gemeente hulp bij werk aangeboden?",
        "Has the municipality offered support towards work?",
    ),
    plain=("de gemeente biedt u hulp aan", "the municipality offers you support"),
    formal=("voorziening aangeboden", "provision offered"),
    holder=_MUNICIPAL,
    source="SRG 13",
)

"""Facts that UWV established: for the no-risk policy and the job-agreement register."""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import PERCENT, number, yes_no

remaining_capacity = number(
    "verdiencapaciteit_procent",
    ask=(
        "Welk deel van uw oude loon kunt u volgens UWV nog verdienen?",
        "What share of your former wage can you still earn according to UWV?",
    ),
    name=("uw verdiencapaciteit", "your earning capacity"),
    formal=("de verdiencapaciteit (% maatmaninkomen)", "the earning capacity (% of former wage)"),
    unit=PERCENT,
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
    fixed=True,
    highest=100,
)
not_employed_elsewhere = yes_no(
    "niet_elders_in_dienst_elf_weken",
    ask=(
        "Had u elf weken voor het einde van de wachttijd géén andere werkgever?",
        "Did you have no other employer eleven weeks before the end of the waiting period?",
    ),
    plain=(
        "u had toen geen andere werkgever",
        "you had no other employer then",
    ),
    formal=(
        "geen dienstbetrekking elders, elf weken voor het einde van de wachttijd",
        "no other employment eleven weeks before the end of the waiting period",
    ),
    holder=Holder.UWV,
    fixed=True,
)
not_suitable_at_own_employer = yes_no(
    "niet_inzetbaar_bij_eigen_werkgever",
    ask=(
        "Kon u uw eigen of ander passend werk bij uw oude werkgever niet meer doen?",
        "Could you no longer do your own or other suitable work for your former employer?",
    ),
    plain=(
        "bij uw oude werkgever was geen passend werk meer",
        "your former employer had no suitable work for you",
    ),
    formal=(
        "niet in staat tot eigen of passende arbeid bij de eigen werkgever",
        "unable to do own or suitable work with own employer",
    ),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
    fixed=True,
)
within_five_years = yes_no(
    "begin_binnen_vijf_jaar",
    ask=(
        "Begint dit werk binnen vijf jaar na het einde van de wachttijd of van uw onderwijs?",
        "Does this job start within five years of the waiting period or of leaving school?",
    ),
    plain=(
        "u begint binnen vijf jaar met dit werk",
        "you start this job within five years",
    ),
    formal=(
        "dienstbetrekking aangevangen binnen vijf jaar (ZW art. 29b lid 1 b, c of d)",
        "employment started within five years (ZW art. 29b(1)(b), (c) or (d))",
    ),
)
hindered_at_school = yes_no(
    "belemmering_bij_onderwijs",
    ask=(
        "Had u door ziekte of een beperking moeite met het volgen van onderwijs?",
        "Did illness or impairment hinder your education?",
    ),
    plain=(
        "ziekte of een beperking maakte leren moeilijk",
        "illness or impairment hindered your education",
    ),
    formal=(
        "belemmering bij onderwijs door ziekte of gebrek",
        "hindered in education by illness or defect",
    ),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
    fixed=True,
)
referred_by_municipality = yes_no(
    "uwv_wml_vaststelling_via_gemeente",
    ask=(
        "Heeft UWV vastgesteld dat u geen minimumloon kunt verdienen, via de gemeente "
        "(Participatiewet)?",
        "Did UWV establish, through the municipality, that you cannot earn the minimum wage?",
    ),
    plain=(
        "UWV stelde via de gemeente vast dat u geen minimumloon kunt verdienen",
        "UWV established through the municipality that you cannot earn the minimum wage",
    ),
    formal=(
        "Pw-doelgroep met vaststelling dat het WML niet kan worden verdiend (38b lid 1 a)",
        "Pw group, established unable to earn WML (38b(1)(a))",
    ),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
)
social_employment_indication = yes_no(
    "wsw_indicatie",
    ask=("Hebt u een Wsw-indicatie?", "Do you have a Wsw indication?"),
    plain=("u hebt een Wsw-indicatie", "you have a Wsw indication"),
    formal=("Wsw-geïndiceerd (38b lid 1 b)", "Wsw-indicated (38b(1)(b))"),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
)
working_in_employment = yes_no(
    "werkt_in_dienstbetrekking",
    ask=("Werkt u in loondienst?", "Are you in paid employment?"),
    plain=("u werkt in loondienst", "you are in paid employment"),
    formal=("verricht arbeid in dienstbetrekking", "works in employment"),
)
special_school_registered = yes_no(
    "pro_vso_en_gemeld_bij_uwv",
    ask=(
        "Komt u van praktijkonderwijs of vso en hebt u zich schriftelijk bij UWV gemeld?",
        "Did you attend practical or special education and report to UWV in writing?",
    ),
    plain=(
        "u komt van praktijkonderwijs of vso en hebt u gemeld bij UWV",
        "you attended practical or special education and reported to UWV",
    ),
    formal=(
        "afkomstig van pro of vso en schriftelijk gemeld (38b lid 1 d, Besluit Wfsv art. 2.24)",
        "from practical or special education, reported in writing (38b(1)(d))",
    ),
)
own_request_minimum_wage = yes_no(
    "uwv_wml_vaststelling_eigen_verzoek",
    ask=(
        "Heeft UWV op uw eigen verzoek vastgesteld dat u geen minimumloon kunt verdienen?",
        "Did UWV establish at your own request that you cannot earn the minimum wage?",
    ),
    plain=(
        "UWV stelde op uw verzoek vast dat u geen minimumloon kunt verdienen",
        "UWV established at your request that you cannot earn the minimum wage",
    ),
    formal=(
        "vaststelling op eigen verzoek (38b lid 1 e)",
        "established at own request (38b(1)(e))",
    ),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
)
former_work_disabled = yes_no(
    "eerder_arbeidsbeperkte",
    ask=(
        "Stond u al eerder in het doelgroepregister en is die registratie niet geëindigd?",
        "Were you in the register before and has that registration not ended?",
    ),
    plain=(
        "u stond al in het register en dat is niet geëindigd",
        "you were in the register already and that has not ended",
    ),
    formal=(
        "eerder arbeidsbeperkte, registratie niet geëindigd (38b lid 1 f en lid 6)",
        "work-disabled before, registration not ended (38b(1)(f) and (6))",
    ),
    holder=Holder.UWV,
)
young_disabled = yes_no(
    "jonggehandicapt_met_voorziening",
    ask=(
        "Vindt UWV dat u door een beperking van vóór uw 18e alleen met een voorziening het "
        "minimumloon verdient?",
        "Does UWV find that, with an impairment from before 18, you earn the minimum wage only "
        "with an aid?",
    ),
    plain=(
        "UWV vindt dat u alleen met een voorziening het minimumloon kunt verdienen",
        "UWV finds that you can earn the minimum wage only with an aid",
    ),
    formal=(
        "medische beperking uit de jeugd, WML alleen met voorziening (38b lid 2)",
        "youth impairment, WML only with a provision (38b(2))",
    ),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
)

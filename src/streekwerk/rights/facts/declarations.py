"""Facts an employer may see: declarations that someone belongs to a target group.

A declaration says "yes, valid until …" and never which benefit lies behind it. The rules
on the employer's side use these facts and none about benefits or health.
"""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import day, yes_no

_DECLARED = Privacy.DECLARATION
_EMPLOYER = Holder.EMPLOYER

in_register = yes_no(
    "in_doelgroepregister",
    ask=(
        "Staat deze persoon in het doelgroepregister banenafspraak?",
        "Is this person in the job-agreement register?",
    ),
    plain=(
        "u staat in het doelgroepregister banenafspraak",
        "you are in the job-agreement register",
    ),
    formal=(
        "arbeidsbeperkte, geregistreerd (Wfsv art. 38b, 38d)",
        "registered as work-disabled (Wfsv art. 38b, 38d)",
    ),
    holder=_EMPLOYER,
    source="doelgroepregister UWV",
    privacy=_DECLARED,
)
declared_disabled = yes_no(
    "doelgroepverklaring_arbeidsgehandicapte",
    ask=(
        "Is er een geldige doelgroepverklaring LKV arbeidsgehandicapte werknemer?",
        "Is there a valid target-group declaration for the disabled-worker benefit?",
    ),
    plain=(
        "er is een doelgroepverklaring arbeidsgehandicapte werknemer",
        "there is a declaration for the disabled-worker benefit",
    ),
    formal=(
        "geldige doelgroepverklaring als bedoeld in Wtl art. 2.7",
        "valid declaration under Wtl art. 2.7",
    ),
    holder=_EMPLOYER,
    privacy=_DECLARED,
)
declared_older = yes_no(
    "doelgroepverklaring_oudere",
    ask=(
        "Is er een geldige doelgroepverklaring LKV oudere werknemer?",
        "Is there a valid target-group declaration for the older-worker benefit?",
    ),
    plain=(
        "er is een doelgroepverklaring oudere werknemer",
        "there is a declaration for the older-worker benefit",
    ),
    formal=("geldige doelgroepverklaring (Wtl art. 2.3)", "valid declaration (Wtl art. 2.3)"),
    holder=_EMPLOYER,
    privacy=_DECLARED,
)
declared_job_agreement = yes_no(
    "doelgroepverklaring_banenafspraak",
    ask=(
        "Is er een geldige doelgroepverklaring LKV doelgroep banenafspraak?",
        "Is there a valid target-group declaration for the job-agreement benefit?",
    ),
    plain=(
        "er is een doelgroepverklaring banenafspraak",
        "there is a declaration for the job-agreement benefit",
    ),
    formal=("geldige doelgroepverklaring (Wtl art. 2.11)", "valid declaration (Wtl art. 2.11)"),
    holder=_EMPLOYER,
    privacy=_DECLARED,
)
declared_reinstated = yes_no(
    "doelgroepverklaring_herplaatsen",
    ask=(
        "Is er een geldige doelgroepverklaring LKV herplaatsen arbeidsgehandicapte werknemer?",
        "Is there a valid declaration for reinstating a disabled worker?",
    ),
    plain=(
        "er is een doelgroepverklaring herplaatsen",
        "there is a declaration for reinstating",
    ),
    formal=("geldige doelgroepverklaring (Wtl art. 2.15)", "valid declaration (Wtl art. 2.15)"),
    holder=_EMPLOYER,
    privacy=_DECLARED,
)
reinstated = yes_no(
    "hervat_eigen_of_andere_functie",
    ask=(
        "Gaat de werknemer bij dezelfde werkgever het eigen werk hervatten of een andere "
        "functie doen?",
        "Does the employee resume own work or take another job with the same employer?",
    ),
    plain=(
        "u gaat bij uw eigen werkgever weer aan het werk",
        "you go back to work with your own employer",
    ),
    formal=(
        "hervat eigen arbeid of bekleedt een andere functie bij dezelfde werkgever",
        "resumes own work or takes another post with the same employer",
    ),
    holder=_EMPLOYER,
)
resumed_on = day(
    "datum_hervatting",
    ask=(
        "Wanneer begon het weer werken (of, als dat later is, de tijd om de verklaring aan te "
        "vragen)?",
        "When did work resume (or, if later, the period for requesting the declaration)?",
    ),
    name=("de hervatting van het werk", "the resumption of work"),
    holder=_EMPLOYER,
    fixed=False,
)
recently_employed_here = yes_no(
    "zes_maanden_ervoor_in_dienst",
    ask=(
        "Was deze persoon in de zes maanden ervoor al bij deze werkgever in dienst?",
        "Was this person employed here in the six months before?",
    ),
    plain=(
        "u werkte in de zes maanden ervoor al bij deze werkgever",
        "you already worked for this employer in the six months before",
    ),
    formal=(
        "in dienst bij deze werkgever in de zes maanden voor indiensttreding",
        "employed by this employer in the six months before",
    ),
    holder=_EMPLOYER,
    fixed=True,
)
requested_in_three_months = yes_no(
    "verklaring_binnen_drie_maanden",
    ask=(
        "Vraagt u de verklaring aan binnen drie maanden na het begin?",
        "Do you request the declaration within three months of the start?",
    ),
    plain=(
        "u vraagt de verklaring aan binnen drie maanden",
        "you request the declaration within three months",
    ),
    formal=(
        "aanvraag doelgroepverklaring binnen drie maanden na aanvang",
        "declaration requested within three months of the start",
    ),
)
claimed = yes_no(
    "verzoek_in_loonaangifte",
    ask=(
        "Vraagt de werkgever het voordeel aan in de loonaangifte?",
        "Does the employer claim the benefit in the payroll return?",
    ),
    plain=(
        "de werkgever vraagt het aan in de loonaangifte",
        "the employer claims it in the payroll return",
    ),
    formal=("verzoek in de loonaangifte (Wtl art. 2.1)", "claim in payroll return (Wtl art. 2.1)"),
    holder=_EMPLOYER,
)
no_risk_declared = yes_no(
    "verklaring_no_risk",
    ask=(
        "Is er een verklaring van UWV dat de no-riskpolis geldt?",
        "Is there a UWV statement that the no-risk policy applies?",
    ),
    plain=(
        "UWV heeft verklaard dat de no-riskpolis geldt",
        "UWV stated that the no-risk policy applies",
    ),
    formal=(
        "UWV-verklaring no-riskpolis (ZW art. 29b)",
        "UWV statement no-risk policy (ZW art. 29b)",
    ),
    holder=_EMPLOYER,
    privacy=_DECLARED,
)

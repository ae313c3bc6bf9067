"""Facts about benefits: what someone receives or received. Never shown to an employer."""

from streekwerk.rights.engine.facts import Holder, Privacy
from streekwerk.rights.facts.making import yes_no

_MUNICIPAL = Holder.MUNICIPALITY
_SECRET = Privacy.BENEFIT

social_assistance = yes_no(
    "algemene_bijstand",
    ask=("Krijgt u bijstand van de gemeente?", "Do you receive social assistance?"),
    plain=("u krijgt bijstand van de gemeente", "you receive social assistance"),
    formal=("ontvangt algemene bijstand", "receives general social assistance"),
    holder=_MUNICIPAL,
    source="BUS 8 = 01",
    privacy=_SECRET,
)
left_disability_benefit = yes_no(
    "wia_uitstromer",
    ask=(
        "Kreeg u hulp van UWV bij een WIA-uitkering en werkt u nu met loonkostensubsidie?",
        "Did UWV support you under WIA and do you now work with a wage-cost subsidy?",
    ),
    plain=(
        "u viel onder de hulp van UWV (WIA) en nu onder die van de gemeente",
        "you moved from UWV support (WIA) to municipal support",
    ),
    formal=(
        "persoon als bedoeld in Wet WIA art. 34a lid 5 b, 35 lid 4 b of 36 lid 3 b",
        "person under WIA art. 34a(5)(b), 35(4)(b) or 36(3)(b)",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)
through_provision = yes_no(
    "buiten_groep_door_voorziening",
    ask=(
        "Valt u alleen door hulp van de gemeente (zoals loonkostensubsidie) niet meer onder "
        "een uitkering?",
        "Are you off benefit only because of municipal support (such as a wage subsidy)?",
    ),
    plain=(
        "u hebt alleen door hulp van de gemeente geen uitkering meer",
        "you are off benefit only because of municipal support",
    ),
    formal=(
        "behoort vanwege een voorziening niet meer tot een groep van lid 1 (art. 10 lid 2)",
        "no longer in a group of paragraph 1 because of a provision (art. 10(2))",
    ),
    holder=_MUNICIPAL,
    privacy=_SECRET,
)
survivors_benefit = yes_no(
    "anw_uitkering",
    ask=(
        "Krijgt u een uitkering omdat uw partner of ouder is overleden (Anw)?",
        "Do you receive a survivor's benefit (Anw)?",
    ),
    plain=("u krijgt een Anw-uitkering", "you receive a survivor's benefit"),
    formal=("ontvangt een uitkering op grond van de Anw", "receives a benefit under the Anw"),
    privacy=_SECRET,
)
ioaw = yes_no(
    "ioaw_uitkering",
    ask=("Krijgt u een IOAW-uitkering?", "Do you receive an IOAW benefit?"),
    plain=("u krijgt een IOAW-uitkering", "you receive an IOAW benefit"),
    formal=("ontvangt een uitkering op grond van de IOAW", "receives a benefit under the IOAW"),
    holder=_MUNICIPAL,
    source="BUS 8 = 02",
    privacy=_SECRET,
)
ioaz = yes_no(
    "ioaz_uitkering",
    ask=("Krijgt u een IOAZ-uitkering?", "Do you receive an IOAZ benefit?"),
    plain=("u krijgt een IOAZ-uitkering", "you receive an IOAZ benefit"),
    formal=("ontvangt een uitkering op grond van de IOAZ", "receives a benefit under the IOAZ"),
    holder=_MUNICIPAL,
    source="BUS 8 = 03",
    privacy=_SECRET,
)
without_benefit = yes_no(
    "niet_uitkeringsgerechtigd",
    ask=(
        "Staat u bij UWV ingeschreven als werkzoekende en hebt u geen uitkering?",
        "Are you registered with UWV as a jobseeker and without benefit?",
    ),
    plain=(
        "u zoekt werk, staat ingeschreven bij UWV en hebt geen uitkering",
        "you are a registered jobseeker without benefit",
    ),
    formal=("niet-uitkeringsgerechtigde (art. 6 onder a)", "person without benefit (art. 6(a))"),
    privacy=_SECRET,
)
uwv_benefit = yes_no(
    "uwv_uitkering",
    ask=("Krijgt u een uitkering van UWV?", "Do you receive a benefit from UWV?"),
    plain=("u krijgt een uitkering van UWV", "you receive a benefit from UWV"),
    formal=("UWV verstrekt een uitkering", "UWV pays a benefit"),
    privacy=_SECRET,
)
uwv_agreement = yes_no(
    "afspraak_uwv_en_gemeente",
    ask=(
        "Hebben UWV en de gemeente afgesproken dat de gemeente u helpt?",
        "Have UWV and the municipality agreed that the municipality supports you?",
    ),
    plain=(
        "UWV en de gemeente hebben afgesproken dat de gemeente u helpt",
        "UWV and the municipality agreed that the municipality supports you",
    ),
    formal=("overeenkomst UWV–college (art. 7 lid 7)", "agreement UWV–municipality (art. 7(7))"),
    holder=_MUNICIPAL,
)
sheltered_circle = yes_no(
    "uitkering_of_ondersteuning_kring_beschut",
    ask=(
        "Krijgt u een uitkering van UWV (zoals WW, WIA, Wajong of Ziektewet) of "
        "Wajong-ondersteuning?",
        "Do you receive a UWV benefit (such as WW, WIA, Wajong, Ziektewet) or Wajong support?",
    ),
    plain=(
        "u krijgt een uitkering of ondersteuning van UWV",
        "you receive a benefit or support from UWV",
    ),
    formal=(
        "uitkering WW, IOW, WAZ, Wajong, WIA, WAO, ZW of Wamil, of Wajong-arbeidsondersteuning",
        "benefit under WW, IOW, WAZ, Wajong, WIA, WAO, ZW or Wamil, or Wajong support",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)
disability_benefit_before_start = yes_no(
    "wia_in_maand_voor_aanvang",
    ask=(
        "Had u recht op een WIA-uitkering in de maand voordat u bij deze werkgever begon?",
        "Were you entitled to WIA in the month before you started with this employer?",
    ),
    plain=(
        "u had recht op WIA in de maand voor u begon",
        "you were entitled to WIA in the month before you started",
    ),
    formal=(
        "recht op een WIA-uitkering in de maand voor aanvang",
        "WIA entitlement in the month before the start",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)
benefit_before_start = yes_no(
    "uitkering_in_maand_voor_aanvang",
    ask=(
        "Had u recht op een uitkering (zoals WW, bijstand of WIA) in de maand voordat u begon?",
        "Were you entitled to a benefit (such as WW, assistance, WIA) in the month before you "
        "started?",
    ),
    plain=(
        "u had recht op een uitkering in de maand voor u begon",
        "you were entitled to a benefit in the month before you started",
    ),
    formal=(
        "recht op een uitkering van Wtl art. 2.2 lid 1 a in de maand voor aanvang",
        "entitled to a benefit listed in Wtl art. 2.2(1)(a) in the month before the start",
    ),
    privacy=_SECRET,
)
disability_benefit_at_return = yes_no(
    "wia_bij_hervatting",
    ask=(
        "Hebt u recht op WIA bij uw hervatting of krijgt u dat daarna?",
        "Are you entitled to WIA when you resume work, or will you be?",
    ),
    plain=("u hebt recht op WIA en gaat weer werken", "you are entitled to WIA and resume work"),
    formal=(
        "recht op een WIA-uitkering bij of na hervatting (Wtl art. 2.14 lid 1 a)",
        "WIA entitlement at or after resumption (Wtl art. 2.14(1)(a))",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)
wajong = yes_no(
    "wajong",
    ask=(
        "Krijgt u Wajong (uitkering of hulp bij werk)?",
        "Do you have Wajong (benefit or work support)?",
    ),
    plain=("u hebt Wajong", "you have Wajong"),
    formal=(
        "recht op arbeidsondersteuning of uitkering Wajong",
        "entitled to Wajong support or benefit",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)
wajong_no_capacity = yes_no(
    "wajong_duurzaam_geen_mogelijkheden",
    ask=(
        "Heeft UWV vastgesteld dat u blijvend geen mogelijkheden hebt om te werken?",
        "Has UWV established that you permanently have no capacity to work?",
    ),
    plain=(
        "volgens UWV hebt u blijvend geen mogelijkheden om te werken",
        "according to UWV you permanently have no capacity to work",
    ),
    formal=(
        "duurzaam geen mogelijkheden tot arbeidsparticipatie (Wajong art. 1a:1)",
        "permanently no capacity to participate (Wajong art. 1a:1)",
    ),
    holder=Holder.UWV,
    privacy=Privacy.HEALTH,
)
disability_benefit_at_start = yes_no(
    "wia_bij_aanvang",
    ask=(
        "Had u direct voor het begin van dit werk recht op WIA?",
        "Were you entitled to WIA immediately before this job started?",
    ),
    plain=(
        "u had direct voor dit werk recht op WIA",
        "you were entitled to WIA immediately before this job",
    ),
    formal=(
        "onmiddellijk voorafgaand recht op een WIA-uitkering",
        "WIA entitlement immediately before the start",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)
disability_benefit_while_employed = yes_no(
    "wia_en_zelfde_werkgever",
    ask=(
        "Kreeg u WIA en bleef u daarna bij uw eigen werkgever werken?",
        "Were you granted WIA and did you stay with your own employer?",
    ),
    plain=(
        "u kreeg WIA en bleef bij uw eigen werkgever",
        "you were granted WIA and stayed with your own employer",
    ),
    formal=(
        "dienstbetrekking voortgezet na vaststelling van het WIA-recht (ZW art. 29b lid 4)",
        "employment continued after the WIA decision (ZW art. 29b(4))",
    ),
    holder=Holder.UWV,
    privacy=_SECRET,
)

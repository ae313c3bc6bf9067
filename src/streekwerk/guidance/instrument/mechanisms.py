"""The seven mechanisms of the dialogue, in the order of a conversation."""

from __future__ import annotations

from streekwerk.guidance.instrument.mechanism import Mechanism, Question, Reference
from streekwerk.vocabulary.language import Text

JOBS_NL = Reference(
    "Brenninkmeijer & Blonk (2012), The effectiveness of the JOBS program among the long-term "
    "unemployed: a randomized experiment in the Netherlands, Health Promotion International "
    "27(2), 220-229: guidance that builds confidence and prepares for setbacks",
    "https://doi.org/10.1093/heapro/dar033",
)
JOBS = Reference(
    "Caplan, Vinokur, Price & van Ryn (1989), Job seeking, reemployment, and mental health: a "
    "randomized field experiment in coping with job loss, Journal of Applied Psychology 74, "
    "759-769",
)
CBS_HEALTH = Reference(
    "CBS, ervaren gezondheid: “Hoe is over het algemeen uw gezondheid?” with its five answers",
    "https://www.cbs.nl/nl-nl/onze-diensten/methoden/begrippen/ervaren-gezondheid",
)
GGM_SELF_RELIANCE = Reference(
    "Gemeentelijk Gegevensmodel, Model Werk, objecttype ZelfredzaamheidScore: domains of daily "
    "life (its 5-point judgement by a professional is not taken over)",
    "https://github.com/Gemeente-Delft/Gemeentelijk-Gegevensmodel",
)
VUM_SKILLS = Reference(
    "VNG UM-Pilot, Werkzoekende.arbeidsmarktkwalificatie: what a skills profile holds",
    "https://github.com/VNG-Realisatie/UM-Pilot",
)

_CONFIDENCE = (
    Text("helemaal geen vertrouwen", "no confidence at all"),
    Text("weinig vertrouwen", "little confidence"),
    Text("wisselend", "it varies"),
    Text("best veel vertrouwen", "quite some confidence"),
    Text("heel veel vertrouwen", "a lot of confidence"),
)
_OFTEN = (
    Text("nooit", "never"),
    Text("bijna nooit", "hardly ever"),
    Text("soms", "sometimes"),
    Text("vaak", "often"),
    Text("bijna altijd", "nearly always"),
)

MECHANISMS: tuple[Mechanism, ...] = (
    Mechanism(
        "confidence",
        Text("Vertrouwen", "Confidence"),
        Text("Hoeveel vertrouwen hebt u erin?", "How much confidence do you have?"),
        Text(
            "Vertrouwen om werk te vinden, en om door te gaan na een tegenslag.",
            "Confidence in finding work, and in going on after a setback.",
        ),
        (
            Question(
                "confidence_find",
                Text(
                    "Hoeveel vertrouwen hebt u dat u werk vindt dat bij u past?",
                    "How confident are you that you will find work that suits you?",
                ),
                _CONFIDENCE,
            ),
            Question(
                "confidence_setback",
                Text(
                    "U wordt een keer afgewezen. Hoeveel vertrouwen hebt u dat u daarna doorgaat?",
                    "You are turned down once. How confident are you that you go on after that?",
                ),
                _CONFIDENCE,
            ),
        ),
        (
            Text("Een keer dat iets goed lukte: wat deed u toen?",
                 "A time when something went well: what did you do then?"),
            Text("Een kleine stap waarvan u zeker weet dat hij lukt",
                 "A small step that you know will work"),
            Text("Wat u doet als het tegenzit, en wie dan helpt",
                 "What you do when things go wrong, and who helps then"),
        ),
        (JOBS_NL, JOBS),
    ),
    Mechanism(
        "motivation",
        Text("Zin en reden", "Wanting to"),
        Text("Wat wilt u zelf?", "What do you want yourself?"),
        Text(
            "Of werken of meedoen iets is wat iemand zelf wil, en waarom.",
            "Whether working or taking part is something they want themselves, and why.",
        ),
        (
            Question(
                "motivation_want",
                Text("Hoe graag wilt u nu aan het werk?", "How much do you want to work now?"),
                (
                    Text("nu liever niet", "rather not now"),
                    Text("een beetje", "a little"),
                    Text("ik twijfel", "I am not sure"),
                    Text("graag", "I would like to"),
                    Text("heel graag", "I would like to very much"),
                ),
            ),
            Question(
                "motivation_own",
                Text(
                    "Past wat we nu doen bij wat u zelf wilt?",
                    "Does what we do now fit what you want yourself?",
                ),
                (
                    Text("helemaal niet", "not at all"),
                    Text("niet zo", "not really"),
                    Text("half", "half"),
                    Text("grotendeels", "for the most part"),
                    Text("helemaal", "completely"),
                ),
            ),
        ),
        (
            Text("Wat werk voor u zou betekenen: geld, mensen, ritme, iets anders",
                 "What work would mean to you: money, people, rhythm, something else"),
            Text("Wat er moet veranderen voordat u het wilt",
                 "What has to change before you want it"),
            Text("Een doel dat u zelf kiest, ook als dat nog geen betaald werk is",
                 "A goal of your own choice, even if that is not paid work yet"),
        ),
        (JOBS_NL,),
    ),
    Mechanism(
        "support",
        Text("Mensen om u heen", "People around you"),
        Text("Wie helpt u?", "Who helps you?"),
        Text(
            "Steun van familie, vrienden en anderen bij het zoeken naar werk.",
            "Support of family, friends and others in looking for work.",
        ),
        (
            Question(
                "support_talk",
                Text(
                    "Kunt u met iemand praten over werk zoeken?",
                    "Is there somebody you can talk to about looking for work?",
                ),
                _OFTEN,
            ),
            Question(
                "support_help",
                Text(
                    "Helpen mensen om u heen als u iets moet regelen?",
                    "Do people around you help when you have to arrange something?",
                ),
                _OFTEN,
            ),
        ),
        (
            Text("Wie u kent die werkt, en wat die voor u kan vragen",
                 "Whom you know who works, and what they can ask for you"),
            Text("Samen met anderen zoeken, in een groep of met een maatje",
                 "Looking together with others, in a group or with a buddy"),
            Text("Iemand meenemen naar een gesprek", "Bringing somebody to a conversation"),
        ),
        (JOBS, JOBS_NL),
    ),
    Mechanism(
        "health",
        Text("Gezondheid zoals u die ervaart", "Health as you feel it"),
        Text(
            "Hoe voelt u zich? U hoeft niet te zeggen wat er is.",
            "How do you feel? You do not have to say what it is.",
        ),
        Text(
            "Hoe iemand de eigen gezondheid ervaart, en wat dat voor werken betekent. Nooit een "
            "diagnose.",
            "How somebody feels about their own health, and what that means for working. Never a "
            "diagnosis.",
        ),
        (
            Question(
                "health_general",
                Text("Hoe is over het algemeen uw gezondheid?", "How is your health in general?"),
                (
                    Text("zeer slecht", "very bad"),
                    Text("slecht", "bad"),
                    Text("gaat wel", "fair"),
                    Text("goed", "good"),
                    Text("zeer goed", "very good"),
                ),
                verbatim=True,
            ),
            Question(
                "health_work",
                Text(
                    "Hoeveel ruimte hebt u nu voor werk, als u let op hoe u zich voelt?",
                    "How much room do you have for work now, going by how you feel?",
                ),
                (
                    Text("geen ruimte", "no room"),
                    Text("een paar uur per week", "a few hours a week"),
                    Text("een paar dagdelen per week", "a few half days a week"),
                    Text("bijna een hele week", "nearly a whole week"),
                    Text("een hele week", "a whole week"),
                ),
            ),
        ),
        (
            Text("Wat u nodig hebt om goed te kunnen werken: tijd, rust, een plek",
                 "What you need to work well: time, quiet, a place"),
            Text("Wat u energie geeft en wat energie kost",
                 "What gives you energy and what takes it"),
            Text("Of iemand anders, zoals de huisarts, eerst kan helpen",
                 "Whether somebody else, such as the doctor, can help first"),
        ),
        (CBS_HEALTH,),
    ),
    Mechanism(
        "search",
        Text("Zoeken naar werk", "Looking for work"),
        Text("Hoe zoekt u naar werk?", "How do you look for work?"),
        Text(
            "Wat iemand doet om werk te vinden, en hoe dat gaat. Niet of het genoeg is.",
            "What somebody does to find work, and how it goes. Not whether it is enough.",
        ),
        (
            Question(
                "search_know",
                Text(
                    "Weet u waar en hoe u werk kunt zoeken dat bij u past?",
                    "Do you know where and how to look for work that suits you?",
                ),
                (
                    Text("helemaal niet", "not at all"),
                    Text("een klein beetje", "a little bit"),
                    Text("ongeveer", "more or less"),
                    Text("goed", "well"),
                    Text("heel goed", "very well"),
                ),
            ),
            Question(
                "search_do",
                Text(
                    "Hoe vaak deed u in de afgelopen maand iets om werk te vinden?",
                    "How often in the past month did you do something to find work?",
                ),
                (
                    Text("niet", "not at all"),
                    Text("één keer", "once"),
                    Text("een paar keer", "a few times"),
                    Text("elke week", "every week"),
                    Text("bijna elke dag", "nearly every day"),
                ),
            ),
        ),
        (
            Text("Welke manier bij u past: bellen, langsgaan, via mensen, online",
                 "Which way suits you: calling, dropping by, through people, online"),
            Text("Samen een brief of een profiel maken", "Making a letter or a profile together"),
            Text("Oefenen met een gesprek", "Practising a conversation"),
        ),
        (JOBS, JOBS_NL),
    ),
    Mechanism(
        "skills",
        Text("Wat u kunt", "What you can do"),
        Text("Waar bent u goed in?", "What are you good at?"),
        Text(
            "Of iemand weet wat hij of zij kan, en of dat past bij het werk van de wens.",
            "Whether somebody knows what they can do, and whether that fits the work they want.",
        ),
        (
            Question(
                "skills_know",
                Text(
                    "Kunt u goed vertellen waar u goed in bent?",
                    "Can you tell well what you are good at?",
                ),
                (
                    Text("dat lukt niet", "I cannot"),
                    Text("met veel hulp", "with a lot of help"),
                    Text("een beetje", "a little"),
                    Text("best goed", "quite well"),
                    Text("heel goed", "very well"),
                ),
            ),
            Question(
                "skills_fit",
                Text(
                    "Kunt u al wat nodig is voor het werk dat u wilt?",
                    "Can you already do what the work you want takes?",
                ),
                (
                    Text("nog niets", "nothing yet"),
                    Text("een klein deel", "a small part"),
                    Text("ongeveer de helft", "about half"),
                    Text("het meeste", "most of it"),
                    Text("alles", "all of it"),
                ),
            ),
        ),
        (
            Text("Wat u thuis, bij hobby of vrijwilligerswerk doet",
                 "What you do at home, as a hobby or as a volunteer"),
            Text("Iets uitproberen op een werkplek", "Trying something at a workplace"),
            Text("Een cursus of een bewijs van wat u al kunt",
                 "A course, or a proof of what you can do already"),
        ),
        (VUM_SKILLS,),
    ),
    Mechanism(
        "practical",
        Text("Praktische zaken", "Practical matters"),
        Text("Wat zit er in de weg?", "What is in the way?"),
        Text(
            "Vervoer, opvang, geld, wonen, papieren: wat eerst geregeld moet zijn.",
            "Transport, childcare, money, housing, papers: what must be arranged first.",
        ),
        (
            Question(
                "practical_way",
                Text(
                    "Zitten praktische zaken u in de weg bij werk? Denk aan opvang, vervoer of "
                    "papieren.",
                    "Do practical matters stand in the way of work? Think of childcare, transport "
                    "or papers.",
                ),
                (
                    Text("heel erg", "very much"),
                    Text("best wel", "quite a lot"),
                    Text("een beetje", "a little"),
                    Text("bijna niet", "hardly"),
                    Text("niet", "not at all"),
                ),
            ),
            Question(
                "practical_rest",
                Text(
                    "Hebt u rust genoeg in uw hoofd om met werk bezig te zijn?",
                    "Do you have enough peace of mind to think about work?",
                ),
                _OFTEN,
            ),
        ),
        (
            Text("Wat als eerste geregeld moet worden, en wie dat doet",
                 "What must be arranged first, and who does it"),
            Text("Hulp bij geld of opvang die er al is",
                 "Help with money or childcare that is there already"),
            Text("Werk dat past bij de tijd die er is", "Work that fits the time there is"),
        ),
        (GGM_SELF_RELIANCE,),
    ),
)  # fmt: skip

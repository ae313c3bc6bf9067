"""What fictitious people say: wishes, goals, steps and own words, by the kind of work they like."""

from __future__ import annotations

# By kind of work (GGM SoortWerk): a wish, a goal of it, last work, what they are good at.
LINES: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "aanpakken": (
        (
            "Ik wil buiten werken, met mijn handen.",
            "Drie dagen per week werk in het groen",
            "medewerker plantsoen",
            "Doorwerken, ook als het regent.",
        ),
        (
            "Ik wil weer een vast ritme en collega's.",
            "Betaald werk in het magazijn, 24 uur",
            "orderpicker",
            "Ik houd overzicht en vergeet niets.",
        ),
        (
            "Iets in de bouw lijkt me mooi.",
            "Een leerwerkplek in de bouw",
            "hulpkracht bouw",
            "Sterk en precies.",
        ),
        (
            "Schoonmaken doe ik graag, als het niet te vroeg is.",
            "Schoonmaakwerk onder schooltijd",
            "schoonmaker kantoren",
            "Netjes en snel werken.",
        ),
    ),
    "helpen": (
        (
            "Ik wil voor oude mensen zorgen.",
            "Een opleiding helpende zorg beginnen",
            "vrijwilliger in een verzorgingshuis",
            "Geduldig, ik luister goed.",
        ),
        (
            "Ik wil iets doen met kinderen.",
            "Werk op een school of bij een opvang",
            "overblijfouder",
            "Rustig blijven en grapjes maken.",
        ),
        (
            "Ik zou graag mensen helpen die nieuw zijn in Nederland.",
            "Vrijwilligerswerk met uitzicht op betaald werk",
            "tolk voor familie",
            "Ik spreek met iedereen.",
        ),
    ),
    "maken": (
        (
            "Ik wil leren lassen.",
            "Een certificaat lassen halen",
            "productiemedewerker",
            "Ik zie snel hoe iets in elkaar zit.",
        ),
        (
            "Koken is wat ik het liefst doe.",
            "Werk in een keuken, vier dagen",
            "keukenhulp",
            "Lekker koken voor veel mensen.",
        ),
        (
            "Ik repareer graag fietsen.",
            "Werk in een fietsenmaker of kringloop",
            "fietsenmaker in een buurthuis",
            "Alles wat stuk is weer maken.",
        ),
    ),
    "verkopen": (
        (
            "Ik wil in een winkel werken waar ik mensen ken.",
            "Betaald werk in een winkel, 20 uur",
            "verkoopster kleding",
            "Praten met klanten.",
        ),
        (
            "Ooit wil ik een eigen zaak.",
            "Onderzoeken of een eigen bedrijf kan",
            "marktkoopman",
            "Verkopen en rekenen.",
        ),
        (
            "Ik wil graag aan de telefoon of op kantoor werken.",
            "Een baan op kantoor, 24 uur",
            "receptioniste",
            "Vriendelijk en ordelijk.",
        ),
    ),
    "vervoeren": (
        (
            "Ik wil chauffeur worden.",
            "Het rijbewijs C halen en als chauffeur werken",
            "bezorger",
            "Ik ken alle wegen hier.",
        ),
        (
            "Op een bus rijden lijkt me mooi.",
            "Een opleiding tot buschauffeur",
            "taxichauffeur",
            "Rustig in het verkeer.",
        ),
    ),
}
MATTERS = (
    "Dat ik er kan zijn voor mijn kinderen.",
    "Dat ik met respect word behandeld.",
    "Dat het niet te ver is.",
    "Een vast contract, zodat ik rust heb.",
    "Dat ik iets kan leren.",
    "Collega's met wie ik kan lachen.",
    "Dat ik mijn eigen geld verdien.",
    "Dat er rekening is met mijn rug.",
    "Dat ik weer mensen zie.",
)
NOT_WANTED = (
    "Geen nachtdiensten.",
    "Niet de hele dag aan de telefoon.",
    "Niet weer iets dat na een paar maanden stopt.",
    "Niet in een grote groep.",
    "Geen werk waar ik de hele dag sta.",
)
# What, who ("jobseeker", "caseworker", "other"), who else, SRG type if it is a measure.
STEPS: tuple[tuple[str, str, str, str], ...] = (
    ("Samen een cv maken", "caseworker", "", ""),
    ("Twee bedrijven bellen en vragen of u kunt meelopen", "jobseeker", "", ""),
    ("Een ochtend meelopen", "jobseeker", "", ""),
    ("Informatie vragen over kinderopvang", "jobseeker", "", ""),
    ("Bellen met de schuldhulp voor een afspraak", "caseworker", "", ""),
    ("Een afspraak maken bij de huisarts", "jobseeker", "", ""),
    ("Starten met coaching", "other", "de jobcoach", "40"),
    ("Beginnen met een cursus", "other", "de opleider", "42"),
    ("Vrijwilligerswerk proberen, twee dagdelen", "jobseeker", "", "43"),
    ("Een fiets regelen", "caseworker", "", "50"),
    ("Het gesprek oefenen", "caseworker", "", ""),
    ("Iemand vragen die u kent en die werkt", "jobseeker", "", ""),
    ("Een taaltoets doen", "other", "de taalschool", ""),
    ("Uitzoeken wat werken oplevert", "caseworker", "", ""),
    ("Een proefplaatsing bespreken met de werkgever", "other", "de accountmanager", "23"),
    ("Naar de open dag van de opleiding", "jobseeker", "", ""),
)
AGREED = (
    "We beginnen rustig. De eerste stap staat in het plan.",
    "U denkt erover na en belt als er iets verandert.",
    "We kijken over een paar weken hoe het ging.",
    "Eerst de opvang regelen, daarna verder.",
    "We spreken elkaar weer na de cursus.",
)
NEWS = (
    "Het gaat beter. De kinderen zijn weer naar school.",
    "Moeilijke maand gehad, maar de afspraak is gelukt.",
    "Twee sollicitaties gedaan, een keer uitgenodigd.",
    "Veel last van de rug. Wel elke dag gewandeld.",
    "Bij de buurvrouw geholpen, dat was leuk.",
)
OWN_WORDS = (
    "Het hangt van de dag af.",
    "Als iemand het voordoet, lukt het.",
    "Mijn zus helpt me.",
    "Vroeger ging dat beter.",
    "Ik ben er trots op dat ik dit kan.",
    "Eerst moet het thuis rustig zijn.",
)
AVAILABLE = (
    "Woensdag de kinderen.",
    "Liever niet voor negen uur.",
    "Op dinsdag fysiotherapie.",
    "Ik zorg voor mijn moeder in het weekend.",
)
COURSES = ("Vca-basis", "Heftruck", "Nederlands op niveau A2", "Sociale hygiëne", "Bhv")
TOOLS = ("kassa en pinapparaat", "heftruck", "computer, mail", "naaimachine", "keukenapparatuur")

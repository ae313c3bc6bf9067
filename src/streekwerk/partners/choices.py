"""What can be chosen in an employer's file, with its words."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice


class SizeClass(Choice):
    """People working at the establishment, in the classes Statistics Netherlands uses."""

    ONE = "1", "1 persoon", "1 person"
    TO_4 = "2-4", "2 tot 5 personen", "2 to 4 people"
    TO_9 = "5-9", "5 tot 10 personen", "5 to 9 people"
    TO_19 = "10-19", "10 tot 20 personen", "10 to 19 people"
    TO_49 = "20-49", "20 tot 50 personen", "20 to 49 people"
    TO_99 = "50-99", "50 tot 100 personen", "50 to 99 people"
    TO_249 = "100-249", "100 tot 250 personen", "100 to 249 people"
    MORE = "250+", "250 personen of meer", "250 people or more"


class Weekday(Choice):
    """A day on which there is work."""

    MONDAY = "mon", "maandag", "Monday"
    TUESDAY = "tue", "dinsdag", "Tuesday"
    WEDNESDAY = "wed", "woensdag", "Wednesday"
    THURSDAY = "thu", "donderdag", "Thursday"
    FRIDAY = "fri", "vrijdag", "Friday"
    SATURDAY = "sat", "zaterdag", "Saturday"
    SUNDAY = "sun", "zondag", "Sunday"


class Month(Choice):
    """A month in which it is busier than usual."""

    JANUARY = "01", "januari", "January"
    FEBRUARY = "02", "februari", "February"
    MARCH = "03", "maart", "March"
    APRIL = "04", "april", "April"
    MAY = "05", "mei", "May"
    JUNE = "06", "juni", "June"
    JULY = "07", "juli", "July"
    AUGUST = "08", "augustus", "August"
    SEPTEMBER = "09", "september", "September"
    OCTOBER = "10", "oktober", "October"
    NOVEMBER = "11", "november", "November"
    DECEMBER = "12", "december", "December"


class Accessibility(Choice):
    """How the workplace can be reached and used."""

    STEP_FREE = "step_free", "zonder drempels en trappen", "without steps and stairs"
    TOILET = "toilet", "aangepast toilet", "adapted toilet"
    QUIET = "quiet", "rustige werkplek", "quiet workplace"
    SEATED = "seated", "werk dat zittend kan", "work that can be done sitting"
    BUS = "bus", "met de bus of trein te bereiken", "can be reached by bus or train"
    BICYCLE = "bicycle", "met de fiets te bereiken", "can be reached by bicycle"
    TRANSPORT = "transport", "eigen vervoer van het bedrijf", "transport by the business"


class FloorLanguage(Choice):
    """A language in which one can work there and be helped."""

    DUTCH = "nl", "Nederlands", "Dutch"
    EASY_DUTCH = "nl-easy", "eenvoudig Nederlands", "easy Dutch"
    SIGNS = "signs", "pictogrammen en voordoen", "pictures and showing"
    ENGLISH = "en", "Engels", "English"
    GERMAN = "de", "Duits", "German"
    POLISH = "pl", "Pools", "Polish"
    UKRAINIAN = "uk", "Oekraïens", "Ukrainian"
    ARABIC = "ar", "Arabisch", "Arabic"
    TIGRINYA = "ti", "Tigrinya", "Tigrinya"
    TURKISH = "tr", "Turks", "Turkish"


class Technology(Choice):
    """Technology in use that makes work easier to do."""

    INSTRUCTIONS = "instructions", "werkinstructies op een scherm", "work instructions on a screen"
    LIGHT = "light", "lampjes of projectie wijzen de weg", "lights or projection lead the way"
    LIFTING = "lifting", "tilhulp of exoskelet", "lifting aid or exoskeleton"
    COBOT = "cobot", "samenwerkende robot", "collaborative robot"
    TRANSLATION = "translation", "vertaalapp", "translation app"
    SCANNER = "scanner", "scanner of telsysteem", "scanner or counting system"


class AgendaKind(Choice):
    """What kind of change an employer is working on."""

    PRODUCT = "product", "nieuw product of nieuwe dienst", "new product or service"
    AUTOMATION = "automation", "automatisering", "automation"
    RESHORING = "reshoring", "productie terughalen", "bringing production back"
    GROWTH = "growth", "groei", "growth"
    OTHER = "other", "iets anders", "something else"


class Horizon(Choice):
    """When it should be there."""

    SOON = "soon", "binnen een half jaar", "within half a year"
    YEAR = "year", "binnen een jaar", "within a year"
    LATER = "later", "over één tot drie jaar", "in one to three years"
    FAR = "far", "later dan drie jaar", "later than three years"


class AgendaState(Choice):
    """How far it is."""

    IDEA = "idea", "idee", "idea"
    EXPLORING = "exploring", "wordt verkend", "being explored"
    DECIDED = "decided", "besloten", "decided"
    RUNNING = "running", "wordt uitgevoerd", "being carried out"
    DONE = "done", "klaar", "done"
    DROPPED = "dropped", "gaat niet door", "not going ahead"


class AgreementState(Choice):
    """How an agreement goes."""

    AGREED = "agreed", "afgesproken", "agreed"
    ON_TRACK = "on_track", "loopt goed", "going well"
    HELP = "help", "hulp nodig", "help needed"
    DONE = "done", "nagekomen", "kept"
    STOPPED = "stopped", "gestopt", "stopped"


ENDED = (AgreementState.DONE, AgreementState.STOPPED)


class Side(Choice):
    """Who of the two speaks."""

    REGION = "region", "de regio", "the region"
    EMPLOYER = "employer", "de werkgever", "the employer"


class Again(Choice):
    """Whether one would do it again."""

    YES = "yes", "ja", "yes"
    DIFFERENTLY = "differently", "ja, maar anders", "yes, but differently"
    NO = "no", "nee", "no"
    UNKNOWN = "unknown", "weten we nog niet", "we do not know yet"


class ContactKind(Choice):
    """How there was contact."""

    VISIT = "visit", "bezoek", "visit"
    PHONE = "phone", "telefoon", "telephone"
    VIDEO = "video", "videogesprek", "video call"
    MAIL = "mail", "e-mail", "e-mail"
    EVENT = "event", "bijeenkomst", "event"

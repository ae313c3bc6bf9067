"""The fixed words of the plan and of the record of a decision, at level B1."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text

WORDS: dict[str, Text] = {
    "made_by": Text("Gemaakt met Streekwerk", "Made with Streekwerk"),
    "page": Text("bladzijde", "page"),
    "plan": Text("Uw plan", "Your plan"),
    "for_whom": Text("Voor", "For"),
    "intro": Text(
        "In dit plan staat wat wij samen hebben afgesproken. Klopt er iets niet? Of wilt u toch "
        "iets anders? Zeg het. Een plan kan altijd worden veranderd.",
        "This plan says what we agreed together. Is something not right? Or would you rather do "
        "something else? Tell us. A plan can always be changed.",
    ),
    "goal": Text("Waar u naartoe wilt", "Where you want to go"),
    "no_goal": Text("Dit spreken wij nog af.", "We will agree on this."),
    "chosen": Text("Wat wij hebben gekozen", "What we chose"),
    "nothing_chosen": Text("Er is nog geen keuze gemaakt.", "No choice has been made yet."),
    "why": Text("Waarom", "Why"),
    "wish": Text("Wat u zelf wilt", "What you want yourself"),
    "known": Text("Wat is bekend over deze stap?", "What is known about this step?"),
    "sure": Text("Hoe zeker is dat?", "How sure is that?"),
    "origin": Text("Waar komt dat vandaan?", "Where does that come from?"),
    "law": Text("Wat zegt de wet?", "What does the law say?"),
    "offer": Text("Waar en wanneer?", "Where and when?"),
    "not_you": Text(
        "Deze cijfers gaan over veel mensen samen. Zij zeggen niet hoe het met u zal gaan.",
        "These figures are about many people together. They do not say how it will go for you.",
    ),
    "steps": Text("Wie doet wat, en wanneer", "Who does what, and when"),
    "what": Text("Wat", "What"),
    "who": Text("Wie", "Who"),
    "when": Text("Wanneer", "When"),
    "no_steps": Text("Er zijn nog geen stappen afgesproken.", "No steps have been agreed yet."),
    "look_back": Text("Wij kijken samen terug op", "We look back together on"),
    "disagree": Text("Bent u het er niet mee eens?", "Do you disagree?"),
    "disagree_words": Text(
        "Zeg het tegen uw klantmanager, of schrijf het op. U mag iemand meenemen. Staat er iets "
        "verkeerd over u? Dan verbeteren wij het en kijken wij opnieuw naar de mogelijkheden. Wat "
        "eerder is opgeschreven, blijft bewaard. Is het een besluit over uw uitkering of over hulp "
        "die u niet krijgt? Dan krijgt u daarover een aparte brief. In die brief staat hoe u "
        "bezwaar maakt.",
        "Tell your caseworker, or write it down. You may bring somebody along. Is something about "
        "you wrong? Then we correct it and look at the options again. What was written before is "
        "kept. Is it a decision about your benefit or about help you do not get? Then you get a "
        "separate letter about that. It says how to object.",
    ),
    "nobody_is_scored": Text(
        "Een computer heeft niet voor u gekozen en geeft u geen cijfer. U en uw klantmanager "
        "hebben gekozen.",
        "No computer chose for you or gave you a score. You and your caseworker chose.",
    ),
    "contact": Text("Vragen?", "Questions?"),
    "decision": Text("Vastgelegde keuze", "Record of a choice"),
    "decision_intro": Text(
        "Wat is gekozen, door wie, en wat er toen op tafel lag. Dit wordt niet meer veranderd; een "
        "nieuwe keuze komt ernaast te staan.",
        "What was chosen, by whom, and what was on the table then. This is never changed; a new "
        "choice is put beside it.",
    ),
    "decided_by": Text("Vastgelegd door", "Recorded by"),
    "together": Text("Hoe besloten", "How it was decided"),
    "view": Text("Wat de klantmanager denkt", "What the caseworker thinks"),
    "jobseeker_wish": Text("Wat de werkzoekende wil", "What the jobseeker wants"),
    "others": Text("Wat er ook kon", "What else was possible"),
    "others_words": Text(
        "Op volgorde van het alfabet, zoals het op tafel lag.",
        "In alphabetical order, as it was on the table.",
    ),
    "made_from": Text("Waar dit op stond", "What this stood on"),
    "replay": Text(
        "Met deze invoer geeft het programma precies hetzelfde advies.",
        "With this input the program gives exactly the same advice.",
    ),
    "none": Text("niet gezegd", "not said"),
    "with_it": Text("met deze stap", "with this step"),
    "without": Text("zonder", "without"),
    "could_be": Text("zo onzeker is het", "how uncertain it is"),
}

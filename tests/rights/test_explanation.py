"""What people read: plain and professional, Dutch and English, with article and value."""

from datetime import date

from streekwerk.rights import Truth, evaluate, new_case, rule
from streekwerk.rights.engine.explanation import day_text

DAY = date(2026, 7, 1)


def explained(key: str, wording: str, **facts: object) -> str:
    (answer,) = evaluate(new_case(DAY, facts), [rule(key)])
    reason = answer.reason("plain" if wording == "plain" else "professional")
    assert reason is not None
    return "\n".join(reason.lines("nl"))


def test_a_jobseeker_reads_plain_words() -> None:
    said = explained("proefplaats", "plain", algemene_bijstand="ja")
    assert "Klopt: u krijgt bijstand van de gemeente (Pw art. 8a lid 2 d)" in said
    assert "Weten we nog niet: de gemeente geeft toestemming" in said


def test_a_professional_reads_the_terms_of_the_law() -> None:
    said = explained("proefplaats", "professional", algemene_bijstand="nee")
    assert "Niet voldaan: ontvangt algemene bijstand" in said


def test_a_number_shows_what_was_filled_in() -> None:
    said = explained("vrijlating-alleenstaande-ouder", "plain", leeftijd_jongste_kind=11)
    assert "is minder dan 12 jaar [11 jaar] (Pw art. 31 lid 2 r 1°)" in said


def test_a_parameter_shows_its_amount() -> None:
    said = explained("uitstroompremie", "plain", premies_dit_jaar=3000)
    assert "(€ 3.398,00 per jaar) [€ 3.000,00 per jaar]" in said


def test_what_must_not_be_is_said_as_such() -> None:
    said = explained("loonkostensubsidie", "plain", wsw_dienstbetrekking="nee")
    assert "Klopt: dit geldt níet: u werkt in de sociale werkvoorziening" in said


def test_english_is_complete() -> None:
    (answer,) = evaluate(new_case(DAY, {"algemene_bijstand": "ja"}), [rule("proefplaats")])
    reason = answer.reason("plain")
    assert reason is not None
    assert "True: you receive social assistance" in "\n".join(reason.lines("en"))


def test_a_rule_not_in_force_has_no_reason_and_says_no() -> None:
    (answer,) = evaluate(new_case(date(2027, 5, 1), {}), [rule("tegenprestatie")])
    assert answer.truth is Truth.NO
    assert answer.version is None
    assert answer.reason() is None
    assert answer.next_question() is None
    assert answer.questions().fewest == ()
    assert answer.changes() == ()


def test_what_would_change_a_no_names_the_step_and_nothing_else() -> None:
    facts = {
        "algemene_bijstand": "ja",
        "uitsluitend_beschut_werk": "ja",
        "aantal_beschut_gerealiseerd": "ja",
    }
    (answer,) = evaluate(new_case(DAY, facts), [rule("beschut-werk")])
    (change,) = answer.changes()
    (said,) = change.texts("plain")
    assert said.nl.startswith("als dit niet klopt: de gemeente heeft haar aantal beschutte banen")


def test_days_are_written_out() -> None:
    assert day_text(date(2026, 7, 1)).nl == "1 juli 2026"
    assert day_text(date(2026, 3, 9)).en == "9 March 2026"

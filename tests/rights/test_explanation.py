"""What people read: plain and professional, Dutch and English, with article and value."""

from datetime import date

from streekwerk.rights import Truth, evaluate, new_case, rule
from streekwerk.rights.engine.explanation import day_text

DAY = date(2026, 7, 1)


def explained(key: str, wording: str, **facts: object) -> str:
    (answer,) = evaluate(new_case(DAY, facts), [rule(key)])
    reason = answer.reason("plain" if wording == "plain" else "professional")
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
    assert "True: you receive social assistance" in "\n".join(reason.lines("en"))


def test_a_rule_not_in_force_says_so() -> None:
    (answer,) = evaluate(new_case(date(2027, 5, 1), {}), [rule("tegenprestatie")])
    assert answer.truth is Truth.NO
    assert answer.version is None
    assert answer.reason().text.nl == "deze regel geldt op 1 mei 2027"
    assert answer.reason().status.nl == "Klopt niet"
    assert answer.next_question() is None
    assert answer.questions().fewest == ()
    assert answer.changes() == ()


def test_a_rule_of_later_says_when_it_starts() -> None:
    (answer,) = evaluate(new_case(DAY, {}), [rule("bufferbudget")])
    assert answer.reason().text.en.endswith("it starts on 1 January 2027")


def test_the_decisive_part_leaves_out_what_did_not_matter() -> None:
    facts = {"algemene_bijstand": "ja", "anw_uitkering": "nee", "voorziening_noodzakelijk": "ja"}
    (answer,) = evaluate(new_case(DAY, facts), [rule("voorziening-arbeidsinschakeling")])
    whole, short = answer.reason(), answer.reason().decisive()
    assert "Anw" in "\n".join(whole.lines("nl"))
    assert "Anw" not in "\n".join(short.lines("nl"))
    assert {step.truth for step in short.walk()} == {Truth.YES}


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

"""A column of citizen service numbers is noticed, a column of other numbers is not."""

from streekwerk.evidence.trial.identifiers import looks_like_bsns

TEST_NUMBERS = ["999993653", "999990019", "", "111222333", "123456782", "999993653"]


def test_citizen_service_numbers_are_noticed_even_without_their_leading_zero() -> None:
    assert looks_like_bsns(TEST_NUMBERS)
    assert looks_like_bsns(["12345672"] * 5)


def test_other_numbers_are_not() -> None:
    assert not looks_like_bsns(range(100_000_000, 100_000_200))
    assert not looks_like_bsns(TEST_NUMBERS[:2])

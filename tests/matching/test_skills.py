"""Skills are found by their name in either language; what nobody knows is one's own."""

from hypothesis import given
from hypothesis import strategies as st

from streekwerk.matching.skills import SKILLS, skill_key, skill_words
from streekwerk.vocabulary.language import Text


def test_no_two_skills_share_a_name() -> None:
    names = [
        name.casefold()
        for key, text in SKILLS.items()
        for name in {key.casefold(), text.nl.casefold(), text.en.casefold()}
    ]
    assert len(set(names)) == len(names)


@given(st.sampled_from(sorted(SKILLS)), st.sampled_from(["nl", "en"]))
def test_a_skill_is_found_by_its_name(key: str, language: str) -> None:
    name = getattr(skill_words(key), language)
    assert skill_key(f"  {name.upper()} ".replace(" ", "  ")) == key


def test_an_own_skill_is_its_own_name() -> None:
    assert skill_key("  kaas   snijden ") == "kaas snijden"
    assert skill_words("kaas snijden") == Text("kaas snijden", "kaas snijden")

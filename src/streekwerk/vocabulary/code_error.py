"""A code or number that cannot be right, with the reason in words for who typed it."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text


class CodeError(ValueError):
    """What was typed is not a code of its kind; ``words`` says why and what to do."""

    def __init__(self, given: str, words: Text) -> None:
        super().__init__(f"{given!r}: {words.en}")
        self.given = given
        self.words = words

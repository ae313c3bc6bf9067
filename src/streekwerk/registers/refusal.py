"""A file that is refused as a whole, with the reason in words for its user."""

from __future__ import annotations

from streekwerk.vocabulary.language import Text


class RefusedError(Exception):
    """The file cannot be taken in; nothing of it has been used.

    Attributes
    ----------
    file
        Name of the file, without its folder.
    reason
        What is wrong, where.
    advice
        What the user can do.
    """

    def __init__(self, file: str, reason: Text, advice: Text) -> None:
        super().__init__(f"{file}: {reason.nl} {advice.nl}")
        self.file = file
        self.reason = reason
        self.advice = advice

"""The style guide: for everybody, about nobody."""

from tests.screens.matrix.address import Address, Town, public


def _code(_town: Town) -> list[object]:
    return ["404"]


ADDRESSES = (
    public("design:guide"),
    public("design:guide-forms"),
    public("design:guide-charts"),
    public("design:accessibility"),
    Address("design:error-page", None, _code, foreign=200, stranger=200),
)

"""What everybody may read. Nothing that was not published is found there by anybody."""

from tests.screens.matrix.address import Address, Town, public


def _unpublished(town: Town) -> list[object]:
    return [town.things["evaluation"].public_id]


ADDRESSES = (
    public("public:what-works"),
    Address("public:study", None, lambda _town: ["nergens"], own=(404,), stranger=404),
    Address("public:evaluation", None, _unpublished, own=(404,), stranger=404),
)

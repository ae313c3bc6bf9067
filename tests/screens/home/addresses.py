"""The start page and what everybody may ask of it."""

from tests.screens.matrix.address import POST, public

ADDRESSES = (
    public("home"),
    public("healthy"),
    # Outside the demo region there is nobody to choose.
    public("who-are-you", own=(404,), stranger=404),
    public(
        "set_language", method=POST, data=lambda _town: {"language": "en"}, own=(302,), stranger=302
    ),
)

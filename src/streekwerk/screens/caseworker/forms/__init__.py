"""Forms of the caseworker's screens: made from the catalogue and the instrument."""

"""The forms of coming in, in our own words."""

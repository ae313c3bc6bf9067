"""The living style guide: every part of the house at work, in its three moments."""

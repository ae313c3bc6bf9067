"""The pages of options, decision and offers."""

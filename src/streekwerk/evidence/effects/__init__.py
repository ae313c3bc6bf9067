"""From two comparable groups to an effect with its interval: the estimators, each in its file."""

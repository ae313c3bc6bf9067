"""The diagnosis instrument: mechanisms, questions with words at every point, lines over time."""

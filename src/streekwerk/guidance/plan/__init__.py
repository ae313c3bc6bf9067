"""Goals, and plans made of steps that somebody takes on a day."""

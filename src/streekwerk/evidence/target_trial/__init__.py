"""Target trials: the experiment we would have liked to do, emulated in what was registered."""

"""The files municipalities already have: SRG, BUS, Excel and CSV. Pure."""

"""The files municipalities already have: SRG, BUS, Excel and CSV. Pure.

A file is recognised, read as canonical records with findings, pseudonymised into
DuckDB tables, reported on, and accepted or refused as a whole:

- :mod:`~streekwerk.registers.exchange`: ``recognise``, ``read_srg``, ``read_bus``,
  ``write_srg``, ``write_bus``
- :mod:`~streekwerk.registers.intake`: ``take_in``, the whole way in one call
- :mod:`~streekwerk.registers.records`, :mod:`~streekwerk.registers.codes`,
  :mod:`~streekwerk.registers.layouts`: what a file says
- :mod:`~streekwerk.registers.quality`: checks and the quality report
- :mod:`~streekwerk.registers.analysis`: pseudonyms and tables
- :mod:`~streekwerk.registers.delivery`: fingerprints, corrections, acceptance
- :mod:`~streekwerk.registers.sources`: other files through a saved column mapping
"""

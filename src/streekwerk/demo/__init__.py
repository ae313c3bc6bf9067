"""A fictitious region with known truth: the demo and the test bed.

    config           everything that can be set, and the six municipalities
    measures         what is on offer: shares, duration, selection, true effect
    people           who lives there
    labour_market    season and demand per month
    simulation       what really happened, month by month
      state, assignment, effects, exits, streams    its rules
    truth            both lives of everybody who started: the true effects
      forks, lives                                  how they are lived
      registration, benefits    what the administration made of it
    hours            what a source beside it knows of hours of work
    deliveries       SRG and BUS files, as municipalities send them
    analysis_tables  the same as Parquet tables, for benchmarks

Nobody in it exists. Every number is explained in ``docs/reference/demo-region.md``.
"""

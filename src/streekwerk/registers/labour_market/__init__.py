"""The regional labour market by month, as an imported table: read, checked, written, chosen.

The layout is that of ``docs/reference/labour-market.md``. Nothing in it is about a person.
"""

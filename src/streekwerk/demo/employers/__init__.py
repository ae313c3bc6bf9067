"""About 150 employers of the region Middenland. None of them exists.

>>> from streekwerk.demo.employers.generate import employers_of_middenland
>>> region = employers_of_middenland(seed=2021)
"""

"""What works, for whom, how sure.

Pure: knows the subject and no framework. May import the standard library,
numpy, scipy, scikit-learn, DuckDB and the file readers; never Django, never an
app of this project. Randomness is a ``numpy.random.Generator`` that is passed in.
"""

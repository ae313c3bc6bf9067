"""The words all parts share: languages, code lists, regions, measures.

Pure: imports nothing but the standard library and numpy.
"""

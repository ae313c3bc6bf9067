"""The case as an Excel workbook with live formulas: change an input and everything follows."""

from streekwerk.matching.cases.workbook.book import workbook

__all__ = ["workbook"]

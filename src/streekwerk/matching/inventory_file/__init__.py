"""Work as an Excel workbook: write one to fill in, read what came back, whole or not at all.

>>> from streekwerk.matching.inventory_file import read_inventory, write_inventory
>>> from streekwerk.matching.inventory_file import read_demand, write_demand
"""

from streekwerk.matching.inventory_file.problems import Problem, WorkbookError
from streekwerk.matching.inventory_file.read import read_inventory
from streekwerk.matching.inventory_file.weeks import read_demand, write_demand
from streekwerk.matching.inventory_file.write import write_inventory

__all__ = [
    "Problem",
    "WorkbookError",
    "read_demand",
    "read_inventory",
    "write_demand",
    "write_inventory",
]
